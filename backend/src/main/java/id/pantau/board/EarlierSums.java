package id.pantau.board;

import id.pantau.model.AreaTree;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An area and what lies one level below it, as they stood at an instant. */
final class EarlierSums {
  private final AreaTree tree;
  private final Sum whole;
  private final Sum[] children;

  /** The figures of one place, as a {@link Timeline} lays them out. */
  static final class Sum {
    private final long[] row;
    private long newestMillis;

    Sum(int choices) {
      row = new long[Timeline.width(choices)];
    }

    long[] row() {
      return row;
    }

    /** When it was last counted, by the counting node's clock; 0 = never. */
    long newestMillis() {
      return newestMillis;
    }

    private void add(long[] moved, long countedAtMillis) {
      for (int f = 0; f < row.length; f++) {
        row[f] += moved[f];
      }
      newestMillis = Math.max(newestMillis, countedAtMillis);
    }
  }

  private EarlierSums(AreaTree tree, int choices, int childCount) {
    this.tree = tree;
    this.whole = new Sum(choices);
    this.children = new Sum[childCount];
    for (int k = 0; k < childCount; k++) {
      children[k] = new Sum(choices);
    }
  }

  /** Adds it all up; for a province of 140,000 stations this takes milliseconds. */
  static EarlierSums of(AreaTree tree, int choices, Past past, long atMillis) {
    int area = past.area();
    boolean village = tree.area(area).level() == 4;
    EarlierSums sums =
        new EarlierSums(tree, choices, village ? tree.stations(area) : tree.childCount(area));
    if (area == 0) {
      for (int p = 0; p < sums.children.length; p++) {
        sums.province(p, past.views().get(p), atMillis);
      }
    } else {
      sums.below(area, past.views().get(0), atMillis);
    }
    return sums;
  }

  Sum whole() {
    return whole;
  }

  /** The n-th child; below a village the n-th station. */
  Sum child(int n) {
    return children[n];
  }

  /** From the last mark before the instant on: a few hundred rows, however long the log is. */
  private void province(int child, Timeline.View view, long atMillis) {
    Timeline.@Nullable Mark mark = view.markAt(atMillis);
    Sum sum = children[child];
    if (mark != null) {
      sum.add(mark.sums(), mark.newestMillis());
    }
    Walk walk = Walk.after(mark, view, atMillis);
    while (walk.next()) {
      sum.add(walk.moved(), walk.countedAtMillis());
    }
    whole.add(sum.row, sum.newestMillis);
  }

  private void below(int area, Timeline.View view, long atMillis) {
    SlotRun slots = SlotRun.of(tree, area);
    int[] childOf = childOf(area, slots);
    Walk walk = Walk.of(view, slots, atMillis);
    while (walk.next()) {
      children[childOf[walk.slot() - slots.from()]].add(walk.moved(), walk.countedAtMillis());
    }
    for (Sum child : children) {
      whole.add(child.row, child.newestMillis);
    }
  }

  private int[] childOf(int area, SlotRun slots) {
    int[] childOf = new int[slots.size()];
    if (tree.area(area).level() == 4) {
      Arrays.setAll(childOf, slot -> slot);
      return childOf;
    }
    int next = 0;
    for (int k = 0; k < tree.childCount(area); k++) {
      int stations = tree.stations(tree.firstChild(area) + k);
      Arrays.fill(childOf, next, next + stations, k);
      next += stations;
    }
    return childOf;
  }
}
