package id.pantau.api.lite;

/**
 * Percentages that never claim more than the numbers do, in hundredths of a percent: the rules of
 * the dashboard's {@code model/shares.ts}.
 */
public final class Shares {
  /** The share of nothing. */
  public static final int NONE = -1;

  /** Everything, in hundredths of a percent. */
  public static final int ALL = 10_000;

  private Shares() {}

  /**
   * The part of a whole, rounded to the nearest hundredth. What is not all never reads 100, and
   * what is not nothing never reads 0.
   */
  public static int share(long part, long whole) {
    if (whole <= 0) {
      return NONE;
    }
    int rounded = (int) Math.round((double) part / whole * ALL);
    if (part < whole && rounded >= ALL) {
      return ALL - 1;
    }
    return part > 0 && rounded <= 0 ? 1 : rounded;
  }

  /** How far a count is, rounded down: 100 only where every expected station is counted. */
  public static int progress(long counted, long expected) {
    if (expected <= 0) {
      return NONE;
    }
    return counted >= expected ? ALL : (int) (counted * ALL / expected);
  }
}
