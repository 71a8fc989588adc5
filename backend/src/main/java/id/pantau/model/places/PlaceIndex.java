package id.pantau.model.places;

import id.pantau.model.Area;
import id.pantau.model.AreaTree;
import id.pantau.model.Station;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds areas and stations by name or code. Built once, off the event loop; after that immutable,
 * and a question takes well under a millisecond, so it is answered on the loop that got it.
 */
public final class PlaceIndex {
  private static final int VILLAGE_LEVEL = 4;

  /** Level of a station on the wire, one below the village. */
  private static final int STATION_LEVEL = 5;

  private static final int VILLAGE_CODE_LENGTH = 10;
  private static final int NUMBER_MAX = 999;

  private final AreaTree tree;
  private final SearchWords words;

  public PlaceIndex(AreaTree tree) {
    this.tree = tree;
    this.words = new SearchWords(tree);
  }

  /** The best hits, best first: codes before names. */
  public List<PlaceHit> find(String text, int max) {
    SearchQuestion asked = SearchQuestion.of(text);
    List<PlaceHit> hits = new ArrayList<>();
    if (asked.code() != null) {
      byCode(asked.code(), max, hits);
    }
    if (asked.words().isEmpty() || hits.size() >= max) {
      return hits;
    }
    if (asked.station() >= 0) {
      stations(asked, max, hits);
    } else {
      for (int area : new SearchRanking(tree, words, asked.words(), i -> true, max).areas()) {
        if (hits.size() < max && hits.stream().noneMatch(h -> h.code().equals(code(area)))) {
          hits.add(hit(tree.area(area)));
        }
      }
    }
    return hits;
  }

  private String code(int area) {
    return tree.area(area).code();
  }

  /** Villages by name that have a station of that number. */
  private void stations(SearchQuestion asked, int max, List<PlaceHit> hits) {
    SearchRanking ranking =
        new SearchRanking(
            tree, words, asked.words(), i -> station(i, asked.station()) != null, max);
    for (int village : ranking.areas()) {
      Station station = station(village, asked.station());
      if (station != null && hits.size() < max) {
        hits.add(hit(station));
      }
    }
  }

  private @org.jspecify.annotations.Nullable Station station(int area, int number) {
    return tree.area(area).level() == VILLAGE_LEVEL
        ? tree.station(code(area) + number(number))
        : null;
  }

  private static String number(int number) {
    return number < 10 ? "00" + number : number < 100 ? "0" + number : Integer.toString(number);
  }

  /** Areas whose code begins with the prefix, bigger ones first, then stations of a village. */
  private void byCode(String prefix, int max, List<PlaceHit> hits) {
    int from = 0;
    while (from < tree.size() && hits.size() < max) {
      int level = tree.area(from).level();
      int end = firstOf(level + 1, from);
      for (int i = firstCode(prefix, from, end);
          i < end && code(i).startsWith(prefix) && hits.size() < max;
          i++) {
        hits.add(hit(tree.area(i)));
      }
      from = end;
    }
    if (prefix.length() >= VILLAGE_CODE_LENGTH) {
      String village = prefix.substring(0, VILLAGE_CODE_LENGTH);
      for (int n = 0; n <= NUMBER_MAX && hits.size() < max; n++) {
        String code = village + number(n);
        Station station = code.startsWith(prefix) ? tree.station(code) : null;
        if (station != null) {
          hits.add(hit(station));
        }
      }
    }
  }

  /** First index at or after {@code from} of an area of that level or below it. */
  private int firstOf(int level, int from) {
    int low = from;
    int high = tree.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (tree.area(mid).level() >= level) {
        high = mid;
      } else {
        low = mid + 1;
      }
    }
    return low;
  }

  /** First index of a run of areas in the order of codes whose code is not below the text. */
  private int firstCode(String text, int from, int to) {
    int low = from;
    int high = to;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (code(mid).compareTo(text) >= 0) {
        high = mid;
      } else {
        low = mid + 1;
      }
    }
    return low;
  }

  private PlaceHit hit(Area area) {
    return new PlaceHit(
        "area", area.code(), area.name(), area.level(), tree.path(Math.max(area.parent(), 0)));
  }

  private PlaceHit hit(Station station) {
    return new PlaceHit(
        "station", station.code(), station.name(), STATION_LEVEL, tree.path(station.village()));
  }
}
