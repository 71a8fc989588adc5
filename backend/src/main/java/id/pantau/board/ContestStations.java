package id.pantau.board;

import java.util.Arrays;

/**
 * One contest's stations of one province, by slot: newest form, the form that stands, the state.
 * All three in one long, since every form asks for all three and another line of memory for each
 * would cost more than all that is done with them.
 */
final class ContestStations {
  private static final long[] NO_FORMS = {};
  private static final int OFFSET_BITS = 31;
  private static final int STATE_BITS = 2;
  private static final int OFFSET = (1 << OFFSET_BITS) - 1;

  /** Neither a newest form nor one that stands; whatever the state bits are, it waits. */
  private static final long NOTHING = -1L << STATE_BITS;

  private final int stations;

  /** The newest form, then the one that stands, 31 bits each, then the state less 1, 2 bits. */
  private long[] forms = NO_FORMS;

  /** Takes no memory before the first form. */
  ContestStations(int stations) {
    this.stations = stations;
  }

  /** The same as it is now: eight bytes a station. */
  ContestStations copy() {
    ContestStations copy = new ContestStations(stations);
    copy.forms = forms.clone();
    return copy;
  }

  private long at(int slot) {
    return forms.length == 0 ? NOTHING : forms[slot];
  }

  /** Offset of the newest form, a held one beside a person's included. */
  int newest(int slot) {
    return offset(at(slot) >>> (OFFSET_BITS + STATE_BITS));
  }

  /** Offset of the form whose state the station has. */
  int standing(int slot) {
    return offset(at(slot) >>> STATE_BITS);
  }

  /** All bits set are no form: a store never grows so far. */
  private static int offset(long bits) {
    int offset = (int) bits & OFFSET;
    return offset == OFFSET ? FormStore.NONE : offset;
  }

  StationState state(int slot) {
    long at = at(slot);
    return offset(at >>> STATE_BITS) == FormStore.NONE
        ? StationState.WAITING
        : StationState.of((byte) (1 + (at & 3)));
  }

  void arrived(int slot, int offset) {
    if (forms.length == 0) {
      forms = new long[stations];
      Arrays.fill(forms, NOTHING);
    }
    long kept = forms[slot] & ((1L << (OFFSET_BITS + STATE_BITS)) - 1);
    forms[slot] = (long) offset << (OFFSET_BITS + STATE_BITS) | kept;
  }

  /**
   * Only of a station whose form {@link #arrived}.
   *
   * @throws IllegalArgumentException where it shall wait: a form that stands is not waited for, and
   *     a log that says so is not to be believed
   */
  void stands(int slot, int offset, StationState now) {
    if (now == StationState.WAITING) {
      throw new IllegalArgumentException("a form after which its station waits for one");
    }
    long kept = forms[slot] & -1L << (OFFSET_BITS + STATE_BITS);
    forms[slot] = kept | (long) offset << STATE_BITS | (now.ordinal() - 1);
  }
}
