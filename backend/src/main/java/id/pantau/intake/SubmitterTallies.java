package id.pantau.intake;

import id.pantau.model.Answer;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What became of each submitter's forms on this node since it started. Safe on all threads. */
final class SubmitterTallies {
  private static final int SUBMITTERS_MAX = 4_096;
  private final Map<String, Tally> tallies = new ConcurrentHashMap<>();

  /** One submitter's. */
  static final class Tally {
    final LongAdder counted = new LongAdder();
    final LongAdder held = new LongAdder();
    final LongAdder refused = new LongAdder();
    private final AtomicLong lastMillis = new AtomicLong();

    @Nullable Instant lastAt() {
      long last = lastMillis.get();
      return last == 0 ? null : Instant.ofEpochMilli(last);
    }
  }

  Tally of(String id) {
    Tally known = tallies.get(id);
    return known != null ? known : new Tally();
  }

  /** Past the limit those who come new are not counted. */
  void answered(String id, Answer.Status status, long atMillis) {
    if (tallies.size() >= SUBMITTERS_MAX && !tallies.containsKey(id)) {
      return;
    }
    Tally tally = tallies.computeIfAbsent(id, i -> new Tally());
    tally.lastMillis.accumulateAndGet(atMillis, Math::max);
    switch (status) {
      case COUNTED -> tally.counted.increment();
      case HELD -> tally.held.increment();
      case REFUSED -> tally.refused.increment();
      default -> {
        // Stored, sent twice, or too old: neither a success of its reading nor a failure.
      }
    }
  }
}
