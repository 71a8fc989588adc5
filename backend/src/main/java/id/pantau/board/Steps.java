package id.pantau.board;

import java.util.Arrays;
import java.util.List;

/**
 * The moments at which an area's figures changed, oldest first: the rows of all its provinces,
 * those of one millisecond together.
 */
final class Steps {
  private final Walk[] walks;
  private final long[] dueMillis;
  private final long[] now;
  private final long[] moved;
  private final int choices;
  private long atMillis;

  Steps(List<Timeline.View> views, SlotRun slots, int choices) {
    this.choices = choices;
    walks = new Walk[views.size()];
    dueMillis = new long[walks.length];
    now = new long[Timeline.width(choices)];
    moved = new long[now.length];
    for (int w = 0; w < walks.length; w++) {
      walks[w] = Walk.of(views.get(w), slots, Long.MAX_VALUE);
      advance(w);
    }
  }

  private void advance(int w) {
    dueMillis[w] = walks[w].next() ? walks[w].reachedMillis() : Long.MAX_VALUE;
  }

  /** Goes to the next moment at which something changed; false where there is none. */
  boolean next() {
    while (true) {
      int first = first();
      if (first < 0) {
        return false;
      }
      atMillis = dueMillis[first];
      Arrays.fill(moved, 0);
      for (int w = first; w >= 0 && dueMillis[w] == atMillis; w = first()) {
        do {
          add(moved, walks[w].moved());
          advance(w);
        } while (dueMillis[w] == atMillis);
      }
      add(now, moved);
      for (long by : moved) {
        if (by != 0) {
          return true;
        }
      }
    }
  }

  /** The walk that has the earliest row; -1 where none has any. */
  private int first() {
    int first = -1;
    long due = Long.MAX_VALUE;
    for (int w = 0; w < dueMillis.length; w++) {
      if (dueMillis[w] < due) {
        due = dueMillis[w];
        first = w;
      }
    }
    return first;
  }

  /** When it was: the province's running maximum. */
  long atMillis() {
    return atMillis;
  }

  /** The figures after it, as a {@link Timeline} lays them out; overwritten by the next. */
  long[] now() {
    return now;
  }

  /** Votes that choices have lost in it, all added; 0 where none fell. */
  long fall() {
    long lost = 0;
    for (int c = 0; c < choices; c++) {
      lost += Math.max(0, -moved[c]);
    }
    return lost;
  }

  private static void add(long[] to, long[] by) {
    for (int f = 0; f < to.length; f++) {
      to[f] += by[f];
    }
  }
}
