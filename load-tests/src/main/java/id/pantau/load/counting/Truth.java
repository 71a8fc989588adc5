package id.pantau.load.counting;

import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Form;
import id.pantau.model.Station;
import id.pantau.model.Verdict;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the totals of every province, kabupaten and kecamatan must be: votes, stations counted,
 * stations held, added up from the forms themselves and not from what was packed of them.
 */
public final class Truth {
  private final int choices;
  private final Map<Integer, long[]> areas = new TreeMap<>();

  Truth(int choices) {
    this.choices = choices;
  }

  void add(AreaTree tree, Contest contest, Station station, Form form, Verdict.Outcome outcome) {
    for (int area = tree.area(station.village()).parent(); area > 0; area = above(tree, area)) {
      long[] row = areas.computeIfAbsent(area, a -> new long[choices + 2]);
      switch (outcome) {
        case COUNTED -> {
          for (int c = 0; c < choices; c++) {
            row[c] += Objects.requireNonNull(form.votes().get(contest.choices().get(c).id()));
          }
          row[choices]++;
        }
        case HELD -> row[choices + 1]++;
        case STORED -> {}
        case REFUSED -> throw new IllegalArgumentException(form.station() + " is refused");
      }
    }
  }

  private static int above(AreaTree tree, int area) {
    return tree.area(area).parent();
  }

  /** Figures of a row: choices, counted, held. */
  int width() {
    return choices + 2;
  }

  /** Every area that has something, by its index in the tree. */
  Map<Integer, long[]> areas() {
    return areas;
  }

  /** What of it is in some provinces. */
  Truth only(AreaTree tree, Set<Integer> provinces) {
    Truth some = new Truth(choices);
    areas.forEach(
        (area, row) -> {
          if (provinces.contains(tree.province(area))) {
            some.areas.put(area, row);
          }
        });
    return some;
  }

  /**
   * Compares.
   *
   * @param found figures of an area that a store has; empty where it has none
   * @throws IOException where they differ: the run is void
   */
  void check(int area, long[] found) throws IOException {
    long[] wanted = areas.getOrDefault(area, new long[width()]);
    if (!Arrays.equals(found, wanted)) {
      throw new IOException(
          "area " + area + " has " + Arrays.toString(found) + ", not " + Arrays.toString(wanted));
    }
  }
}
