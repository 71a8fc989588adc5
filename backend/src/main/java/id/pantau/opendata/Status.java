package id.pantau.opendata;

import id.pantau.platform.Health;
import io.micrometer.core.instrument.Counter;
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
  private volatile @Nullable Pointer pointer;
  private volatile Instant checked = Instant.EPOCH;
  private volatile @Nullable String trouble;

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
  }

  void point(Snapshot snapshot, byte[] json) {
    String digest = Snapshot.sha256(new String(json, StandardCharsets.UTF_8));
    pointer = new Pointer(snapshot, json, '"' + digest + '"');
  }

  void took(long millis) {
    making.record(Duration.ofMillis(millis));
  }

  void made() {
    checked = clock.instant();
    trouble = null;
  }

  void failed(String why) {
    trouble = why;
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

  /** Green in trouble too: results do not wait for files, and the last snapshot is still right. */
  Health.State health() {
    Pointer now = pointer;
    String last = now == null ? "no snapshot yet" : "the last snapshot is " + now.snapshot().id();
    String why = trouble;
    return Health.State.green(why == null ? last : last + "; a newer one failed: " + why);
  }
}
