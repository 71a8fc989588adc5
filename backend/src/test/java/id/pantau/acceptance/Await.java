package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks again and again until something holds. A deadline, never a promise about speed. */
final class Await {
  private static final int POLL_MILLIS = 25;

  /** Long enough for anything on a machine that does eight other things. */
  static final Duration LONG = Duration.ofSeconds(90);

  private Await() {}

  /**
   * Returns once the condition holds; a condition that throws does not hold yet.
   *
   * @param what for the failure: "the node is ready"
   */
  static void until(Supplier<String> what, Duration atMost, Callable<Boolean> condition) {
    long end = System.nanoTime() + atMost.toNanos();
    Exception last = null;
    while (System.nanoTime() < end) {
      try {
        if (condition.call()) {
          return;
        }
        last = null;
      } catch (Exception e) {
        last = e;
      }
      pause();
    }
    fail("not within " + atMost.toSeconds() + " s: " + what.get(), last);
  }

  static void until(String what, Callable<Boolean> condition) {
    until(() -> what, LONG, condition);
  }

  /** Keeps asking for a while: the condition must hold each time. */
  static void always(String what, Duration during, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + during.toNanos();
    while (System.nanoTime() < end) {
      if (!condition.call()) {
        fail("no longer so: " + what);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
