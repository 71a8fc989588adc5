package id.pantau.count;

import id.pantau.platform.LogEntry;

/** What a refill gave to Redis. */
public final class RefillReport {
  private final long[] outcomes = new long[LogEntry.CONFLICT + 1];
  private long sent;

  void sent(int[] outcomesOfABatch) {
    sent += outcomesOfABatch.length;
    for (int outcome : outcomesOfABatch) {
      outcomes[outcome]++;
    }
  }

  /** Forms that Redis lacked, as far as was known before they were sent. */
  public long sent() {
    return sent - outcomes[LogEntry.CONFLICT];
  }

  /** How many of them ended as one of {@link LogEntry}'s outcomes. */
  public long ended(int outcome) {
    return outcomes[outcome];
  }
}
