package id.pantau.opendata;

import id.pantau.platform.Health;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** How the open data stands: what is shown, since when, and what went wrong. For all threads. */
final class Status {
  private final InstantSource clock;
  private final Counter failures;
  private final Timer making;
  private final MeterRegistry registry;
  private volatile @Nullable Pointer pointer;
  private volatile Instant checked = Instant.EPOCH;
  private volatile @Nullable String trouble;
  private volatile boolean looked;

  /**
   * What {@code latest.json} answers.
   *
   * @param etag quoted
   */
  record Pointer(Snapshot snapshot, byte[] json, String etag) {}

  Status(MeterRegistry registry, InstantSource clock) {
    this.clock = clock;
    Gauge.builder("pantau.opendata.age", this, Status::ageSeconds)
        .description("seconds since the newest snapshot was known to be all; NaN before the first")
        .baseUnit("seconds")
        .register(registry);
    this.failures =
        Counter.builder("pantau.opendata.failures")
            .description("snapshots of the open data that could not be made")
            .register(registry);
    this.making =
        Timer.builder("pantau.opendata.making")
            .description("making a snapshot of the open data, its rests included")
            .register(registry);
    this.registry = registry;
  }

  /** What the thread that makes the snapshots costs, also while it is at it. */
  void watch(Thread maker) {
    FunctionCounter.builder("pantau.opendata.cpu", maker, t -> Cost.of(t).cpuNanos() / 1e9)
        .description("CPU of the thread that makes the snapshots")
        .baseUnit("seconds")
        .register(registry);
    FunctionCounter.builder("pantau.opendata.allocated", maker, t -> Cost.of(t).allocatedBytes())
        .description("memory that this thread has taken from the heap, and given back")
        .baseUnit("bytes")
        .register(registry);
  }

  void point(Snapshot snapshot, byte[] json) {
    String digest = Snapshot.sha256(new String(json, StandardCharsets.UTF_8));
    pointer = new Pointer(snapshot, json, '"' + digest + '"');
  }

  void took(Cost cost) {
    making.record(Duration.ofNanos(cost.nanos()));
  }

  /** Nothing waits for a first one: another node makes it, or there are forms to show already. */
  void looked() {
    looked = true;
  }

  void made() {
    checked = clock.instant();
    trouble = null;
    looked = true;
  }

  void failed(String why) {
    trouble = why;
    looked = true;
    failures.increment();
  }

  /** Null before the first snapshot. */
  @Nullable Pointer pointer() {
    return pointer;
  }

  private double ageSeconds() {
    return pointer == null
        ? Double.NaN
        : Duration.between(checked, clock.instant()).toMillis() / 1000.0;
  }

  /**
   * Red until an election's first snapshot is there or has failed: then a node that gets traffic
   * has every file. Green where there are forms already, and in trouble: results do not wait for
   * files, and the last snapshot is still right.
   */
  Health.State health() {
    Pointer now = pointer;
    if (now == null && !looked) {
      return Health.State.red("the first snapshot is being made");
    }
    String last = now == null ? "no snapshot yet" : "the last snapshot is " + now.snapshot().id();
    String why = trouble;
    return Health.State.green(why == null ? last : last + "; a newer one failed: " + why);
  }
}
