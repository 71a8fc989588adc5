package id.pantau.board;

import id.pantau.model.AreaTree;

/** The areas of one province, numbered densely: a province's sums are rows by this number. */
final class ProvinceAreas {
  /** No area has so high a number: a level that the province lacks begins there. */
  private static final int NOWHERE = Integer.MAX_VALUE;

  private final int[] first = new int[5];
  private final int[] base = new int[5];
  private final int size;

  ProvinceAreas(AreaTree tree, int province) {
    int from = province;
    int to = province;
    int count = 0;
    for (int level = 1; level <= 4; level++) {
      first[level] = from < 0 ? NOWHERE : from;
      base[level] = count;
      count += to - from + 1;
      int nextFrom = -1;
      int nextTo = -2;
      for (int area = from; area <= to; area++) {
        if (tree.childCount(area) > 0) {
          nextFrom = nextFrom < 0 ? tree.firstChild(area) : nextFrom;
          nextTo = tree.firstChild(area) + tree.childCount(area) - 1;
        }
      }
      from = nextFrom;
      to = nextTo;
    }
    size = count;
  }

  int size() {
    return size;
  }

  /** The first number of a level. */
  int begin(int level) {
    return base[level];
  }

  /** The number behind the last of a level. */
  int end(int level) {
    return level == 4 ? size : base[level + 1];
  }

  /** The area of a level that has a number. */
  int area(int level, int local) {
    return first[level] + local - base[level];
  }

  /**
   * The number of an area of this province within it. Areas are in the order of their levels, so
   * its level is told without a look at it: a first reading asks this of every form.
   *
   * @throws IndexOutOfBoundsException where it lies in another province: a log that says so is not
   *     to be believed
   */
  int local(int area) {
    int level = 4;
    while (area < first[level]) {
      level--;
    }
    int number = base[level] + area - first[level];
    if (number >= end(level)) {
      throw new IndexOutOfBoundsException("area " + area + " lies in another province");
    }
    return number;
  }
}
