package id.pantau.load.scenario;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A node's histogram {@code pantau_live_seen_seconds} at one moment: from a form's receipt until
 * the last viewer of an event loop was written to, of the form that waited longest in each tick.
 *
 * @param buckets upper bound in seconds → how many were at most that
 */
record Seen(Map<Double, Double> buckets) {
  private static final Pattern BUCKET =
      Pattern.compile("(?m)^pantau_live_seen_seconds_bucket\\{le=\"([^\"]+)\"\\} (\\S+)");

  /** Reads Prometheus' text. */
  static Seen of(String metrics) {
    Map<Double, Double> buckets = new TreeMap<>();
    Matcher bucket = BUCKET.matcher(metrics);
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

  /** Ticks, times event loops, that were measured since. */
  long count(Seen earlier) {
    return (long) since(earlier, Double.POSITIVE_INFINITY);
  }

  private double since(Seen earlier, double bound) {
    return buckets.getOrDefault(bound, 0.0) - earlier.buckets.getOrDefault(bound, 0.0);
  }
}
