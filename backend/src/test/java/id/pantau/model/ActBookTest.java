package id.pantau.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is in force follows from which acts there are, never from how they were heard. */
class ActBookTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final int ROUNDS = 200;

  @Test
  void open_anyOrderAnyDuplicates_isTheSameSetAtEveryInstant() {
    Random random = new Random(4);
    int opens = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<Act> acts = acts(random, 1 + random.nextInt(20));
      ActBook straight = new ActBook();
      acts.forEach(straight::add);
      List<Act> heard = new ArrayList<>(acts);
      for (int i = 0; i < 10; i++) {
        heard.add(acts.get(random.nextInt(acts.size())));
      }
      Collections.shuffle(heard, random);
      ActBook shuffled = new ActBook();
      heard.forEach(shuffled::add);
      assertEquals(acts.size(), shuffled.size());
      for (int minute = 0; minute < 120; minute += 7) {
        Instant at = NOW.plusSeconds(60L * minute);
        assertEquals(straight.open(at), shuffled.open(at), "round " + round);
        opens += straight.open(at).size();
        for (Act act : straight.open(at)) {
          assertTrue(act.until() != null && act.until().isAfter(at), act::toString);
        }
      }
    }
    assertTrue(opens > ROUNDS, "only " + opens);
  }

  private static List<Act> acts(Random random, int count) {
    List<Act> acts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant since = NOW.plusSeconds(random.nextInt(600));
      boolean ends = i > 0 && random.nextInt(3) == 0;
      acts.add(
          new Act(
              "a" + i,
              ends ? Act.Kind.END : random.nextBoolean() ? Act.Kind.WITHHOLD : Act.Kind.NOTICE,
              null,
              ends ? "a" + random.nextInt(i) : "31",
              "KPU",
              Map.of(),
              since,
              ends ? null : since.plusSeconds(random.nextInt(7_200)),
              "sita",
              null));
    }
    return acts;
  }
}
