package id.pantau.command.country;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.election.ElectionReader;
import id.pantau.model.AreaTree;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.model.Position;
import id.pantau.platform.Arrivals.Arrival;
import id.pantau.platform.Arrivals.Batch;
import id.pantau.platform.Arrivals.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final long NOW = Instant.parse("2026-11-21T08:00:00Z").toEpochMilli();
  private static final int MINUTE = 60_000;

  private final Election election = ElectionReader.packed("contoh");
  private final AreaTree tree = election.areas();
  private final Areas areas = new Areas(election);
  private final Coverage coverage = new Coverage(election, areas);
  private final CountryJson json =
      new CountryJson(election, areas, coverage, 60, () -> Instant.ofEpochMilli(NOW));

  private static Arrival came(int slot, State state, long atMillis) {
    return new Arrival(
        0,
        slot,
        false,
        state,
        false,
        0,
        1,
        0,
        Method.MACHINE,
        "key",
        atMillis,
        atMillis,
        Position.START);
  }

  private boolean isSilent(String code) {
    return json.isSilent(0, tree.find(code));
  }

  @Test
  void kabupaten_ofEveryStation_isItsPrefix() {
    for (Election each : List.of(election, ElectionReader.packed("pemilu-2024"))) {
      AreaTree its = each.areas();
      Areas rows = new Areas(each);
      for (int province : its.provinces()) {
        for (int slot = 0; slot < its.stations(province); slot += 1 + slot / 7) {
          String code = its.stationAt(province, slot).code();
          assertEquals(code.substring(0, 4), its.area(rows.kabupaten(province, slot)).code(), code);
        }
      }
    }
  }

  @Test
  void counts_areThoseOfANaiveRecount_alsoAfterResets() {
    Random random = new Random(7);
    int province = tree.provinces()[0];
    List<Arrival> log = new ArrayList<>();
    for (int step = 0; step < 300; step++) {
      if (random.nextInt(15) == 0) {
        coverage.take(new Batch(province, true, List.copyOf(log)));
      } else {
        State state = State.values()[1 + random.nextInt(4)];
        Arrival one = came(random.nextInt(tree.stations(province)), state, NOW);
        log.add(one);
        coverage.take(new Batch(province, false, List.of(one)));
      }
      Map<Integer, State> states = new HashMap<>();
      log.forEach(each -> states.put(each.slot(), each.state()));
      for (State wanted : List.of(State.COUNTED, State.HELD)) {
        Map<Integer, Integer> naive = new HashMap<>();
        states.forEach(
            (slot, state) -> {
              if (state == wanted) {
                naive.merge(province, 1, Integer::sum);
                naive.merge(areas.kabupaten(province, slot), 1, Integer::sum);
              }
            });
        for (int area = 1; area < areas.rows(); area++) {
          int is = wanted == State.COUNTED ? coverage.counted(0, area) : coverage.held(0, area);
          assertEquals(naive.getOrDefault(area, 0), is);
        }
      }
    }
    assertEquals(log.size(), coverage.intervals(0).at(NOW));
  }

  @Test
  void silent_whereTheLastFormIsOldOrOthersHaveBegun() {
    int north = tree.find("01");
    assertFalse(isSilent("0101"));
    coverage.take(new Batch(north, false, List.of(came(0, State.COUNTED, NOW - 59 * MINUTE))));
    assertFalse(isSilent("0101"));
    assertTrue(isSilent("0102"));
    assertTrue(isSilent("02"));
    assertFalse(isSilent("0201"));
    assertEquals(2, json.turnedSilent(0).cardinality() - overseas());
    assertEquals(0, json.turnedSilent(0).cardinality());
  }

  private int overseas() {
    return isSilent("99") ? 1 : 0;
  }

  @Test
  void silent_anHourAfterTheLastForm() {
    int north = tree.find("01");
    coverage.take(new Batch(north, false, List.of(came(0, State.COUNTED, NOW - 61 * MINUTE))));
    assertTrue(isSilent("0101"));
    assertTrue(isSilent("01"));
  }

  @Test
  void reference_of2024_meetsWhatWasReported() {
    var points = ElectionReader.packed("pemilu-2024").arrival();
    assertTrue(points.size() > 50);
    assertEquals(0.4358, points.get(1).share());
    assertEquals(30.5, points.get(1).hours());
    assertEquals(0.6661, points.get(2).share());
  }
}
