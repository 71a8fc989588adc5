package id.pantau.command.country;

import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The rows of the country: every province and kabupaten, and how many forms each may send. */
final class Areas {
  private final AreaTree tree;
  private final int rows;
  private final int[][] expected;
  private final short[][] childOf;

  Areas(Election election) {
    this.tree = election.areas();
    int last = 0;
    for (int area = 0; area < tree.size(); area++) {
      last = tree.area(area).level() <= 2 ? area : last;
    }
    this.rows = last + 1;
    this.childOf = new short[rows][];
    IntStream.of(tree.provinces()).forEach(this::ranges);
    this.expected = new int[election.contests().size()][];
    for (int c = 0; c < expected.length; c++) {
      expected[c] = expected(election.contests().get(c));
    }
  }

  private int[] expected(Contest contest) {
    int[] stations = new int[tree.size()];
    for (String code : contest.scope()) {
      addBelow(stations, tree.find(code));
    }
    for (int area = stations.length - 1; area > 0; area--) {
      stations[tree.area(area).parent()] += stations[area];
    }
    return Arrays.copyOf(stations, rows);
  }

  private void addBelow(int[] stations, int area) {
    if (tree.area(area).level() == 4) {
      stations[area] = tree.stations(area);
    }
    for (int k = 0; k < tree.childCount(area); k++) {
      addBelow(stations, tree.firstChild(area) + k);
    }
  }

  /** Areas of levels 0 to 2 come first in the tree: an index below this is one of ours. */
  int rows() {
    return rows;
  }

  int expected(int contest, int area) {
    return expected[contest][area];
  }

  /** The kabupaten of a station: every form asks for it. */
  int kabupaten(int province, int slot) {
    return tree.firstChild(province) + childOf[province][slot];
  }

  /** Children's slots stand one after the other; an area without stations has none. */
  private void ranges(int province) {
    short[] which = new short[tree.stations(province)];
    for (int child = 0; child < tree.childCount(province); child++) {
      int kabupaten = tree.firstChild(province) + child;
      int first = tree.firstSlot(kabupaten);
      Arrays.fill(which, first, first + tree.stations(kabupaten), (short) child);
    }
    childOf[province] = which;
  }
}
