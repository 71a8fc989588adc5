package id.pantau.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** The figures of one run, in the order in which they were put; its JSON is a tool's last line. */
public final class Measured {
  private final Map<String, Object> figures = new LinkedHashMap<>();

  /** A count. */
  public Measured put(String name, long figure) {
    figures.put(name, figure);
    return this;
  }

  /** A text, a truth, or a collection. */
  public Measured put(String name, Object figure) {
    figures.put(name, figure);
    return this;
  }

  /**
   * A figure with three digits behind the point; left out where it is none (a division by zero).
   */
  public Measured put(String name, double figure) {
    if (Double.isFinite(figure)) {
      figures.put(name, Math.round(figure * 1_000) / 1_000.0);
    }
    return this;
  }

  /** The median, p99, p99.9 and the largest; nothing where nothing was recorded. */
  public Measured latency(String name, Histogram millis) {
    if (millis.getTotalCount() > 0) {
      figures.put(name + "P50Millis", millis.getValueAtPercentile(50));
      figures.put(name + "P99Millis", millis.getValueAtPercentile(99));
      figures.put(name + "P999Millis", millis.getValueAtPercentile(99.9));
      figures.put(name + "MaxMillis", millis.getMaxValue());
    }
    return this;
  }

  /** One line of JSON. */
  public String json() throws IOException {
    return new ObjectMapper().writeValueAsString(figures);
  }
}
