package id.pantau.platform;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A pulse on each event loop (F45). A loop whose pulse is late is blocked: nothing on it is
 * answered, and nobody on it can say so, therefore another loop looks.
 */
public final class HealthLoops {
  private static final long PULSE_MILLIS = 250;
  private static final double NANOS_A_SECOND = 1e9;
  private static final long RED_NANOS = TimeUnit.SECONDS.toNanos(3);
  private static final long DEAD_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long RED_AFTER_NANOS = TimeUnit.SECONDS.toNanos(15);

  private final List<Pulse> pulses = new ArrayList<>();
  private final DistributionSummary stalls;

  private static final class Pulse {
    volatile long lastNanos = System.nanoTime();
    volatile long lastStallNanos = lastNanos - RED_AFTER_NANOS;
    volatile ScheduledFuture<?> timer;

    Pulse(EventExecutor loop, DistributionSummary stalls) {
      timer =
          loop.scheduleAtFixedRate(
              () -> beat(stalls), PULSE_MILLIS, PULSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    void beat(DistributionSummary stalls) {
      long now = System.nanoTime();
      long late = now - lastNanos - TimeUnit.MILLISECONDS.toNanos(PULSE_MILLIS);
      lastNanos = now;
      stalls.record(Math.max(0, late) / NANOS_A_SECOND);
      if (late > RED_NANOS) {
        lastStallNanos = now;
      }
    }
  }

  /**
   * Starts a pulse on every event loop and a check named {@code event-loops}.
   *
   * @param others that are not Vert.x' own
   */
  public HealthLoops(
      Vertx vertx, List<? extends EventExecutor> others, MeterRegistry registry, Health health) {
    stalls =
        DistributionSummary.builder("pantau.loop.late")
            .baseUnit("seconds")
            .description("how late an event loop was for its pulse")
            .register(registry);
    for (EventExecutor loop : ((VertxInternal) vertx).nettyEventLoopGroup()) {
      pulses.add(new Pulse(loop, stalls));
    }
    others.forEach(loop -> pulses.add(new Pulse(loop, stalls)));
    health.register("event-loops", this::state);
  }

  /** True while every loop still turns: a process where it is false wants to be restarted. */
  public boolean turning() {
    long now = System.nanoTime();
    return pulses.stream().allMatch(p -> now - p.lastNanos < DEAD_NANOS);
  }

  private Health.State state() {
    long now = System.nanoTime();
    long blocked = pulses.stream().filter(p -> now - p.lastNanos > RED_NANOS).count();
    long lately = pulses.stream().filter(p -> now - p.lastStallNanos < RED_AFTER_NANOS).count();
    if (blocked + lately > 0) {
      return Health.State.red(blocked + " event loops are blocked, " + lately + " were lately");
    }
    return Health.State.green(pulses.size() + " event loops turn");
  }

  public void stop() {
    pulses.forEach(p -> p.timer.cancel(false));
  }
}
