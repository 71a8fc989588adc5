package id.pantau.election;

import id.pantau.model.AreaTree.StationRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Reads the station numbers of a village: {@code 1-12;901}, overseas by method {@code
 * KSK:10-13|POS:1|TPS:2-9}, where {@code ?} says that the source does not know the method.
 */
final class StationRanges {
  private static final Set<String> KINDS = Set.of("TPS", "KSK", "POS", "?");
  private static final int NUMBER_MAX = 999;
  private static final int DIGITS_MAX = 9;
  private static final int NONE = -1;

  private StationRanges() {}

  /** The ranges ascending by number, whatever the order of the methods; empty for no stations. */
  static List<StationRange> read(String text, Place place) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<StationRange> ranges = new ArrayList<>(1);
    for (int from = 0, to; from <= text.length(); from = to + 1) {
      to = end(text, '|', from, text.length());
      group(text, from, to, place, ranges);
    }
    if (ranges.size() > 1) {
      ranges.sort(Comparator.comparingInt(StationRange::first));
    }
    for (int i = 1; i < ranges.size(); i++) {
      if (ranges.get(i).first() <= ranges.get(i - 1).last()) {
        throw place.refused(
            "stations " + text + ": number " + ranges.get(i).first() + " stands twice");
      }
    }
    return ranges;
  }

  /** Reads the ranges of one method. */
  private static void group(String text, int from, int to, Place place, List<StationRange> ranges) {
    int colon = text.indexOf(':', from);
    boolean named = colon >= 0 && colon < to;
    String kind = named ? text.substring(from, colon) : "TPS";
    if (!KINDS.contains(kind)) {
      throw place.refused("stations " + text + ": unknown kind " + kind);
    }
    int before = 0;
    for (int at = named ? colon + 1 : from, end; at <= to; at = end + 1) {
      end = end(text, ';', at, to);
      StationRange range = range(kind, text.substring(at, end), text, place);
      if (range.first() <= before) {
        throw place.refused("stations " + text + ": " + text.substring(at, end) + " does not rise");
      }
      before = range.last();
      ranges.add(range);
    }
  }

  /** Where a part ends that begins there: at the next mark, or at the end. */
  private static int end(String text, char mark, int from, int to) {
    int next = text.indexOf(mark, from);
    return next < 0 || next > to ? to : next;
  }

  private static StationRange range(String kind, String part, String text, Place place) {
    int dash = part.indexOf('-');
    int first = number(part, 0, dash < 0 ? part.length() : dash);
    int last = dash < 0 ? first : number(part, dash + 1, part.length());
    if (first == NONE || last == NONE) {
      throw place.refused("stations " + text + ": \"" + part + "\" is no range");
    }
    if (first < 1 || last > NUMBER_MAX) {
      throw place.refused("stations " + text + ": " + part + " is outside 1…" + NUMBER_MAX);
    }
    if (last < first) {
      throw place.refused("stations " + text + ": " + part + " descends");
    }
    return new StationRange(kind, first, last);
  }

  /** Digits as a number, or NONE. By hand: a node reads 90,000 of them before it is warm. */
  private static int number(String text, int from, int to) {
    if (from == to || to - from > DIGITS_MAX) {
      return NONE;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return NONE;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }
}
