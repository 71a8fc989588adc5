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

  ProvinceSums(Election election, int province) {
    this.election = election;
    this.tree = election.areas();
    this.areas = new ProvinceAreas(tree, province);
    int contests = election.contests().size();
    layouts = new Layout[contests];
    sums = new long[contests][];
    changed = new long[contests][areas.size()];
    countedAtMillis = new long[contests][areas.size()];
    for (int c = 0; c < contests; c++) {
      layouts[c] = new Layout(election.contests().get(c).choices().size());
      sums[c] = new long[areas.size() * layouts[c].width()];
    }
  }

  /** A figure of an area, by its place in the contest's {@link Layout}. */
  long sum(int contest, int area, int figure) {
    return sums[contest][areas.local(tree, area) * layouts[contest].width() + figure];
  }

  /** The board's tick at which an area last changed. */
  long changed(int contest, int area) {
    return changed[contest][areas.local(tree, area)];
  }

  /** When an area was last counted, by the counting node's clock; 0 = never. */
  long countedAtMillis(int contest, int area) {
    return countedAtMillis[contest][areas.local(tree, area)];
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
    return areas.local(tree, area);
  }

  /** What a form in that state gives to each area above it. */
  long[] row(int contest, StationState state, byte @Nullable [] packed) {
    return StationRow.of(layouts[contest], state, packed, election);
  }

  /** The row of the form that was just read. */
  long[] row(int contest, StationState state, PackedNumbers form) {
    return StationRow.of(layouts[contest], state, form);
  }

  /** Takes one row out of a village and each area above it and puts another in. */
  void move(int contest, int village, long[] taken, long[] given) {
    for (int area = village; area > 0; area = tree.area(area).parent()) {
      int from = areas.local(tree, area) * given.length;
      for (int f = 0; f < given.length; f++) {
        sums[contest][from + f] += given[f] - taken[f];
      }
    }
  }

  /** Remembers that a village and the areas above it changed. */
  void touch(int contest, int village, long atMillis, long tick) {
    for (int area = village; area > 0; area = tree.area(area).parent()) {
      int local = areas.local(tree, area);
      changed[contest][local] = tick;
      countedAtMillis[contest][local] = Math.max(countedAtMillis[contest][local], atMillis);
    }
  }
}
