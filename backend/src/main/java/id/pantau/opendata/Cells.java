package id.pantau.opendata;

import org.jspecify.annotations.Nullable;

/** The cells of a row, filled from the left; what is never filled is empty. */
final class Cells {
  private final @Nullable Object[] cells;
  private int next;

  Cells(int columns) {
    cells = new Object[columns];
  }

  Cells add(@Nullable Object cell) {
    cells[next++] = cell;
    return this;
  }

  /** Leaves everything before a column empty. */
  Cells skipTo(int column) {
    next = column;
    return this;
  }

  @Nullable Object[] all() {
    return cells;
  }
}
