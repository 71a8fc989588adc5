package id.pantau.webhooks;

import id.pantau.platform.Settings;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures: doubled each time, a fifth more or less so that receivers that
 * fell together are not all asked together. What the receiver asks for counts, within a limit.
 */
final class Backoff {
  private static final double JITTER = 0.2;
  private static final int DOUBLINGS_MAX = 30;

  private final Settings.Webhooks limits;
  private final RandomGenerator random;

  Backoff(Settings.Webhooks limits, RandomGenerator random) {
    this.limits = limits;
    this.random = random;
  }

  /**
   * Milliseconds until the next attempt.
   *
   * @param failures in a row, 1 or more
   * @param askedMillis what the receiver asked for; 0 where nothing
   */
  long millis(int failures, long askedMillis) {
    long doubled = (long) limits.retryMillisMin() << Math.min(failures - 1, DOUBLINGS_MAX);
    long usual = Math.min(doubled, limits.retryMillisMax());
    long spread = (long) (usual * (1 - JITTER + 2 * JITTER * random.nextDouble()));
    return Math.max(spread, Math.min(askedMillis, limits.retryAfterSecondsMax() * 1000L));
  }
}
