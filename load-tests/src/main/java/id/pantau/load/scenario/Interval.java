package id.pantau.load.scenario;

import java.util.List;

/**
 * What pairs of a figure say: their medians, and the mean ratio with its 95 % interval. The mean is
 * of logarithms, so that a ratio and its inverse say the same, and the interval is Student's.
 */
record Interval(double before, double after, double ratio, double low, double high) {
  /**
   * 97.5 % points of Student's t, from 1 degree of freedom on; beyond them the normal's is near.
   */
  private static final double[] T = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093
  };

  private static final double T_BEYOND = 2.09;

  /**
   * Ratios are {@code after} / {@code before}; NaN where a figure is zero, or there is one pair.
   */
  static Interval of(List<Double> before, List<Double> after) {
    int n = before.size();
    double[] logs = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      logs[i] = Math.log(after.get(i) / before.get(i));
      sum += logs[i];
    }
    double mean = sum / n;
    double squares = 0;
    for (double log : logs) {
      squares += (log - mean) * (log - mean);
    }
    double wide = n < 2 ? Double.NaN : t(n - 1) * Math.sqrt(squares / (n - 1)) / Math.sqrt(n);
    return new Interval(
        median(before),
        median(after),
        Math.exp(mean),
        Math.exp(mean - wide),
        Math.exp(mean + wide));
  }

  private static double t(int freedom) {
    return freedom <= T.length ? T[freedom - 1] : T_BEYOND;
  }

  static double median(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    int n = sorted.size();
    return n == 0 ? Double.NaN : (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
  }
}
