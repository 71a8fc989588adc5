package id.pantau.cli;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the next form is due. One run, one pace: it remembers where the run stands. */
@FunctionalInterface
public interface ReplayPace {
  /** Less than a board's tick, so nobody sees that a form waited. */
  long GATHER_NANOS = 100_000_000;

  /**
   * @param at the form's own arrival, null where unknown
   * @param now nanoseconds since the run began
   * @return nanoseconds since the run began at which the form is due; not after {@code now} = at
   *     once
   */
  long dueNanos(@Nullable Instant at, long now);

  /**
   * The same, but what is due within a tenth of a second is due together at its end: a request for
   * each form would cost a node far more than to count it.
   */
  default ReplayPace gathered() {
    return (at, now) -> {
      long due = dueNanos(at, now);
      return due <= now ? due : (due + GATHER_NANOS - 1) / GATHER_NANOS * GATHER_NANOS;
    };
  }

  /** As fast as the node takes them. */
  static ReplayPace unpaced() {
    return (at, now) -> 0;
  }

  /** Evenly, and what a busy node delayed is not made up for by a burst above the rate. */
  static ReplayPace rate(double formsPerSecond) {
    double gapNanos = 1e9 / formsPerSecond;
    return new ReplayPace() {
      private static final long OWED_NANOS_MAX = 1_000_000_000L;
      private double next;

      @Override
      public long dueNanos(@Nullable Instant at, long now) {
        double due = Math.max(next, (double) (now - OWED_NANOS_MAX));
        next = due + gapNanos;
        return (long) due;
      }
    };
  }

  /** As they arrived, the whole time divided by {@code factor}; what was delayed is made up for. */
  static ReplayPace speed(double factor) {
    return new ReplayPace() {
      private @Nullable Instant first;
      private long due;

      @Override
      public long dueNanos(@Nullable Instant at, long now) {
        if (at != null) {
          if (first == null) {
            first = at;
          }
          Duration real = Duration.between(first, at);
          due = (long) ((real.toSeconds() * 1e9 + real.toNanosPart()) / factor);
        }
        return due;
      }
    };
  }
}
