package id.pantau.board;

import id.pantau.model.AreaTree;
import id.pantau.model.Election;
import id.pantau.platform.PackedNumbers;
import org.jspecify.annotations.Nullable;

/** The sums of every area of one province, all contests: one row of longs an area. */
final class ProvinceSums {
  private final Election election;
  private final AreaTree tree;
  private final ProvinceAreas areas;
  private final Layout[] layouts;
  private final long[][] sums;
  private final long[][] changed;
  private final long[][] countedAtMillis;
  private final long[][] rows;
  private final int province;
  private boolean middleLeftOut;

  ProvinceSums(Election election, int province) {
    this.election = election;
    this.tree = election.areas();
    this.areas = new ProvinceAreas(tree, province);
    this.province = province;
    int contests = election.contests().size();
    layouts = new Layout[contests];
    sums = new long[contests][];
    rows = new long[contests][];
    changed = new long[contests][areas.size()];
    countedAtMillis = new long[contests][areas.size()];
    for (int c = 0; c < contests; c++) {
      layouts[c] = new Layout(election.contests().get(c).choices().size());
      sums[c] = new long[areas.size() * layouts[c].width()];
      rows[c] = new long[layouts[c].width()];
    }
  }

  /** A figure of an area, by its place in the contest's {@link Layout}. */
  long sum(int contest, int area, int figure) {
    return sums[contest][areas.local(area) * layouts[contest].width() + figure];
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
    System.arraycopy(sums[contest], 0, row, 0, row.length);
    return row;
  }

  /** The rows of every area of a contest as they are now, one behind the other. */
  long[] copy(int contest) {
    return sums[contest].clone();
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
   * From now on, until {@link #addUp}, only villages and the province are kept: of a first reading
   * nobody looks at what lies between, and to keep it would be half the work.
   */
  void leaveOutMiddle() {
    middleLeftOut = true;
  }

  /** Adds the villages up to what lies between them and the province. */
  void addUp() {
    middleLeftOut = false;
    for (int c = 0; c < layouts.length; c++) {
      for (int level = 4; level > 2; level--) {
        for (int local = areas.begin(level); local < areas.end(level); local++) {
          int above = areas.local(tree.parent(areas.area(level, local)));
          add(c, above, local);
        }
      }
    }
  }

  private void add(int contest, int to, int from) {
    int width = layouts[contest].width();
    for (int f = 0; f < width; f++) {
      sums[contest][to * width + f] += sums[contest][from * width + f];
    }
    long[] times = countedAtMillis[contest];
    times[to] = Math.max(times[to], times[from]);
    changed[contest][to] = Math.max(changed[contest][to], changed[contest][from]);
  }

  /** Takes one row out of a village and each area above it and puts another in. */
  void move(int contest, int village, long @Nullable [] taken, long[] given) {
    for (int area = village; area > 0; area = above(area)) {
      int from = areas.local(area) * given.length;
      long[] into = sums[contest];
      for (int f = 0; f < given.length; f++) {
        into[from + f] += given[f];
      }
      if (taken != null) {
        for (int f = 0; f < taken.length; f++) {
          into[from + f] -= taken[f];
        }
      }
    }
  }

  private int above(int area) {
    return middleLeftOut && area != province ? province : tree.parent(area);
  }

  /** Remembers that a village and the areas above it changed. */
  void touch(int contest, int village, long atMillis, long tick) {
    for (int area = village; area > 0; area = above(area)) {
      int local = areas.local(area);
      changed[contest][local] = tick;
      countedAtMillis[contest][local] = Math.max(countedAtMillis[contest][local], atMillis);
    }
  }
}
