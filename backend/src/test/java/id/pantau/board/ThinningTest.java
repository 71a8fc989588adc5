package id.pantau.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ThinningTest {
  private static final int HOUR_MILLIS = 3_600_000;

  private final Thinning thinning = new Thinning(1);
  private long highest;
  private long now;

  private void step(long atMillis, long by) {
    now += by;
    highest = Math.max(highest, now);
    thinning.step(atMillis, new long[] {now}, Math.max(0, -by));
  }

  private static BitSet steps(int... numbers) {
    BitSet steps = new BitSet();
    for (int each : numbers) {
      steps.set(each);
    }
    return steps;
  }

  @Test
  void kept_fewerThanMayBe_all() {
    for (int s = 0; s < 10; s++) {
      step(s, 1);
    }
    assertEquals(10, thinning.kept(10).cardinality());
    assertEquals(10, thinning.kept(400).cardinality());
  }

  @Test
  void kept_one_isTheLastAndTwoAreFirstAndLast() {
    for (int s = 0; s < 10; s++) {
      step(s, 1);
    }
    assertEquals(steps(9), thinning.kept(1));
    assertEquals(steps(0, 9), thinning.kept(2));
  }

  /** 1,000 steps in the first hour, one an hour for 99 hours: the quiet hours are drawn too. */
  @Test
  void kept_busyHourAndQuietDays_areDrawnToOneScale() {
    for (int s = 0; s < 1_000; s++) {
      step(s * 3_600L, 1);
    }
    for (int hour = 1; hour < 100; hour++) {
      step((long) hour * HOUR_MILLIS, 1);
    }
    BitSet kept = thinning.kept(120);
    assertTrue(kept.cardinality() <= 120);
    assertTrue(kept.get(1_000, 1_099).cardinality() >= 98, kept::toString);
    assertTrue(kept.get(0, 1_000).cardinality() <= 22, kept::toString);
  }

  /** Room that empty spans leave is used for shorter ones. */
  @Test
  void kept_allInOneHourButOne_stillFillsTheRoom() {
    for (int s = 0; s < 10_000; s++) {
      step(s * 360L, 1);
    }
    step(1_000L * HOUR_MILLIS, 1);
    assertTrue(thinning.kept(100).cardinality() > 40);
  }

  @Test
  void kept_everyFallAndTheStepBeforeIt_whereThereIsRoom() {
    for (int s = 0; s < 5_000; s++) {
      step(s * 1_000L, s % 250 == 200 ? -3 : 5);
    }
    BitSet kept = thinning.kept(60);
    for (int s = 200; s < 5_000; s += 250) {
      assertTrue(kept.get(s) && kept.get(s - 1), "fall at " + s);
    }
    assertTrue(kept.cardinality() <= 60);
  }

  @Test
  void kept_moreFallsThanRoom_theDeepestAndStillTheCourse() {
    for (int s = 0; s < 1_000; s++) {
      step(s * 1_000L, s % 2 == 0 ? 2_000 : -s);
    }
    BitSet kept = thinning.kept(40);
    assertTrue(kept.get(999) && kept.get(997) && kept.get(981), kept::toString);
    assertTrue(kept.cardinality() <= 40);
    assertTrue(kept.get(0, 900).cardinality() >= 5, kept::toString);
  }

  @Test
  void kept_whatever_neverTooManyAndAlwaysFirstLastAndHighest() {
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      Thinning each = new Thinning(2);
      int count = 1 + random.nextInt(400);
      long at = 0;
      long[] figures = new long[2];
      long most = 0;
      int mostAt = 0;
      for (int s = 0; s < count; s++) {
        at += 1 + (random.nextInt(10) == 0 ? random.nextInt(1_000_000) : random.nextInt(10));
        long by = random.nextInt(100) - 30L;
        figures[0] += by;
        figures[1]++;
        if (figures[0] > most) {
          most = figures[0];
          mostAt = s;
        }
        each.step(at, figures, Math.max(0, -by));
      }
      int max = 1 + random.nextInt(60);
      BitSet kept = each.kept(max);
      assertEquals(Math.min(count, kept.cardinality()), kept.cardinality());
      assertTrue(kept.cardinality() <= max);
      assertTrue(kept.get(count - 1));
      assertTrue(max < 2 || kept.get(0));
      assertTrue(max < 4 || kept.get(mostAt));
      assertTrue(kept.length() <= count);
    }
  }
}
