package id.pantau.load.layout;

/**
 * A way to keep counting records in Redis: which key a station's record lies in, and where.
 *
 * @param name as asked for: {@code province}, {@code station}, {@code village}, {@code hash},
 *     {@code pages:15}, {@code patched:25}
 * @param function of {@code layout.lua}
 * @param slots stations of one key where that is fixed, else 0
 */
public record Layout(String name, String function, Kind kind, int slots) {
  static final int RECORD_BYTES = 20;

  /** What one key holds. */
  public enum Kind {
    PROVINCE,
    VILLAGE,
    PAGE
  }

  /**
   * Reads a name.
   *
   * @throws IllegalArgumentException where there is no such layout
   */
  public static Layout parse(String name) {
    String[] parts = name.split(":", -1);
    return switch (parts[0]) {
      case "province" -> new Layout(name, "addressed", Kind.PROVINCE, 0);
      case "station" -> new Layout(name, "swapped", Kind.PAGE, 1);
      case "village" -> new Layout(name, "spliced", Kind.VILLAGE, 0);
      case "hash" -> new Layout(name, "hashed", Kind.VILLAGE, 0);
      case "pages" -> new Layout(name, "spliced", Kind.PAGE, Integer.parseInt(parts[1]));
      case "patched" -> new Layout(name, "patched", Kind.PAGE, Integer.parseInt(parts[1]));
      case "pieces" -> new Layout(name, "addressed", Kind.PAGE, Integer.parseInt(parts[1]));
      default -> throw new IllegalArgumentException("no layout is called " + name);
    };
  }

  /** What tells the key of a station's record from the others of its province. */
  int key(Arrival a) {
    return switch (kind) {
      case PROVINCE -> 0;
      case VILLAGE -> a.village();
      case PAGE -> a.slot() / slots;
    };
  }

  /** Where in the key's value the record stands, in bytes. */
  int offset(Arrival a) {
    return RECORD_BYTES
        * switch (kind) {
          case PROVINCE -> a.slot();
          case VILLAGE -> a.slot() - a.villageSlot();
          case PAGE -> a.slot() % slots;
        };
  }

  /** Bytes of the key's value when every station has a record. */
  int fullBytes(Arrival a) {
    return RECORD_BYTES
        * switch (kind) {
          case PROVINCE -> a.provinceStations();
          case VILLAGE -> a.villageStations();
          case PAGE -> Math.min(slots, a.provinceStations() - a.slot() / slots * slots);
        };
  }
}
