package id.pantau.load.counting;

import java.util.Arrays;

/**
 * The ratio of two figures over interleaved pairs: geometric mean and its 95 % interval, Student's
 * t over the logarithms.
 *
 * @param pairs how many
 */
public record Pairs(int pairs, double ratio, double low, double high) {
  /** Two-sided 95 % quantiles for 1, 2, … degrees of freedom; beyond, the normal one is close. */
  private static final double[] T = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086
  };

  private static final double T_MANY = 2.0;

  /**
   * @param above figures, pair by pair with {@code below}
   */
  public static Pairs of(double[] above, double[] below) {
    int n = above.length;
    if (n != below.length || n < 2) {
      throw new IllegalArgumentException(n + " figures against " + below.length);
    }
    double[] logs = new double[n];
    Arrays.setAll(logs, i -> Math.log(above[i] / below[i]));
    double mean = Arrays.stream(logs).average().orElseThrow();
    double squares = Arrays.stream(logs).map(l -> (l - mean) * (l - mean)).sum();
    double half = (n - 2 < T.length ? T[n - 2] : T_MANY) * Math.sqrt(squares / (n - 1) / n);
    return new Pairs(n, Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half));
  }

  /** The middle of figures. */
  public static double median(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
