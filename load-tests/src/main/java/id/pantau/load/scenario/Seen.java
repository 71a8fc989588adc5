package id.pantau.load.scenario;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of a node's histograms at one moment: {@code pantau_live_seen_seconds}, from a form's receipt
 * until the last viewer of an event loop was written to, of the form that waited longest in each
 * tick, or {@code pantau_live_reached_seconds}, of any form and any viewer.
 *
 * @param buckets upper bound in seconds → how many were at most that
 */
record Seen(Map<Double, Double> buckets) {
  private static final String SEEN = "seen";
  private static final String REACHED = "reached";

  /** Reads Prometheus' text. */
  static Seen last(String metrics) {
    return of(SEEN, metrics);
  }

  /** Reads Prometheus' text. */
  static Seen any(String metrics) {
    return of(REACHED, metrics);
  }

  private static Seen of(String what, String metrics) {
    Map<Double, Double> buckets = new TreeMap<>();
    String line = "(?m)^pantau_live_" + what + "_seconds_bucket\\{le=\"([^\"]+)\"\\} (\\S+)";
    Matcher bucket = Pattern.compile(line).matcher(metrics);
    while (bucket.find()) {
      double bound =
          bucket.group(1).equals("+Inf")
              ? Double.POSITIVE_INFINITY
              : Double.parseDouble(bucket.group(1));
      buckets.put(bound, Double.parseDouble(bucket.group(2)));
    }
    return new Seen(buckets);
  }

  /**
   * The upper bound of the bucket that holds a share of what came since an earlier moment, in
   * milliseconds: never better than the truth. NaN where nothing came.
   */
  double millis(double share, Seen earlier) {
    double all = since(earlier, Double.POSITIVE_INFINITY);
    for (double bound : buckets.keySet()) {
      if (all > 0 && since(earlier, bound) >= share * all) {
        return bound * 1_000;
      }
    }
    return Double.NaN;
  }

  /** How often it was measured since: once a tick and event loop, or more often. */
  long count(Seen earlier) {
    return (long) since(earlier, Double.POSITIVE_INFINITY);
  }

  private double since(Seen earlier, double bound) {
    return buckets.getOrDefault(bound, 0.0) - earlier.buckets.getOrDefault(bound, 0.0);
  }
}
