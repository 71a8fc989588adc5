package id.pantau.command.held;

import id.pantau.command.Reply;
import id.pantau.model.Method;
import org.jspecify.annotations.Nullable;

/** A place in the queue as text; it holds even where the form at it is gone. */
final class HeldCursor {
  private static final int PARTS = 4;
  private static final int RADIX = 36;

  private HeldCursor() {}

  static String of(Held held) {
    return Long.toString(held.queuedAtMillis(), RADIX)
        + "-"
        + Integer.toString(held.contest(), RADIX)
        + "-"
        + Integer.toString(held.province(), RADIX)
        + "-"
        + Integer.toString(held.slot(), RADIX);
  }

  /** A row at that place, good for comparing; null for none. {@link Reply.No} where it is none. */
  static @Nullable Held place(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    String[] parts = text.split("-", -1);
    try {
      if (parts.length == PARTS) {
        long at = Long.parseLong(parts[0], RADIX);
        int contest = Integer.parseInt(parts[1], RADIX);
        int province = Integer.parseInt(parts[2], RADIX);
        int slot = Integer.parseInt(parts[3], RADIX);
        return new Held(contest, province, slot, 0, 0, 0, false, Method.MACHINE, "", at, at);
      }
    } catch (NumberFormatException e) {
      throw Reply.malformed("after is no cursor");
    }
    throw Reply.malformed("after is no cursor");
  }
}
