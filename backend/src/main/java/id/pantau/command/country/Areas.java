package id.pantau.command.country;

import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Election;

/** The rows of the country: every province and kabupaten, and how many forms each may send. */
final class Areas {
  private final AreaTree tree;
  private final int rows;
  private final int[][] expected;

  Areas(Election election) {
    this.tree = election.areas();
    int last = 0;
    for (int area = 0; area < tree.size(); area++) {
      last = tree.area(area).level() <= 2 ? area : last;
    }
    this.rows = last + 1;
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
    return java.util.Arrays.copyOf(stations, rows);
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

  /** The kabupaten of a station: children's slots stand one after the other. */
  int kabupaten(int province, int slot) {
    int low = tree.firstChild(province);
    int high = low + tree.childCount(province) - 1;
    while (low < high) {
      int mid = (low + high + 1) >>> 1;
      if (slotsBefore(mid) <= slot) {
        low = mid;
      } else {
        high = mid - 1;
      }
    }
    // An area without stations begins where the next one does.
    while (tree.stations(low) == 0 && low > tree.firstChild(province)) {
      low--;
    }
    return low;
  }

  private int slotsBefore(int kabupaten) {
    if (tree.stations(kabupaten) > 0) {
      return tree.firstSlot(kabupaten);
    }
    int next = kabupaten + 1;
    int end =
        tree.firstChild(tree.area(kabupaten).parent())
            + tree.childCount(tree.area(kabupaten).parent());
    while (next < end && tree.stations(next) == 0) {
      next++;
    }
    return next == end ? Integer.MAX_VALUE : tree.firstSlot(next);
  }
}
