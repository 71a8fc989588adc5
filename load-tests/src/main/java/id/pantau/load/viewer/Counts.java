package id.pantau.load.viewer;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What one loop has seen; written by its thread only, added up when the loop stands still. */
public final class Counts {
  private static final long LATENCY_MILLIS_MAX = 3_600_000;

  long deliveries;
  long bytes;
  long heartbeats;
  long errors;
  long wentBack;
  long rowsWithoutState;
  long parsed;
  long clockBehind;
  final Map<Integer, Long> closes = new TreeMap<>();
  final Map<String, Long> faults = new TreeMap<>();
  final Histogram latencyMillis = new Histogram(LATENCY_MILLIS_MAX, 3);

  /** States that came. */
  public long deliveries() {
    return deliveries;
  }

  /** From a state's own time until it was there, in milliseconds. */
  public Histogram latencyMillis() {
    return latencyMillis;
  }

  /** Everything that a server may not do; closes are counted too. */
  public long wrong() {
    long all = wentBack + rowsWithoutState + errors;
    all += faults.values().stream().mapToLong(n -> n).sum();
    return all + closes.values().stream().mapToLong(n -> n).sum();
  }

  void closed(int code) {
    closes.merge(code, 1L, Long::sum);
  }

  void fault(String what) {
    faults.merge(what, 1L, Long::sum);
  }

  /** A change reached a viewer that long after it was counted. */
  void latency(long millis) {
    if (millis < 0) {
      clockBehind++;
    } else {
      latencyMillis.recordValue(Math.min(millis, LATENCY_MILLIS_MAX));
    }
  }

  void add(Counts other) {
    deliveries += other.deliveries;
    bytes += other.bytes;
    heartbeats += other.heartbeats;
    errors += other.errors;
    wentBack += other.wentBack;
    rowsWithoutState += other.rowsWithoutState;
    parsed += other.parsed;
    clockBehind += other.clockBehind;
    other.closes.forEach((code, n) -> closes.merge(code, n, Long::sum));
    other.faults.forEach((what, n) -> faults.merge(what, n, Long::sum));
    latencyMillis.add(other.latencyMillis);
  }
}
