package id.pantau.load.counting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.pantau.election.ElectionReader;
import id.pantau.load.flood.Forms;
import id.pantau.load.redis.BenchRedis;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RoundsTest {
  private static final Election CONTOH = ElectionReader.packed("contoh");
  private static final Contest CONTEST = CONTOH.contests().get(0);
  private static final List<String> DESIGNS =
      List.of(
          "raw",
          "function",
          "function-2",
          "function-spread",
          "absolute-function",
          "absolute-watch");

  @Test
  void round_firstReports_everyDesignHasTheRightTotals() throws Exception {
    Rounds rounds = rounds();
    rounds.round(0, load(1), Load.NONE, load(1));
    assertEquals(List.of(), rounds.voids());
    assertEquals(DESIGNS.size(), rounds.runs().size());
  }

  @Test
  void round_corrections_takeTheOldNumbersOutInEveryDesign() throws Exception {
    Rounds rounds = rounds();
    rounds.round(1, load(1), load(1), load(2));
    assertEquals(List.of(), rounds.voids());
  }

  @Test
  void run_otherFormsThanTheTruthKnows_isVoid() throws Exception {
    Load one = load(1);
    Load lie = new Load(one.batches(), load(2).truth(), one.forms());
    try (BenchRedis redis = new BenchRedis("", "no");
        ProductFunction function = new ProductFunction("function", CONTOH, redis, 1, 2)) {
      assertThrows(IOException.class, () -> function.run(Load.NONE, lie));
    }
  }

  private static Rounds rounds() {
    return new Rounds(
        CONTOH, new Rounds.Setup(DESIGNS, "", "no", Path.of("unused"), 3, Path.of("unused")));
  }

  private static Load load(int revision) {
    return Load.of(CONTOH, CONTEST, Forms.madeUp(CONTOH, CONTEST, revision), 7);
  }
}
