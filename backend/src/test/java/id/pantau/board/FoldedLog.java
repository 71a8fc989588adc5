package id.pantau.board;

import id.pantau.model.AreaTree;
import id.pantau.model.Election;
import id.pantau.platform.LogEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the board makes of a province's log, as far as it must not depend on the order. */
public final class FoldedLog {
  private FoldedLog() {}

  /**
   * Votes, counted, held and votes as sent of every area, and the state of every station, readable.
   *
   * @throws AssertionError where the fold does not agree with the sums in the log
   */
  public static Map<String, String> of(Election election, String province, List<LogEntry> log) {
    AreaTree tree = election.areas();
    ProvinceFold fold = new ProvinceFold(election, tree.find(province));
    for (LogEntry entry : log) {
      fold.apply(entry, 1);
      if (!fold.agrees()) {
        throw new AssertionError("the fold disagrees with the log at " + entry.position());
      }
    }
    Map<String, String> all = new TreeMap<>();
    for (int c = 0; c < election.contests().size(); c++) {
      String contest = election.contests().get(c).id();
      Layout layout = new Layout(election.contests().get(c).choices().size());
      int figures = layout.choices() + 2;
      for (int area = 1; area < tree.size(); area++) {
        if (tree.province(area) == tree.find(province)) {
          put(all, contest + " area " + tree.area(area).code(), row(fold, c, area, 0, figures));
          put(
              all,
              contest + " as sent " + tree.area(area).code(),
              row(fold, c, area, layout.sent(), layout.choices()));
        }
      }
      for (int slot = 0; slot < tree.stations(tree.find(province)); slot++) {
        StationState state = fold.stations(c).state(slot);
        if (state != StationState.WAITING) {
          all.put(contest + " " + tree.stationAt(tree.find(province), slot).code(), state.wire());
        }
      }
    }
    return all;
  }

  private static long[] row(ProvinceFold fold, int contest, int area, int from, int figures) {
    long[] row = new long[figures];
    for (int f = 0; f < figures; f++) {
      row[f] = fold.sums().sum(contest, area, from + f);
    }
    return row;
  }

  private static void put(Map<String, String> all, String key, long[] row) {
    if (Arrays.stream(row).anyMatch(n -> n != 0)) {
      all.put(key, Arrays.toString(row));
    }
  }
}
