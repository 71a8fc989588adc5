package id.pantau.load.flood;

import java.util.Map;
import java.util.TreeMap;

/** Votes by choice and counted stations of one area; may be a difference, so below zero. */
public final class Sums {
  private final Map<String, Long> votes = new TreeMap<>();
  private long stations;

  Map<String, Long> votes() {
    return votes;
  }

  void stations(long counted) {
    stations = counted;
  }

  /** Adds, or with {@code sign} −1 takes away. */
  void add(Map<String, ? extends Number> more, long moreStations, int sign) {
    more.forEach((choice, n) -> votes.merge(choice, sign * n.longValue(), Long::sum));
    stations += sign * moreStations;
  }

  /** This less an earlier one. */
  Sums since(Sums earlier) {
    Sums difference = new Sums();
    difference.add(votes, stations, 1);
    difference.add(earlier.votes, earlier.stations, -1);
    return difference;
  }

  /** Equal where they say the same of every choice; a choice that is missing has none. */
  boolean same(Sums other) {
    return since(other).votes.values().stream().allMatch(n -> n == 0) && stations == other.stations;
  }

  @Override
  public String toString() {
    return votes + " in " + stations + " stations";
  }
}
