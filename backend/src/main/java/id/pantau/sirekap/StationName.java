package id.pantau.sirekap;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells by its name whether a file is a station's: {@code …/1101012001/1101012001001.json}. A name
 * that says of itself that it is of another contest or tree is none.
 */
final class StationName {
  private static final Pattern STATION =
      Pattern.compile("(?:.*[^0-9A-Za-z])?([0-9A-Z]{10}[0-9]{3})\\.json");
  private static final Pattern TREE =
      Pattern.compile("(?:^|.*/)(?:pemilu|pilkada)/(hhcw|hhcd|hr)/([a-z]+)/.*");

  private StationName() {}

  /** The code of the station; null where the file is something else. */
  static @Nullable String of(String name, String family) {
    Matcher tree = TREE.matcher(name);
    if (tree.matches() && !(tree.group(1).equals("hhcw") && tree.group(2).equals(family))) {
      return null;
    }
    Matcher station = STATION.matcher(name);
    return station.matches() ? station.group(1) : null;
  }
}
