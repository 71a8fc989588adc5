package id.pantau.command.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often one may be wrong, by a name that was tried or an address it came from. After so many
 * wrong attempts a key is locked, twice as long with each further lock; an hour without one and all
 * is forgotten. Used on one event loop.
 */
final class Throttle {
  private static final int KEYS_MAX = 20_000;
  private static final Duration LOCK_MAX = Duration.ofHours(1);
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
  private static final int DOUBLINGS_MAX = 16;

  private final int attemptsMax;
  private final int lockSeconds;
  private final InstantSource clock;

  /** In the order of the last wrong attempt. */
  private final Map<String, Tries> byKey = new LinkedHashMap<>();

  /** The tries of one key. */
  private record Tries(int wrong, int locks, Instant last, Instant lockedUntil) {}

  Throttle(int attemptsMax, int lockSeconds, InstantSource clock) {
    this.attemptsMax = attemptsMax;
    this.lockSeconds = lockSeconds;
    this.clock = clock;
  }

  /** Seconds until this key may try again, rounded up; 0 = now. */
  long waitSeconds(String key) {
    Tries tries = byKey.get(key);
    if (tries == null) {
      return 0;
    }
    Duration rest = Duration.between(clock.instant(), tries.lockedUntil());
    return rest.isNegative() ? 0 : rest.plusSeconds(1).minusNanos(1).toSeconds();
  }

  /**
   * Notes a wrong attempt.
   *
   * @return true where it locks the key
   */
  boolean wrong(String key) {
    Instant now = clock.instant();
    Tries before = byKey.remove(key);
    if (before == null || forgotten(before, now)) {
      before = new Tries(0, 0, now, Instant.EPOCH);
    }
    int wrong = before.wrong() + 1;
    boolean locks = wrong >= attemptsMax;
    byKey.put(
        key,
        locks
            ? new Tries(0, before.locks() + 1, now, now.plus(lock(before.locks())))
            : new Tries(wrong, before.locks(), now, before.lockedUntil()));
    trim(now);
    return locks;
  }

  /** Forgets what a key did wrong: it was right. */
  void right(String key) {
    byKey.remove(key);
  }

  private Duration lock(int locksBefore) {
    long seconds = (long) lockSeconds << Math.min(locksBefore, DOUBLINGS_MAX);
    return Duration.ofSeconds(Math.min(seconds, LOCK_MAX.toSeconds()));
  }

  private static boolean forgotten(Tries tries, Instant now) {
    Instant since = tries.lockedUntil().isAfter(tries.last()) ? tries.lockedUntil() : tries.last();
    return since.plus(FORGOTTEN_AFTER).isBefore(now);
  }

  /** Past the limit the key that has been good for longest is forgotten. */
  private void trim(Instant now) {
    var eldest = byKey.entrySet().iterator();
    while (eldest.hasNext()) {
      Tries tries = eldest.next().getValue();
      if (byKey.size() <= KEYS_MAX && !forgotten(tries, now)) {
        return;
      }
      eldest.remove();
    }
  }
}
