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

  /**
   * The median, p99, p99.9 and the largest in milliseconds; nothing where nothing was recorded.
   *
   * @param perMilli how many of the histogram's units are a millisecond
   */
  public Measured latency(String name, Histogram histogram, double perMilli) {
    if (histogram.getTotalCount() > 0) {
      put(name + "P50Millis", histogram.getValueAtPercentile(50) / perMilli);
      put(name + "P99Millis", histogram.getValueAtPercentile(99) / perMilli);
      put(name + "P999Millis", histogram.getValueAtPercentile(99.9) / perMilli);
      put(name + "MaxMillis", histogram.getMaxValue() / perMilli);
    }
    return this;
  }

  /** All of another's figures behind these. */
  public Measured putAll(Measured other) {
    figures.putAll(other.figures);
    return this;
  }

  /** The figures that are numbers, in their order. */
  public Map<String, Double> numbers() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    figures.forEach(
        (name, figure) -> {
          if (figure instanceof Number number) {
            numbers.put(name, number.doubleValue());
          }
        });
    return numbers;
  }

  /** One line of JSON. */
  public String json() throws IOException {
    return new ObjectMapper().writeValueAsString(figures);
  }
}
