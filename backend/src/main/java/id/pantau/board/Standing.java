package id.pantau.board;

import id.pantau.model.Act;
import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Position;
import id.pantau.model.Station;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All provinces together: the figures of any area of any contest, the nation's folded from the
 * provinces' when asked.
 */
final class Standing {
  private final Election election;
  private final AreaTree tree;
  private final ProvinceFold[] folds;
  private final long[] replacedAt;
  private final int[][] expected;
  private final Layout[] layouts;
  private final int firstProvince;
  private final Map<String, Long> actedBelow = new HashMap<>();
  private final Map<String, Long> actedRows = new HashMap<>();
  private volatile PlaceActs acts;

  Standing(Election election) {
    this.election = election;
    this.tree = election.areas();
    this.acts = new PlaceActs(election, List.of());
    int[] provinces = tree.provinces();
    this.firstProvince = provinces[0];
    this.folds = new ProvinceFold[provinces.length];
    this.replacedAt = new long[provinces.length];
    int contests = election.contests().size();
    this.expected = new int[contests][];
    this.layouts = new Layout[contests];
    for (int c = 0; c < contests; c++) {
      Contest contest = election.contests().get(c);
      layouts[c] = new Layout(contest.choices().size());
      int[] alike = expectedAlike(election, c);
      expected[c] = alike == null ? expected(contest) : alike;
    }
  }

  /** Puts a fold in its province's place; everything in it counts as changed. */
  void put(ProvinceFold fold, long tick) {
    ProvinceFold before = folds[fold.province() - firstProvince];
    if (before != null) {
      fold.announcedLike(before);
    }
    folds[fold.province() - firstProvince] = fold;
    replacedAt[fold.province() - firstProvince] = tick;
  }

  /**
   * The tick has ended.
   *
   * @param atMillis 0 = what was folded in it was read and not followed
   */
  void announced(long atMillis) {
    for (ProvinceFold fold : folds) {
      fold.announced(atMillis);
    }
  }

  ProvinceFold fold(int area) {
    return folds[tree.province(area) - firstProvince];
  }

  ProvinceFold[] folds() {
    return folds;
  }

  /** The folds that an area is made of: its province's, or all for the nation. */
  ProvinceFold[] folds(int area) {
    return area == 0 ? folds : new ProvinceFold[] {fold(area)};
  }

  Layout layout(int contest) {
    return layouts[contest];
  }

  /** Stations of an area that take a form of the contest. */
  int expected(int contest, int area) {
    return expected[contest][area];
  }

  Position position(int area) {
    return position(area, ProvinceFold::position);
  }

  /** The position after the last batch that was counted at or before an instant. */
  Position positionAt(int area, long millis) {
    return position(area, fold -> fold.positionAt(millis));
  }

  private Position position(int area, Function<ProvinceFold, Position> of) {
    int epoch = 1;
    long revision = 0;
    for (ProvinceFold fold : folds(area)) {
      Position each = of.apply(fold);
      epoch += each.epoch() - 1;
      revision += each.revision();
    }
    return new Position(epoch, revision);
  }

  /** The acts in force; may be asked on any thread. */
  PlaceActs acts() {
    return acts;
  }

  /** Other acts are in force: places count as changed with all below, and the rows above them. */
  void act(List<Act> open, long tick) {
    PlaceActs before = acts;
    acts = new PlaceActs(election, open);
    for (String place : PlaceActs.between(before, acts)) {
      actedBelow.put(place, tick);
      Station station = tree.station(place);
      int area = station == null ? tree.find(place) : -1;
      int above = station != null ? station.village() : area < 0 ? -1 : tree.area(area).parent();
      if (above >= 0) {
        actedRows.put(tree.area(above).code(), tick);
      }
    }
  }

  /** The tick at which other acts concerned the area or its rows; 0 = never. */
  long acted(int area) {
    if (actedBelow.isEmpty()) {
      return 0;
    }
    long newest = actedRows.getOrDefault(tree.area(area).code(), 0L);
    for (int at = area; at >= 0; at = tree.area(at).parent()) {
      newest = Math.max(newest, actedBelow.getOrDefault(tree.area(at).code(), 0L));
    }
    return newest;
  }

  /** The row of figures of an area. */
  long[] figures(int contest, int area) {
    long[] row = new long[layouts[contest].width()];
    for (ProvinceFold fold : folds(area)) {
      int of = area == 0 ? fold.province() : area;
      for (int f = 0; f < row.length; f++) {
        row[f] += fold.sums().sum(contest, of, f);
      }
    }
    return row;
  }

  /** When the area was last counted; 0 = never. */
  long countedAtMillis(int contest, int area) {
    if (area != 0) {
      return fold(area).sums().countedAtMillis(contest, area);
    }
    long newest = 0;
    for (ProvinceFold fold : folds) {
      newest = Math.max(newest, fold.sums().countedAtMillis(contest, fold.province()));
    }
    return newest;
  }

  /** When anything was last counted; 0 = never. */
  long countedAtMillis() {
    long newest = 0;
    for (int c = 0; c < layouts.length; c++) {
      newest = Math.max(newest, countedAtMillis(c, 0));
    }
    return newest;
  }

  /** The tick at which the fold of an area's province was put in its place. */
  long replaced(int area) {
    return replacedAt[tree.province(area) - firstProvince];
  }

  /** The tick at which the area last changed. */
  long changed(int contest, int area) {
    if (area != 0) {
      long counted = Math.max(replaced(area), fold(area).sums().changed(contest, area));
      return Math.max(counted, acted(area));
    }
    long newest = acted(0);
    for (ProvinceFold fold : folds) {
      newest = Math.max(newest, changed(contest, fold.province()));
    }
    return newest;
  }

  /** What a contest before it with the same scope expects: most have the whole nation. */
  private int @Nullable [] expectedAlike(Election election, int contest) {
    List<String> scope = election.contests().get(contest).scope();
    for (int c = 0; c < contest; c++) {
      if (election.contests().get(c).scope().equals(scope)) {
        return expected[c];
      }
    }
    return null;
  }

  private int[] expected(Contest contest) {
    int[] stations = new int[tree.size()];
    for (String code : contest.scope()) {
      addBelow(stations, tree.find(code));
    }
    for (int area = stations.length - 1; area > 0; area--) {
      stations[tree.area(area).parent()] += stations[area];
    }
    return stations;
  }

  private void addBelow(int[] stations, int area) {
    if (tree.area(area).level() == 4) {
      stations[area] = tree.stations(area);
    }
    for (int k = 0; k < tree.childCount(area); k++) {
      addBelow(stations, tree.firstChild(area) + k);
    }
  }

  Election election() {
    return election;
  }
}
