package id.pantau.command.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ThrottleTest {
  private static final int ATTEMPTS_MAX = 3;
  private static final int LOCK_SECONDS = 60;
  private final ManualClock clock = new ManualClock();
  private final Throttle throttle = new Throttle(ATTEMPTS_MAX, LOCK_SECONDS, clock);

  @Test
  void wrong_fewerThanTheLimit_mayGoOn() {
    assertFalse(throttle.wrong("budi"));
    assertFalse(throttle.wrong("budi"));
    assertEquals(0, throttle.waitSeconds("budi"));
  }

  @Test
  void wrong_asOftenAsTheLimit_locksOnlyThisKey() {
    assertTrue(lock("budi"));
    assertEquals(LOCK_SECONDS, throttle.waitSeconds("budi"));
    assertEquals(0, throttle.waitSeconds("siti"));
  }

  @Test
  void waitSeconds_partOfASecondLeft_isRoundedUp() {
    lock("budi");
    clock.pass(Duration.ofMillis(59_001));
    assertEquals(1, throttle.waitSeconds("budi"));
    clock.pass(Duration.ofMillis(999));
    assertEquals(0, throttle.waitSeconds("budi"));
  }

  @Test
  void wrong_furtherLocks_doubleUpToAnHour() {
    long expected = LOCK_SECONDS;
    for (int i = 0; i < 10; i++) {
      assertTrue(lock("budi"));
      assertEquals(expected, throttle.waitSeconds("budi"));
      clock.pass(Duration.ofSeconds(expected));
      assertEquals(0, throttle.waitSeconds("budi"));
      expected = Math.min(2 * expected, 3600);
    }
  }

  @Test
  void wrong_anHourAfterTheLast_beginsAnew() {
    lock("budi");
    clock.pass(Duration.ofSeconds(LOCK_SECONDS + 3601));
    assertTrue(lock("budi"));
    assertEquals(LOCK_SECONDS, throttle.waitSeconds("budi"));
  }

  @Test
  void right_afterWrongOnes_forgetsThem() {
    throttle.wrong("budi");
    throttle.wrong("budi");
    throttle.right("budi");
    assertFalse(throttle.wrong("budi"));
  }

  @Test
  void wrong_manyOtherKeys_forgetsTheOldest() {
    throttle.wrong("budi");
    throttle.wrong("budi");
    for (int i = 0; i < 20_000; i++) {
      throttle.wrong("other " + i);
    }
    assertFalse(throttle.wrong("budi"));
    assertFalse(throttle.wrong("other 19999"));
    assertTrue(throttle.wrong("other 19999"));
  }

  private boolean lock(String key) {
    for (int i = 1; i < ATTEMPTS_MAX; i++) {
      assertFalse(throttle.wrong(key));
    }
    return throttle.wrong(key);
  }
}
