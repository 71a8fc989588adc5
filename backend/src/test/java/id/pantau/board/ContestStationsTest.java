package id.pantau.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class ContestStationsTest {
  private static final int STATIONS = 64;
  private static final StationState[] STATES = StationState.values();

  private record Station(int newest, int standing, StationState state) {}

  private static Station at(ContestStations stations, int slot) {
    return new Station(stations.newest(slot), stations.standing(slot), stations.state(slot));
  }

  @Test
  void station_noForm_waitsAndHasNone() {
    ContestStations none = new ContestStations(STATIONS);
    Station waits = new Station(FormStore.NONE, FormStore.NONE, StationState.WAITING);
    assertEquals(waits, at(none, 7));
    assertEquals(waits, at(none.copy(), 7));
    none.arrived(3, 0);
    assertEquals(waits, at(none, 7));
    assertEquals(new Station(0, FormStore.NONE, StationState.WAITING), at(none, 3));
  }

  /** Property: whatever arrives and stands where, each station keeps its own three. */
  @Test
  void stations_anyOrder_keepWhatTheyWereGiven() {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      ContestStations stations = new ContestStations(STATIONS);
      Station[] expected = new Station[STATIONS];
      java.util.Arrays.fill(
          expected, new Station(FormStore.NONE, FormStore.NONE, StationState.WAITING));
      for (int i = 0; i < 500; i++) {
        int slot = random.nextInt(STATIONS);
        int newest = random.nextInt(8) == 0 ? Integer.MAX_VALUE - 1 : random.nextInt(1 << 30);
        stations.arrived(slot, newest);
        expected[slot] = new Station(newest, expected[slot].standing(), expected[slot].state());
        if (random.nextBoolean()) {
          StationState now = STATES[1 + random.nextInt(STATES.length - 1)];
          int standing = random.nextBoolean() ? newest : random.nextInt(1 << 30);
          stations.stands(slot, standing, now);
          expected[slot] = new Station(newest, standing, now);
        }
      }
      ContestStations copy = stations.copy();
      stations.arrived(0, 1);
      for (int slot = 0; slot < STATIONS; slot++) {
        assertEquals(expected[slot], at(copy, slot), "seed " + seed + " slot " + slot);
      }
    }
  }

  /** A log can be tampered with; what it says must not run into the bits beside it. */
  @Test
  void stands_waiting_isRefusedAndChangesNothing() {
    ContestStations stations = new ContestStations(STATIONS);
    stations.arrived(5, 900);
    stations.stands(5, 900, StationState.HELD);
    assertThrows(
        IllegalArgumentException.class, () -> stations.stands(5, 901, StationState.WAITING));
    assertEquals(new Station(900, 900, StationState.HELD), at(stations, 5));
  }
}
