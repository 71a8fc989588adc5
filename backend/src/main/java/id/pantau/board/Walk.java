package id.pantau.board;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a timeline row by row, up to an instant, at the stations of one run of slots. */
final class Walk {
  private final Timeline.View view;
  private final SlotRun slots;
  private final long untilMillis;
  private final int choices;
  private final long[] moved;
  private byte[] data = new byte[0];
  private int chunk = -1;
  private int at;
  private int end;
  private long reachedMillis;
  private long countedAtMillis;
  private int slot;

  private Walk(Timeline.View view, SlotRun slots, long untilMillis) {
    this.view = view;
    this.slots = slots;
    this.untilMillis = untilMillis;
    this.choices = view.choices();
    this.moved = new long[Timeline.width(choices)];
  }

  /** From the beginning. */
  static Walk of(Timeline.View view, SlotRun slots, long untilMillis) {
    return new Walk(view, slots, untilMillis);
  }

  /** On from a mark, all stations. */
  static Walk after(Timeline.@Nullable Mark mark, Timeline.View view, long untilMillis) {
    Walk walk = new Walk(view, SlotRun.ALL, untilMillis);
    if (mark != null) {
      walk.enter(mark.chunk());
      walk.at = mark.at();
      walk.reachedMillis = mark.reachedMillis();
    }
    return walk;
  }

  /** Goes to the next row; false where there is none. */
  boolean next() {
    while (true) {
      if (at == end) {
        if (chunk + 1 >= view.chunkCount()) {
          return false;
        }
        enter(chunk + 1);
        continue;
      }
      int token = data[at++] & 0xff;
      if (token == Timeline.CHUNK_END) {
        at = end;
      } else if (token == Timeline.TIME) {
        reachedMillis += number();
        countedAtMillis = reachedMillis - number();
        if (reachedMillis > untilMillis) {
          chunk = view.chunkCount();
          at = end;
        }
      } else {
        slot = (data[at] & 0xff) << 16 | (data[at + 1] & 0xff) << 8 | (data[at + 2] & 0xff);
        at += 3;
        int was = (token - 1) / 3;
        int is = (token - 1) % 3;
        if (slots.has(slot)) {
          Arrays.fill(moved, 0);
          read(was, -1);
          read(is, 1);
          return true;
        }
        skip((was == Timeline.NOTHING ? 0 : choices) + (is == Timeline.NOTHING ? 0 : choices));
      }
    }
  }

  /** The running maximum of the province's times, at this row. */
  long reachedMillis() {
    return reachedMillis;
  }

  /** The counting node's own clock, at this row. */
  long countedAtMillis() {
    return countedAtMillis;
  }

  int slot() {
    return slot;
  }

  /** By how much this row moves the figures; overwritten by the next. */
  long[] moved() {
    return moved;
  }

  private void enter(int next) {
    chunk = next;
    data = view.chunks()[next];
    at = 0;
    end = next == view.chunkCount() - 1 ? view.used() : Timeline.CHUNK_BYTES;
  }

  private void read(int state, int sign) {
    if (state == Timeline.NOTHING) {
      return;
    }
    for (int c = 0; c < choices; c++) {
      long votes = sign * number();
      moved[choices + 2 + c] += votes;
      if (state == Timeline.COUNTED) {
        moved[c] += votes;
      }
    }
    moved[choices + state - 1] += sign;
  }

  private void skip(int numbers) {
    for (int left = numbers; left > 0; ) {
      if (data[at++] >= 0) {
        left--;
      }
    }
  }

  private long number() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int next = data[at++];
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
