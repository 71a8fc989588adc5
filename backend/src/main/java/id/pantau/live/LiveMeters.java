package id.pantau.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The node's meters of the live path, and the count of its seats. */
final class LiveMeters {
  /** A tick and fifty milliseconds: the bound that is looked at has a bucket of its own. */
  private static final Duration PROMISED = Duration.ofMillis(300);

  final Counter deliveries;
  final Counter drops;
  final Counter writes;
  final Counter calls;
  final Counter bytes;
  final Counter heartbeatsWithState;
  final Counter heartbeatsAlone;
  private final Timer seen;
  private final Timer reached;
  private final Map<CloseCode, Counter> closes = new EnumMap<>(CloseCode.class);
  private final AtomicInteger sockets = new AtomicInteger();
  private final AtomicInteger events = new AtomicInteger();

  LiveMeters(MeterRegistry registry) {
    deliveries = counter(registry, "pantau.live.deliveries", "states handed to viewers");
    drops = counter(registry, "pantau.live.drops", "states that slow viewers never got");
    writes = counter(registry, "pantau.live.writes", "writes to viewers");
    calls = counter(registry, "pantau.live.calls", "calls of the kernel that these writes took");
    bytes =
        Counter.builder("pantau.live.bytes")
            .description("bytes of states handed to viewers")
            .baseUnit("bytes")
            .register(registry);
    heartbeatsWithState = heartbeats(registry, "state");
    heartbeatsAlone = heartbeats(registry, "alone");
    seen =
        latency(
            registry,
            "pantau.live.seen.seconds",
            "from a form's receipt until the last viewer of an event loop was written to, of"
                + " the form that waited longest in each tick");
    reached =
        latency(
            registry,
            "pantau.live.reached.seconds",
            "from a form's receipt until a viewer was written to, of one form of each tick and"
                + " some viewers of each turn");
    for (CloseCode code : CloseCode.values()) {
      closes.put(
          code,
          Counter.builder("pantau.live.closes")
              .description("sockets that this node closed")
              .tag("code", Integer.toString(code.number()))
              .register(registry));
    }
    gauge(registry, "websocket", sockets);
    gauge(registry, "sse", events);
  }

  private static Counter counter(MeterRegistry registry, String name, String what) {
    return Counter.builder(name).description(what).register(registry);
  }

  private static Counter heartbeats(MeterRegistry registry, String with) {
    return Counter.builder("pantau.live.heartbeats")
        .description("heartbeats to viewers: behind a state, or a write of their own")
        .tag("with", with)
        .register(registry);
  }

  private static Timer latency(MeterRegistry registry, String name, String what) {
    return Timer.builder(name)
        .description(what)
        .publishPercentileHistogram()
        .serviceLevelObjectives(PROMISED)
        .minimumExpectedValue(Duration.ofMillis(1))
        .maximumExpectedValue(Duration.ofSeconds(30))
        .register(registry);
  }

  private static void gauge(MeterRegistry registry, String kind, AtomicInteger count) {
    Gauge.builder("pantau.live.viewers", count, AtomicInteger::get)
        .description("viewers connected now")
        .tag("kind", kind)
        .register(registry);
  }

  /** Receipt and write may be on machines whose clocks differ: never less than nothing. */
  void seen(long millis) {
    seen.record(Math.max(0, millis), TimeUnit.MILLISECONDS);
  }

  /** As {@link #seen}. */
  void reached(long millis) {
    reached.record(Math.max(0, millis), TimeUnit.MILLISECONDS);
  }

  void closed(CloseCode code) {
    Counter counter = closes.get(code);
    if (counter != null) {
      counter.increment();
    }
  }

  /** Takes a seat of the node; false where all are taken. */
  boolean sit(Wire.Kind kind, int seatsMax) {
    AtomicInteger mine = seats(kind);
    mine.incrementAndGet();
    if (sockets.get() + events.get() > seatsMax) {
      mine.decrementAndGet();
      return false;
    }
    return true;
  }

  void leave(Wire.Kind kind) {
    seats(kind).decrementAndGet();
  }

  private AtomicInteger seats(Wire.Kind kind) {
    return kind == Wire.Kind.SOCKET ? sockets : events;
  }
}
