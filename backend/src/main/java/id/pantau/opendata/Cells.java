package id.pantau.opendata;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one row, filled from the left and used again for the next: what is never filled is
 * empty. Nothing is made for a cell, for every station has thirty of them.
 */
final class Cells {
  /** What a cell holds. */
  enum Kind {
    NOTHING,
    TEXT,
    NUMBER,
    FLAG
  }

  private final Kind[] kinds;
  private final @Nullable String[] texts;
  private final long[] numbers;
  private int next;

  Cells(int columns) {
    kinds = new Kind[columns];
    texts = new String[columns];
    numbers = new long[columns];
    clear();
  }

  /** Begins a row in which every cell is empty. */
  Cells clear() {
    Arrays.fill(kinds, Kind.NOTHING);
    next = 0;
    return this;
  }

  Cells text(@Nullable String text) {
    texts[next] = text;
    kinds[next++] = text == null ? Kind.NOTHING : Kind.TEXT;
    return this;
  }

  Cells number(long number) {
    numbers[next] = number;
    kinds[next++] = Kind.NUMBER;
    return this;
  }

  /** A number that may be absent, which is not zero. */
  Cells number(@Nullable Integer number) {
    return number == null ? skipTo(next + 1) : number(number.longValue());
  }

  Cells flag(boolean flag) {
    numbers[next] = flag ? 1 : 0;
    kinds[next++] = Kind.FLAG;
    return this;
  }

  /** Leaves everything before a column empty. */
  Cells skipTo(int column) {
    next = column;
    return this;
  }

  int size() {
    return kinds.length;
  }

  Kind kind(int column) {
    return kinds[column];
  }

  /** Of a cell that holds text. */
  String textAt(int column) {
    String text = texts[column];
    return text == null ? "" : text;
  }

  /** Of a cell that holds a number; of a flag 1 or 0. */
  long numberAt(int column) {
    return numbers[column];
  }
}
