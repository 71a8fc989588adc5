package id.pantau.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.board.FoldedLog;
import id.pantau.model.Election;
import id.pantau.model.Submission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F15: duplicate, reordered, replayed batches end in the same state as once, in order. Compared is
 * what stands (records, totals, the board's fold), not the log: an older revision that comes late
 * is stale and never gets into it.
 */
final class CountOrdersIT {
  private static final int ORDERS = 1_000;
  private static final int ORDERS_OF_NODES = 8;
  private static final int STATIONS = 28;
  private static final long SEED = 20_240_214;

  private static CountRig rig;

  @BeforeAll
  static void startRedis(@TempDir Path folder) {
    rig = new CountRig(folder);
  }

  @AfterAll
  static void stopRedis() {
    rig.close();
  }

  @Test
  void apply_aThousandRandomOrders_sameStateAsOnceInOrder() {
    Election election = CountRig.election("orders");
    CountState state = new CountState(rig, election);
    ManyForms many = new ManyForms(election, SEED);
    List<Submission> forms = many.some(STATIONS);
    assertTrue(forms.size() >= 60, () -> "only " + forms.size() + " forms");
    Shuffled shuffled = new Shuffled(forms);
    try (FunctionBench bench = new FunctionBench(rig, election)) {
      bench.fromEmpty(forms.stream().map(List::of).toList());
      Map<String, String> inOrder = state.all();
      Map<String, String> folded = folded(election, state);
      assertEquals(many.totals(forms), areas(inOrder));
      assertEquals(areas(inOrder), areasAboveVillages(folded));
      for (int order = 0; order < ORDERS; order++) {
        String which = "order " + order + " of seed " + SEED;
        bench.fromEmpty(shuffled.batches(new Random(SEED + order)));
        assertEquals(inOrder, state.all(), which);
        assertEquals(folded, folded(election, state), which);
      }
    }
  }

  /** Through lanes and journals, on two nodes at once; all that each acknowledged is in its own. */
  @Test
  void count_randomOrdersOnTwoNodes_sameStateAsOnceInOrder() {
    for (int order = 0; order < ORDERS_OF_NODES; order++) {
      Election election = CountRig.election("nodes-" + order);
      ManyForms many = new ManyForms(election, SEED + order);
      List<Submission> forms = many.some(STATIONS);
      CountNode a = rig.node(election.id() + "-a", election);
      CountNode b = rig.node(election.id() + "-b", election);
      Random random = new Random(order);
      for (List<Submission> batch : new Shuffled(forms).batches(random)) {
        (random.nextBoolean() ? a : b).count(batch.toArray(Submission[]::new));
      }
      CountState state = new CountState(rig, election);
      assertEquals(many.totals(forms), areas(state.all()), "order " + order);
      assertEquals(areas(state.all()), areasAboveVillages(folded(election, state)));
      a.stop();
      b.stop();
    }
  }

  private static Map<String, String> folded(Election election, CountState state) {
    Map<String, String> all = new TreeMap<>();
    for (int province : election.areas().provinces()) {
      String code = election.areas().area(province).code();
      all.putAll(FoldedLog.of(election, code, state.log(code)));
    }
    return all;
  }

  private static Map<String, String> areas(Map<String, String> all) {
    Map<String, String> areas = new TreeMap<>(all);
    areas.keySet().removeIf(key -> !key.contains(" area "));
    return areas;
  }

  private static Map<String, String> areasAboveVillages(Map<String, String> all) {
    Map<String, String> areas = areas(all);
    List<String> villages = new ArrayList<>();
    for (String key : areas.keySet()) {
      if (key.substring(key.lastIndexOf(' ') + 1).length() == 10) {
        villages.add(key);
      }
    }
    villages.forEach(areas::remove);
    return areas;
  }
}
