package id.pantau.board;

import java.util.Arrays;

/** When each entry of a province went out to viewers; 8 bytes an entry. */
final class TickTimes {
  private long[] millis = new long[64];
  private int covered;

  /** Entries whose time is known, or known to be unknown. */
  int covered() {
    return covered;
  }

  /** The entries up to that many, where they have no time yet, have this one. */
  void cover(int entries, long atMillis) {
    if (entries <= covered) {
      return;
    }
    if (entries > millis.length) {
      millis = Arrays.copyOf(millis, Math.max(entries, 2 * millis.length));
    }
    Arrays.fill(millis, covered, entries, atMillis);
    covered = entries;
  }

  /** 0 where it is not known. */
  long at(int entry) {
    return entry < covered ? millis[entry] : 0;
  }
}
