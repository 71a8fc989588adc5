package id.pantau.command.held;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.command.Reply;
import id.pantau.election.ElectionReader;
import id.pantau.model.Code;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.platform.Arrivals.Arrival;
import id.pantau.platform.Arrivals.Batch;
import id.pantau.platform.Arrivals.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldQueueTest {
  private final Election election = ElectionReader.packed("contoh");
  private final int province = election.areas().provinces()[0];
  private final HeldQueue queue = new HeldQueue(election);
  private final HeldFilter all = HeldFilter.of(election, "", null, "0");

  private void come(Arrival... forms) {
    queue.take(new Batch(province, false, List.of(forms)));
  }

  private List<Integer> slots(HeldFilter filter) {
    return queue.page(filter, 100, null).rows().stream().map(Held::slot).toList();
  }

  @Test
  void page_isOldestFirst() {
    come(Came.held(2, 1, 30, Code.T01), Came.held(0, 1, 10, Code.T00), Came.held(1, 1, 20));
    assertEquals(List.of(0, 1, 2), slots(all));
  }

  @Test
  void page_byRule_countsEveryRuleAndShowsOne() {
    come(
        Came.held(0, 1, 1, Code.T01, Code.T02, Code.A01),
        Came.held(1, 1, 2, Code.T02),
        Came.held(2, 1, 3, Code.T00));
    HeldQueue.Page page = queue.page(HeldFilter.of(election, null, "T02", null), 100, null);
    assertEquals(List.of(0, 1), page.rows().stream().map(Held::slot).toList());
    assertEquals(2, page.total());
    assertEquals(Map.of(Code.T00, 1, Code.T01, 1, Code.T02, 2), page.byRule());
  }

  @Test
  void page_byArea_takesOnlyItsStations() {
    String first = election.areas().stationAt(province, 0).code();
    come(Came.held(0, 1, 1), Came.held(1, 1, 2));
    assertEquals(List.of(0), slots(HeldFilter.of(election, null, null, first)));
    for (int digits : new int[] {2, 4, 6, 10}) {
      List<Integer> expected = new ArrayList<>();
      for (int slot = 0; slot < 2; slot++) {
        String code = election.areas().stationAt(province, slot).code();
        if (code.startsWith(first.substring(0, digits))) {
          expected.add(slot);
        }
      }
      HeldFilter filter = HeldFilter.of(election, null, null, first.substring(0, digits));
      assertEquals(expected, slots(filter));
    }
  }

  @Test
  void filter_ofAnUnknownContestAreaOrRule_isRefused() {
    assertThrows(Reply.No.class, () -> HeldFilter.of(election, "none", null, null));
    assertThrows(Reply.No.class, () -> HeldFilter.of(election, null, "T99", null));
    assertThrows(Reply.No.class, () -> HeldFilter.of(election, null, null, "77"));
    assertThrows(Reply.No.class, () -> HeldCursor.place("not one"));
  }

  @Test
  void cursor_goesOnWhereTheFormItNamesIsGone() {
    come(Came.held(0, 1, 10), Came.held(1, 1, 20), Came.held(2, 1, 30));
    HeldQueue.Page first = queue.page(all, 1, null);
    assertTrue(first.more());
    String cursor = HeldCursor.of(first.rows().get(0));
    come(Came.counted(0, 2, Method.DOUBLE));
    HeldQueue.Page rest = queue.page(all, 100, HeldCursor.place(cursor));
    assertEquals(List.of(1, 2), rest.rows().stream().map(Held::slot).toList());
    assertFalse(rest.more());
    assertEquals(2, rest.total());
  }

  @Test
  void reRead_besideACountedForm_waitsUntilAPersonSpeaks() {
    come(Came.counted(0, 1, Method.DOUBLE), Came.beside(0, 2, 5));
    Held held = Objects.requireNonNull(queue.page(all, 1, null).rows().get(0));
    assertTrue(held.beside());
    come(Came.counted(0, 3, Method.DOUBLE));
    assertEquals(0, queue.size());
  }

  @Test
  void personsOlderForm_thatComesLate_leavesTheReReadWaitingBeside() {
    come(Came.held(0, 2, 5, Code.T01), Came.counted(0, 1, Method.SINGLE));
    assertTrue(queue.page(all, 1, null).rows().get(0).beside());
  }

  @Test
  void photo_movesToTheEnd_alsoAfterTheProvinceWasReadAnew() {
    come(Came.held(0, 1, 10), Came.held(1, 1, 20));
    queue.toTheEnd(queue.page(all, 1, null).rows().get(0), 99);
    assertEquals(List.of(1, 0), slots(all));
    queue.take(new Batch(province, true, List.of(Came.held(0, 1, 10), Came.held(1, 1, 20))));
    assertEquals(List.of(1, 0), slots(all));
    come(Came.held(0, 2, 11));
    assertEquals(List.of(0, 1), slots(all));
  }

  @Test
  void next_isTheOneAfterInTheFilter() {
    come(Came.held(0, 1, 10, Code.T01), Came.held(1, 1, 20), Came.held(2, 1, 30, Code.T01));
    HeldFilter t01 = HeldFilter.of(election, null, "T01", null);
    Held first = queue.page(all, 1, null).rows().get(0);
    Held next = Objects.requireNonNull(queue.next(t01, first));
    assertEquals(2, next.slot());
    assertNull(queue.next(t01, next));
  }

  /** Whatever comes, and however often provinces are read anew, it is those that are held. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void queue_isAlwaysExactlyTheStationsThatWait(long seed) {
    Random random = new Random(seed);
    int stations = election.areas().stations(province);
    List<Arrival> log = new ArrayList<>();
    for (int step = 0; step < 400; step++) {
      if (random.nextInt(20) == 0) {
        queue.take(new Batch(province, true, List.copyOf(log)));
      } else {
        List<Arrival> batch = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
          State state = State.values()[1 + random.nextInt(4)];
          boolean beside = state == State.COUNTED && random.nextInt(3) == 0;
          int slot = random.nextInt(stations);
          batch.add(Came.of(slot, state, beside, step + 1, Method.MACHINE, random.nextInt(50)));
        }
        log.addAll(batch);
        queue.take(new Batch(province, false, batch));
      }
      Map<Integer, Integer> waits = new TreeMap<>();
      for (Arrival each : log) {
        if (each.state() == State.HELD || each.beside()) {
          waits.put(each.slot(), each.revision());
        } else {
          waits.remove(each.slot());
        }
      }
      Map<Integer, Integer> queued = new TreeMap<>();
      List<Held> rows = queue.page(all, 1_000, null).rows();
      rows.forEach(held -> queued.put(held.slot(), held.revision()));
      assertEquals(waits, queued, "seed " + seed + " step " + step);
      assertEquals(queued.size(), rows.size());
      assertEquals(rows.stream().sorted(Held.OLDEST_FIRST).toList(), rows);
    }
  }
}
