package id.pantau.board;

import id.pantau.model.AreaTree;
import id.pantau.model.Election;
import id.pantau.platform.PackedNumbers;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The sums of every area of one province, all contests: one row of longs an area. A contest takes
 * no memory for them before its first form.
 */
final class ProvinceSums {
  /** Its number among its own areas. */
  private static final int PROVINCE = 0;

  private final Election election;
  private final AreaTree tree;
  private final ProvinceAreas areas;
  private final Layout[] layouts;
  private final long[] @Nullable [] sums;
  private final long[][] changed;
  private final long[][] countedAtMillis;
  private final long[][] rows;
  private boolean aboveLeftOut;

  ProvinceSums(Election election, int province) {
    this.election = election;
    this.tree = election.areas();
    this.areas = new ProvinceAreas(tree, province);
    int contests = election.contests().size();
    layouts = new Layout[contests];
    sums = new long[contests][];
    rows = new long[contests][];
    changed = new long[contests][areas.size()];
    countedAtMillis = new long[contests][areas.size()];
    for (int c = 0; c < contests; c++) {
      layouts[c] = new Layout(election.contests().get(c).choices().size());
      rows[c] = new long[layouts[c].width()];
    }
  }

  /** A figure of an area, by its place in the contest's {@link Layout}. */
  long sum(int contest, int area, int figure) {
    int at = areas.local(area) * layouts[contest].width() + figure;
    long[] all = sums[contest];
    return all == null ? 0 : all[at];
  }

  /** The board's tick at which an area last changed. */
  long changed(int contest, int area) {
    return changed[contest][areas.local(area)];
  }

  /** When an area was last counted, by the counting node's clock; 0 = never. */
  long countedAtMillis(int contest, int area) {
    return countedAtMillis[contest][areas.local(area)];
  }

  /** The province's own votes, counted and held. */
  long[] province(int contest) {
    long[] row = new long[layouts[contest].choices() + 2];
    long[] all = sums[contest];
    if (all != null) {
      System.arraycopy(all, 0, row, 0, row.length);
    }
    return row;
  }

  /** The rows of every area of a contest as they are now, one behind the other. */
  long[] copy(int contest) {
    long[] all = sums[contest];
    return all == null ? new long[areas.size() * layouts[contest].width()] : all.clone();
  }

  /** Place of an area among those of {@link #copy}. */
  int local(int area) {
    return areas.local(area);
  }

  /** What a form in that state gives to each area above it. */
  long[] row(int contest, StationState state, byte @Nullable [] packed) {
    return StationRow.of(layouts[contest], state, packed, election);
  }

  /** The row of the form that was just read; overwritten by the next of the contest. */
  long[] row(int contest, StationState state, PackedNumbers form) {
    return StationRow.of(layouts[contest], state, form, rows[contest]);
  }

  /**
   * From now on, until {@link #addUp}, only villages are kept, and of the province what {@link
   * #province} gives: of a first reading nobody looks at the rest, and to keep it would be more
   * than half the work.
   */
  void leaveOutAbove() {
    aboveLeftOut = true;
  }

  /** Adds the villages up to the province. */
  void addUp() {
    aboveLeftOut = false;
    for (int c = 0; c < layouts.length; c++) {
      long[] all = sums[c];
      if (all == null) {
        continue;
      }
      Arrays.fill(all, 0, layouts[c].width(), 0);
      for (int level = 4; level > 1; level--) {
        for (int local = areas.begin(level); local < areas.end(level); local++) {
          int above = areas.local(tree.parent(areas.area(level, local)));
          add(c, all, above, local);
        }
      }
    }
  }

  private void add(int contest, long[] all, int to, int from) {
    int width = layouts[contest].width();
    for (int f = 0; f < width; f++) {
      all[to * width + f] += all[from * width + f];
    }
    long[] times = countedAtMillis[contest];
    times[to] = Math.max(times[to], times[from]);
    changed[contest][to] = Math.max(changed[contest][to], changed[contest][from]);
  }

  /** Takes one row out of a village and each area above it and puts another in. */
  void move(int contest, int village, long @Nullable [] taken, long[] given) {
    int width = given.length;
    long[] into = sums[contest];
    if (into == null) {
      into = new long[areas.size() * width];
      sums[contest] = into;
    }
    if (aboveLeftOut) {
      move(into, areas.local(village) * width, taken, given, width);
      move(into, PROVINCE * width, taken, given, layouts[contest].choices() + 2);
      return;
    }
    for (int area = village; area > 0; area = tree.parent(area)) {
      move(into, areas.local(area) * width, taken, given, width);
    }
  }

  private static void move(
      long[] into, int from, long @Nullable [] taken, long[] given, int figures) {
    for (int f = 0; f < figures; f++) {
      into[from + f] += given[f];
    }
    if (taken != null) {
      for (int f = 0; f < figures; f++) {
        into[from + f] -= taken[f];
      }
    }
  }

  /** Remembers that a village and the areas above it changed. */
  void touch(int contest, int village, long atMillis, long tick) {
    for (int area = village; area > 0; area = aboveLeftOut ? 0 : tree.parent(area)) {
      int local = areas.local(area);
      // In a first reading it is 0 as all of them are, and not written: that is a line of memory.
      if (tick > 0) {
        changed[contest][local] = tick;
      }
      countedAtMillis[contest][local] = Math.max(countedAtMillis[contest][local], atMillis);
    }
  }
}
