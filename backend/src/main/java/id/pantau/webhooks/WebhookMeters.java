package id.pantau.webhooks;

import id.pantau.platform.Meters;
import id.pantau.platform.Webhooks;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;

/** What is measured of webhooks: attempts, how the receivers stand, what waits. */
final class WebhookMeters {
  private final MeterRegistry registry;
  private final Map<Outcome.Kind, Counter> attempts = new EnumMap<>(Outcome.Kind.class);
  private final Timer answers;

  WebhookMeters(MeterRegistry registry) {
    this.registry = registry;
    for (Outcome.Kind kind : Outcome.Kind.values()) {
      attempts.put(
          kind,
          Counter.builder("pantau.webhooks.attempts")
              .description("messages sent to webhooks, by what came of them")
              .tag("outcome", kind.wire())
              .register(registry));
    }
    answers =
        Meters.timer(
            registry,
            "pantau.webhooks.answer",
            "from the look-up of a webhook's name to its answer");
  }

  /**
   * Shows the lanes.
   *
   * @param states how many there are of a state; asked on any thread, as is the other
   */
  void show(ToIntFunction<Webhooks.State> states, IntSupplier pending) {
    for (Webhooks.State state : Webhooks.State.values()) {
      Gauge.builder("pantau.webhooks.hooks", () -> states.applyAsInt(state))
          .description("webhooks registered on this node, by how they stand")
          .tag("state", state.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
    Gauge.builder("pantau.webhooks.pending", pending::getAsInt)
        .description("topics and acts of which a receiver does not have the newest state")
        .register(registry);
  }

  void attempt(Outcome.Kind kind, long millis) {
    Objects.requireNonNull(attempts.get(kind)).increment();
    answers.record(Duration.ofMillis(millis));
  }
}
