package id.pantau.board;

/** Where a station stands in one contest; the order is that of the stored byte. */
enum StationState {
  WAITING,
  COUNTED,
  HELD,
  STORED,
  WITHDRAWN;

  private static final StationState[] ALL = values();

  static StationState of(byte stored) {
    return ALL[stored];
  }

  String wire() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
