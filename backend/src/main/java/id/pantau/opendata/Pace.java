package id.pantau.opendata;

import java.util.concurrent.locks.LockSupport;

/**
 * Keeps the making of a snapshot to a share of one core: after a stretch of work it rests for as
 * long as the share asks. What else runs on the machine is the count.
 */
final class Pace {
  private static final long STRETCH_NANOS = 2_000_000;

  private final int percent;
  private long began = System.nanoTime();

  /**
   * @param percent of one core, 1…100
   */
  Pace(int percent) {
    this.percent = percent;
  }

  /** Called between small pieces of work; rests where it is time. */
  void rest() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("the node goes down");
    }
    long worked = System.nanoTime() - began;
    if (percent < 100 && worked > STRETCH_NANOS) {
      LockSupport.parkNanos(worked * (100 - percent) / percent);
      began = System.nanoTime();
    }
  }
}
