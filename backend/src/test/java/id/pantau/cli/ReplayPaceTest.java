package id.pantau.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ReplayPaceTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Instant START = Instant.parse("2024-02-14T07:00:00Z");

  @Test
  void rate_onTime_isEven() {
    ReplayPace pace = ReplayPace.rate(4);
    assertEquals(0, pace.dueNanos(null, 0));
    assertEquals(SECOND / 4, pace.dueNanos(null, 0));
    assertEquals(SECOND / 2, pace.dueNanos(null, SECOND / 4));
  }

  @Test
  void rate_afterALongStop_owesOneSecondOnly() {
    ReplayPace pace = ReplayPace.rate(10);
    assertEquals(0, pace.dueNanos(null, 0));
    long now = 60 * SECOND;
    int atOnce = 0;
    while (pace.dueNanos(null, now) <= now) {
      atOnce++;
    }
    assertEquals(11, atOnce);
  }

  @Test
  void speed_realTimeDividedByTheFactor_andMadeUpForWhenLate() {
    ReplayPace pace = ReplayPace.speed(3600);
    assertEquals(0, pace.dueNanos(START, 0));
    assertEquals(2 * SECOND, pace.dueNanos(START.plusSeconds(7200), 0));
    assertEquals(2 * SECOND, pace.dueNanos(null, 50 * SECOND));
    assertEquals(3 * SECOND, pace.dueNanos(START.plusSeconds(3 * 3600), 50 * SECOND));
  }

  @Test
  void unpaced_isAlwaysDue() {
    assertTrue(ReplayPace.unpaced().dueNanos(START, 0) <= 0);
  }
}
