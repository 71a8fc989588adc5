package id.pantau.opendata;

import java.util.Locale;

/** The levels of places, in the order of the tree; a station is below all areas. */
enum Level {
  NATION,
  PROVINCE,
  KABUPATEN,
  KECAMATAN,
  VILLAGE,
  STATION;

  /** As file names have it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
