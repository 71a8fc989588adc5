package id.pantau.intake;

import id.pantau.model.Election;
import id.pantau.model.Station;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What intake measures. Provinces are a label, stations never. */
final class IntakeMeters {
  private static final String NOWHERE = "none";

  private final MeterRegistry registry;
  private final Election election;
  private final Timer seconds;

  IntakeMeters(MeterRegistry registry, Election election, Admission admission) {
    this.registry = registry;
    this.election = election;
    this.seconds =
        Timer.builder("pantau.intake.seconds")
            .description("from the head of a request to its answer")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofSeconds(30))
            .register(registry);
    Gauge.builder("pantau.intake.bodies.bytes", admission, Admission::bytes)
        .description("bytes of bodies on their way")
        .baseUnit("bytes")
        .register(registry);
  }

  /**
   * One form was answered.
   *
   * @param status on the wire
   * @param station its code, perhaps of no station; null where the form could not be read
   */
  void answered(String status, @Nullable String station) {
    Counter.builder("pantau.intake.forms")
        .description("forms answered")
        .tag("status", status)
        .tag("province", province(station))
        .register(registry)
        .increment();
  }

  /**
   * A form, or a whole request, was not taken.
   *
   * @param reason a rule's code or a problem's
   */
  void refused(String reason) {
    Counter.builder("pantau.intake.refusals")
        .description("forms and requests not taken")
        .tag("reason", reason)
        .register(registry)
        .increment();
  }

  Timer.Sample start() {
    return Timer.start(registry);
  }

  void stop(Timer.Sample sample) {
    sample.stop(seconds);
  }

  private String province(@Nullable String code) {
    Station station = code == null ? null : election.areas().station(code);
    return station == null ? NOWHERE : election.areas().area(station.province()).code();
  }
}
