package id.pantau.board;

import java.util.Arrays;

/**
 * One contest's stations of one province, by slot: newest form, the form that stands, the state.
 */
final class ContestStations {
  private final int[] newest;
  private final int[] standing;
  private final byte[] state;

  ContestStations(int stations) {
    newest = new int[stations];
    standing = new int[stations];
    state = new byte[stations];
    Arrays.fill(newest, FormStore.NONE);
    Arrays.fill(standing, FormStore.NONE);
  }

  private ContestStations(ContestStations other) {
    newest = other.newest.clone();
    standing = other.standing.clone();
    state = other.state.clone();
  }

  /** The same as it is now: nine bytes a station. */
  ContestStations copy() {
    return new ContestStations(this);
  }

  /** Offset of the newest form, a held one beside a person's included. */
  int newest(int slot) {
    return newest[slot];
  }

  /** Offset of the form whose state the station has. */
  int standing(int slot) {
    return standing[slot];
  }

  StationState state(int slot) {
    return StationState.of(state[slot]);
  }

  void arrived(int slot, int offset) {
    newest[slot] = offset;
  }

  void stands(int slot, int offset, StationState now) {
    standing[slot] = offset;
    state[slot] = (byte) now.ordinal();
  }
}
