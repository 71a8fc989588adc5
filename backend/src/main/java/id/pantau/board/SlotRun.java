package id.pantau.board;

import id.pantau.model.AreaTree;

/**
 * The slots of an area's stations in their province. They are neighbours: slots count up in the
 * order of codes, and an area's code begins those of all below it.
 *
 * @param to exclusive
 */
record SlotRun(int from, int to) {
  static final SlotRun ALL = new SlotRun(0, Integer.MAX_VALUE);

  /** The run of an area below the nation; empty where it has no stations. */
  static SlotRun of(AreaTree tree, int area) {
    if (tree.stations(area) == 0) {
      return new SlotRun(0, 0);
    }
    int first = area;
    while (tree.area(first).level() < 4) {
      int child = tree.firstChild(first);
      while (tree.stations(child) == 0) {
        child++;
      }
      first = child;
    }
    int from = tree.slotBase(first);
    return new SlotRun(from, from + tree.stations(area));
  }

  boolean has(int slot) {
    return slot >= from && slot < to;
  }

  int size() {
    return to - from;
  }
}
