package id.pantau.platform;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

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

  private static State ask(Supplier<State> check) {
    try {
      return check.get();
    } catch (RuntimeException e) {
      return State.red("the check failed: " + e);
    }
  }
}
