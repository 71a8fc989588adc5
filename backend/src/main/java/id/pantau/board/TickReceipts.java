package id.pantau.board;

import id.pantau.platform.Showing.Receipts;
import java.util.SplittableRandom;

/** When the forms came in that the running tick will show. */
final class TickReceipts {
  private final SplittableRandom random = new SplittableRandom();
  private long oldestMillis;
  private long anyMillis;
  private int count;

  /**
   * @param receivedAtMillis 0 = long ago, refilled: not of this tick
   */
  void add(long receivedAtMillis) {
    if (receivedAtMillis == 0) {
      return;
    }
    count++;
    if (count == 1 || receivedAtMillis < oldestMillis) {
      oldestMillis = receivedAtMillis;
    }
    // The n-th takes the place of those before it once in n times: each is as likely in the end.
    if (random.nextInt(count) == 0) {
      anyMillis = receivedAtMillis;
    }
  }

  /** What came since the last call. */
  Receipts take() {
    Receipts taken = count == 0 ? Receipts.NONE : new Receipts(oldestMillis, anyMillis);
    count = 0;
    return taken;
  }
}
