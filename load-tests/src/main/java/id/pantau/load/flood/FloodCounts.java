package id.pantau.load.flood;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What became of the forms of a flood. Any thread. */
public final class FloodCounts {
  private static final long MICROS_MAX = 600_000_000;

  private final Map<String, Long> statuses = new TreeMap<>();
  private final Map<Integer, Long> turnedAway = new TreeMap<>();
  private final Histogram micros = new Histogram(MICROS_MAX, 3);
  private long answered;
  private long measuredForms;
  private boolean measuring;

  /** A batch was answered that many microseconds after it was due. */
  synchronized void batch(Iterable<String> formStatuses, int forms, long micros) {
    formStatuses.forEach(status -> statuses.merge(status, 1L, Long::sum));
    answered += forms;
    if (measuring) {
      measuredForms += forms;
      this.micros.recordValue(Math.min(micros, MICROS_MAX));
    }
  }

  /** The node asked to come again (429, 503), or did not answer (0). */
  synchronized void turnedAway(int status) {
    turnedAway.merge(status, 1L, Long::sum);
  }

  /** From now on latency and forms are measured. */
  public synchronized void measure() {
    measuring = true;
  }

  public synchronized long answered() {
    return answered;
  }

  public synchronized long measuredForms() {
    return measuredForms;
  }

  public synchronized Map<String, Long> statuses() {
    return new TreeMap<>(statuses);
  }

  public synchronized Map<Integer, Long> turnedAway() {
    return new TreeMap<>(turnedAway);
  }

  public synchronized Histogram micros() {
    return micros.copy();
  }
}
