package id.pantau.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The named checks that decide whether this node should get traffic. */
public final class Health {
  private final Map<String, Supplier<State>> checks = new ConcurrentHashMap<>();

  /**
   * What a check says.
   *
   * @param detail one sentence for the person on duty
   */
  public record State(boolean green, String detail) {
    public static State green(String detail) {
      return new State(true, detail);
    }

    public static State red(String detail) {
      return new State(false, detail);
    }
  }

  /** Adds or replaces a check. It is asked on an event loop at each probe: it must not block. */
  public void register(String name, Supplier<State> check) {
    checks.put(name, check);
  }

  /** What every check says now, by name; a check that throws is red. */
  public Map<String, State> now() {
    Map<String, State> states = new TreeMap<>();
    checks.forEach((name, check) -> states.put(name, ask(check)));
    return states;
  }

  /** Shows every check as a gauge, 1 = green: those that are there now. */
  void meters(MeterRegistry registry) {
    for (String name : checks.keySet()) {
      Gauge.builder("pantau.health", checks, all -> isGreen(all.get(name)) ? 1 : 0)
          .description("1 while a check of the node is green; traffic belongs where all are")
          .tag("check", name)
          .register(registry);
    }
  }

  private static boolean isGreen(@Nullable Supplier<State> check) {
    return check != null && ask(check).green();
  }

  private static State ask(Supplier<State> check) {
    try {
      return check.get();
    } catch (RuntimeException e) {
      return State.red("the check failed: " + e);
    }
  }
}
