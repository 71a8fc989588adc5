package id.pantau.rules;

import java.util.List;

/** Areas as prefixes: a station's code begins with the code of every area above it. */
final class Places {
  private Places() {}

  /** True where one of the area codes is the station's or above it; {@code "0"} is above all. */
  static boolean within(String station, List<String> areas) {
    for (String area : areas) {
      if (area.equals("0") || station.startsWith(area)) {
        return true;
      }
    }
    return false;
  }
}
