package id.pantau.count;

import id.pantau.platform.LogEntry;
import java.util.HashMap;
import java.util.Map;

/** What a refill gave to Redis. */
public final class RefillReport {
  private final long[] outcomes = new long[LogEntry.CONFLICT + 1];
  private final Map<String, Proof> proofs = new HashMap<>();
  private long sent;

  void sent(int[] outcomesOfABatch) {
    sent += outcomesOfABatch.length;
    for (int outcome : outcomesOfABatch) {
      outcomes[outcome]++;
    }
  }

  /** A province was found to lack nothing. */
  void proves(String province, Proof proof) {
    proofs.put(province, proof);
  }

  /** What was found, by province. */
  Map<String, Proof> proofs() {
    return proofs;
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
