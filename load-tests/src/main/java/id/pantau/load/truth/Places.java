package id.pantau.load.truth;

import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Station;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The forms that stand, added up for every place above them, stations included. */
final class Places {
  private static final int VILLAGE = 4;

  private final AreaTree tree;
  private final Contest contest;
  private final Map<Integer, Tally> areas = new HashMap<>();
  private final Map<String, Tally> stations = new HashMap<>();

  Places(AreaTree tree, Contest contest, List<Standing.Stood> forms) {
    this.tree = tree;
    this.contest = contest;
    areas.put(0, new Tally(contest));
    for (Standing.Stood stood : forms) {
      if (stood.form().contest().equals(contest.id())) {
        add(stood);
      }
    }
  }

  private void add(Standing.Stood stood) {
    Station station = Objects.requireNonNull(tree.station(stood.form().station()));
    int area = station.village();
    while (true) {
      areas.computeIfAbsent(area, a -> new Tally(contest)).add(stood.form(), stood.counted());
      if (area == 0) {
        break;
      }
      area = tree.area(area).parent();
    }
    Tally own = new Tally(contest);
    own.add(stood.form(), stood.counted());
    stations.put(station.code(), own);
  }

  Contest contest() {
    return contest;
  }

  Tally nation() {
    return Objects.requireNonNull(areas.get(0));
  }

  /** What must stand in an area or a station of that code; zeros where no form came. */
  Tally of(String code) {
    Tally station = stations.get(code);
    Tally known = station != null ? station : areas.get(tree.find(code));
    return known != null ? known : new Tally(contest);
  }

  /** How many rows an area's body must have. */
  int rows(int area) {
    return tree.area(area).level() == VILLAGE ? tree.stations(area) : tree.childCount(area);
  }

  /** Areas with forms, those of villages or those above them, in the tree's order. */
  List<Integer> reached(boolean villages) {
    return areas.keySet().stream()
        .filter(area -> (tree.area(area).level() == VILLAGE) == villages)
        .sorted()
        .toList();
  }

  String code(int area) {
    return tree.area(area).code();
  }
}
