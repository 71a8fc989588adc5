package id.pantau.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses which steps of a count a chart shows, where there are more than it may have. Kept are, in
 * this order: the last and the first; where each figure was highest; where votes fell, with the
 * step before each, the deepest falls first, up to three quarters of what there is room for; and of
 * the rest the last in each of as many equal spans of time as there is room for. So a busy hour and
 * a quiet week are drawn to one scale, and no fall hides in a straight line.
 */
final class Thinning {
  private final List<Fall> falls = new ArrayList<>();
  private final long[] highest;
  private final int[] highestAt;
  private long[] times = new long[256];
  private int count;

  private record Fall(int step, long lost) {}

  /**
   * @param figures how many of each step's figures have a highest: the votes, counted, held
   */
  Thinning(int figures) {
    highest = new long[figures];
    highestAt = new int[figures];
  }

  /** Takes the next step, with the votes lost in it. */
  void step(long atMillis, long[] now, long lost) {
    if (count == times.length) {
      times = Arrays.copyOf(times, 2 * count);
    }
    for (int f = 0; f < highest.length; f++) {
      if (now[f] > highest[f]) {
        highest[f] = now[f];
        highestAt[f] = count;
      }
    }
    if (lost > 0) {
      falls.add(new Fall(count, lost));
    }
    times[count++] = atMillis;
  }

  /** The steps to show, by their number, at most so many. */
  BitSet kept(int pointsMax) {
    BitSet kept = new BitSet(count);
    if (count <= pointsMax) {
      kept.set(0, count);
      return kept;
    }
    keep(kept, count - 1, pointsMax);
    keep(kept, 0, pointsMax);
    for (int step : highestAt) {
      keep(kept, step, pointsMax);
    }
    falls.sort(Comparator.comparingLong(Fall::lost).reversed().thenComparingInt(Fall::step));
    int most = Math.max(kept.cardinality(), pointsMax * 3 / 4);
    falls.forEach(fall -> keep(kept, fall.step(), most));
    falls.forEach(fall -> keep(kept, Math.max(0, fall.step() - 1), most));
    spread(kept, pointsMax);
    return kept;
  }

  private static void keep(BitSet kept, int step, int most) {
    if (kept.cardinality() < most) {
      kept.set(step);
    }
  }

  /** Halves the spans as long as the last step of each still fits beside what is kept. */
  private void spread(BitSet kept, int pointsMax) {
    int room = pointsMax - kept.cardinality();
    BitSet fits = new BitSet();
    for (long spans = room; spans > 0; spans *= 2) {
      BitSet with = lastOfEach(spans);
      with.or(kept);
      if (with.cardinality() > pointsMax) {
        break;
      }
      fits = with;
    }
    kept.or(fits);
  }

  private BitSet lastOfEach(long spans) {
    BitSet last = new BitSet(count);
    double perMilli = spans / (double) (times[count - 1] - times[0]);
    long before = 0;
    for (int s = 1; s < count; s++) {
      long span = (long) ((times[s] - times[0]) * perMilli);
      if (span != before) {
        last.set(s - 1);
      }
      before = span;
    }
    return last;
  }
}
