package id.pantau.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F21: many at once have turns. */
final class PaceTest {
  private static final int PER_SECOND = 1000;
  private static final int WAIT_SECONDS = 2;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long EVERY = SECOND / PER_SECOND;

  @Test
  void turn_ofAFew_isAtOnce() {
    Pace pace = new Pace(PER_SECOND, WAIT_SECONDS, 0);
    for (int i = 0; i < 50; i++) {
      assertEquals(0, pace.turn(0), "of a burst");
    }
    assertEquals(0, pace.turn(0), "of the present instant");
    assertEquals(EVERY, pace.turn(0), "and then one after another");
  }

  @Test
  void turn_pastTheLongestWait_isRefusedAndTakesNoTurn() {
    Pace pace = new Pace(PER_SECOND, WAIT_SECONDS, 0);
    int taken = 0;
    while (pace.turn(0) != Pace.TOO_LONG) {
      taken++;
    }
    assertEquals(PER_SECOND * WAIT_SECONDS + 51, taken);
    assertEquals(Pace.TOO_LONG, pace.turn(0));
    long wait = pace.turn(EVERY);
    assertTrue(wait > 0, "one turn later there is room for one");
    assertEquals(Pace.TOO_LONG, pace.turn(EVERY));
  }

  /** The clock may be anywhere, also where it turns over; arrivals come in any rhythm. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void turns_ofAnyArrivals_areInOrderAndNeverMoreThanThePaceAndABurst(long seed) {
    Random random = new Random(seed);
    long start = seed == 5 ? Long.MAX_VALUE - SECOND : random.nextLong();
    Pace pace = new Pace(PER_SECOND, WAIT_SECONDS, start);
    List<Long> turns = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < 20_000; i++) {
      now += random.nextInt(8) == 0 ? random.nextLong(20 * EVERY) : random.nextLong(EVERY);
      long wait = pace.turn(start + now);
      if (wait != Pace.TOO_LONG) {
        assertTrue(wait >= 0 && wait <= WAIT_SECONDS * SECOND, "waits " + wait);
        turns.add(now + wait);
      }
    }
    for (int i = 1; i < turns.size(); i++) {
      assertTrue(turns.get(i) >= turns.get(i - 1), "order");
    }
    int burst = 51;
    for (int from = 0, to = 0; to < turns.size(); to++) {
      while (turns.get(to) - turns.get(from) > SECOND) {
        from++;
      }
      assertTrue(to - from + 1 <= PER_SECOND + burst, (to - from + 1) + " in one second");
    }
  }
}
