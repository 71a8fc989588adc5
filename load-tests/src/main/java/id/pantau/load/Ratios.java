package id.pantau.load;

import java.util.Arrays;
import java.util.Locale;

/**
 * The ratio of ours to theirs over interleaved rounds: its geometric mean and the 95 % interval of
 * it, by Student's t over the logarithms, so that a ratio and its inverse say the same.
 *
 * @param low NaN where there is one round, as is {@code high}
 */
public record Ratios(double mean, double low, double high, int rounds) {
  /** Two-sided 95 % of Student's t by degrees of freedom, from 1. */
  private static final double[] T95 = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    2.052, 2.048, 2.045, 2.042
  };

  private static final double T95_MANY = 1.96;

  /** Fewer rounds than this claim nothing. */
  private static final int ROUNDS_MIN = 9;

  /**
   * @param ours one figure a round, above 0
   * @param theirs of the same rounds
   */
  public static Ratios of(double[] ours, double[] theirs) {
    int n = ours.length;
    if (n != theirs.length || n == 0) {
      throw new IllegalArgumentException(n + " figures beside " + theirs.length);
    }
    double[] logs = new double[n];
    for (int i = 0; i < n; i++) {
      logs[i] = Math.log(ours[i] / theirs[i]);
    }
    double mean = Arrays.stream(logs).average().orElseThrow();
    if (n == 1) {
      return new Ratios(Math.exp(mean), Double.NaN, Double.NaN, 1);
    }
    double squares = Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
    double t = n - 2 < T95.length ? T95[n - 2] : T95_MANY;
    double half = t * Math.sqrt(squares / (n - 1) / n);
    return new Ratios(Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half), n);
  }

  /**
   * {@code met} where the whole interval is at or above a bar, {@code missed} where it is below;
   * else, and with too few rounds, {@code unresolved}.
   */
  public String atLeast(double bar) {
    if (rounds < ROUNDS_MIN) {
      return "unresolved";
    }
    return low >= bar ? "met" : high < bar ? "missed" : "unresolved";
  }

  /** The middle one of some figures, of an even number the mean of two; NaN of none. */
  public static double median(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", mean, low, high);
  }
}
