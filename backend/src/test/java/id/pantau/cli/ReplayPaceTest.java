package id.pantau.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
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
  void gathered_formsOfATenthOfASecond_areDueTogetherAtItsEndAndNoneEarlier() {
    ReplayPace each = ReplayPace.rate(36);
    ReplayPace gathered = ReplayPace.rate(36).gathered();
    Set<Long> moments = new TreeSet<>();
    for (int form = 0; form < 36; form++) {
      long alone = each.dueNanos(null, 0);
      long due = gathered.dueNanos(null, 0);
      assertTrue(due >= alone && due < alone + SECOND / 10, alone + " became " + due);
      moments.add(due);
    }
    assertEquals(
        LongStream.rangeClosed(0, 10).mapToObj(i -> i * SECOND / 10).toList(),
        List.copyOf(moments));
    assertEquals(0, ReplayPace.unpaced().gathered().dueNanos(START, 5));
  }

  @Test
  void unpaced_isAlwaysDue() {
    assertTrue(ReplayPace.unpaced().dueNanos(START, 0) <= 0);
  }
}
