package id.pantau.cli;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A source that knows whether there is a next form only by reading it. */
abstract class ReplayAhead implements ReplaySource {
  private @Nullable ReplayLine next;

  /** The next form, or null at the end. */
  abstract @Nullable ReplayLine read();

  @Override
  public final boolean hasNext() {
    if (next == null) {
      next = read();
    }
    return next != null;
  }

  @Override
  public final ReplayLine next() {
    ReplayLine line = hasNext() ? next : null;
    if (line == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return line;
  }

  /** Not known before the end. */
  @Override
  public final long size() {
    return -1;
  }
}
