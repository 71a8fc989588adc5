package id.pantau.command.path;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import java.util.concurrent.TimeUnit;

/**
 * A timer's histogram at one moment, cumulative as Prometheus reads it. The difference of two
 * moments is the histogram of what was measured between them.
 *
 * @param seconds upper bounds, ascending
 * @param counts up to each bound
 * @param all how many in all, those above the last bound included
 */
record Buckets(double[] seconds, double[] counts, double all) {
  static final Buckets NONE = new Buckets(new double[0], new double[0], 0);

  static Buckets of(Timer timer) {
    HistogramSnapshot snapshot = timer.takeSnapshot();
    CountAtBucket[] buckets = snapshot.histogramCounts();
    double[] seconds = new double[buckets.length];
    double[] counts = new double[buckets.length];
    for (int i = 0; i < buckets.length; i++) {
      seconds[i] = buckets[i].bucket(TimeUnit.SECONDS);
      counts[i] = buckets[i].count();
    }
    // The parts of a snapshot are read one after another while others count.
    double last = counts.length == 0 ? 0 : counts[counts.length - 1];
    return new Buckets(seconds, counts, Math.max((double) snapshot.count(), last));
  }

  /** What came since an earlier moment of the same timer. */
  Buckets since(Buckets before) {
    if (before.counts.length != counts.length) {
      return this;
    }
    double[] came = new double[counts.length];
    for (int i = 0; i < came.length; i++) {
      came[i] = counts[i] - before.counts[i];
    }
    return new Buckets(seconds, came, all - before.all);
  }

  /**
   * The value below which a share of all lies, in seconds, interpolated within its bucket as
   * Prometheus' {@code histogram_quantile} does; above the last bound that bound.
   *
   * @param share 0 to 1
   * @return NaN where nothing was measured
   */
  double quantile(double share) {
    if (all <= 0 || counts.length == 0) {
      return Double.NaN;
    }
    double rank = share * all;
    double below = 0;
    double from = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] >= rank && counts[i] > below) {
        return from + (seconds[i] - from) * (rank - below) / (counts[i] - below);
      }
      below = counts[i];
      from = seconds[i];
    }
    return from;
  }
}
