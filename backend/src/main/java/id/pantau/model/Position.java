package id.pantau.model;

import java.util.Comparator;

/**
 * Where a province's count stands. It orders; it does not identify.
 *
 * @param epoch from 1; rises whenever Redis may have lost writes
 * @param revision batches counted in the province
 */
public record Position(int epoch, long revision) implements Comparable<Position> {
  /** Before the first batch. */
  public static final Position START = new Position(1, 0);

  private static final Comparator<Position> ORDER =
      Comparator.comparingInt(Position::epoch).thenComparingLong(Position::revision);

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }
}
