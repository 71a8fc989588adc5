package id.pantau.count;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/** What the count measures of itself. */
final class CountMeters {
  private static final double NANOS_A_SECOND = 1e9;

  private final MeterRegistry registry;
  private final Timer seconds;
  private final Timer redis;
  private final DistributionSummary batches;
  private final Counter failures;
  private final Counter turnedAway;
  private final Counter refilled;

  CountMeters(MeterRegistry registry) {
    this.registry = registry;
    this.seconds =
        Timer.builder("pantau.count.seconds")
            .description("from the receipt of a form until it is counted, synced and acknowledged")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofSeconds(30))
            .register(registry);
    this.redis =
        Timer.builder("pantau.count.redis")
            .description("one batch through the function, round trip")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofNanos(100_000))
            .maximumExpectedValue(Duration.ofSeconds(2))
            .register(registry);
    this.batches =
        DistributionSummary.builder("pantau.count.batch.forms")
            .description("forms of one batch")
            .register(registry);
    this.failures =
        Counter.builder("pantau.count.failures")
            .description("calls that failed")
            .register(registry);
    this.turnedAway =
        Counter.builder("pantau.count.turned.away")
            .description("forms told to come again because a queue was full")
            .register(registry);
    this.refilled =
        Counter.builder("pantau.count.refilled")
            .description("acknowledged forms that Redis had lost and got back; should stay 0")
            .register(registry);
  }

  /** Forms that Redis had lost. */
  void refilled(long forms) {
    refilled.increment((double) forms);
  }

  void gauges(Count count, Collection<Lane> lanes) {
    Gauge.builder(
            "pantau.count.queue.forms", lanes, all -> all.stream().mapToInt(Lane::depth).sum())
        .description("forms that wait for Redis")
        .register(registry);
    Journal journal = count.journal();
    Gauge.builder("pantau.count.queue.forms.max", count, Count::queueFormsPerProvinceMax)
        .description("forms of one province that may wait for Redis; past it senders are told 503")
        .register(registry);
    Gauge.builder(
            "pantau.count.queue.longest.forms",
            lanes,
            all -> all.stream().mapToInt(Lane::depth).max().orElse(0))
        .description("forms that wait for Redis in the province with the most")
        .register(registry);
    Gauge.builder("pantau.journal.pending.bytes", journal, Journal::pendingBytes)
        .description("handed to the journal and not yet synced")
        .register(registry);
    Gauge.builder("pantau.journal.pending.bytes.max", count, Count::journalPendingBytesMax)
        .description("bytes that may wait for the journal; past it counting waits")
        .register(registry);
    Gauge.builder("pantau.journal.lag.seconds", journal, j -> j.lagNanos() / NANOS_A_SECOND)
        .description("how long the oldest entry that is not synced has waited")
        .register(registry);
    Gauge.builder("pantau.count.ready", count, c -> c.isReady() ? 1 : 0)
        .description("1 while forms can be counted")
        .register(registry);
  }

  /** A clock that was set back must not make a form faster than none. */
  void acknowledged(long millis) {
    seconds.record(Math.max(0, millis), TimeUnit.MILLISECONDS);
  }

  void counted(int forms, long nanos) {
    batches.record(forms);
    redis.record(Duration.ofNanos(nanos));
  }

  void failed() {
    failures.increment();
  }

  void turnedAway(int forms) {
    turnedAway.increment(forms);
  }
}
