package id.pantau.live;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The pace at which a node lets viewers in, over all its event loops. When ten thousand come back
 * at once, each costs a hundred times what a state does: at a pace the others, and the forms that
 * come in, hardly notice (F21).
 */
final class Pace {
  /** What may come at once after a calm time: a page of a busy site is no storm. */
  private static final long BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** Answer where so many wait already that this one would wait too long. */
  static final long TOO_LONG = -1;

  private final long everyNanos;
  private final long waitNanosMax;
  private final AtomicLong next;

  /**
   * @param perSecondMax viewers a second
   * @param waitSecondsMax how long one may wait for its turn
   * @param nowNanos as {@link System#nanoTime}
   */
  Pace(int perSecondMax, int waitSecondsMax, long nowNanos) {
    this.everyNanos = Math.max(1, TimeUnit.SECONDS.toNanos(1) / perSecondMax);
    this.waitNanosMax = TimeUnit.SECONDS.toNanos(waitSecondsMax);
    this.next = new AtomicLong(nowNanos - BURST_NANOS);
  }

  /**
   * Gives one viewer its turn.
   *
   * @return nanoseconds until then, 0 = now; {@link #TOO_LONG}, and no turn is taken
   */
  long turn(long nowNanos) {
    while (true) {
      long last = next.get();
      long turn = last - (nowNanos - BURST_NANOS) > 0 ? last : nowNanos - BURST_NANOS;
      if (turn - nowNanos > waitNanosMax) {
        return TOO_LONG;
      }
      if (next.compareAndSet(last, turn + everyNanos)) {
        return Math.max(0, turn - nowNanos);
      }
    }
  }
}
