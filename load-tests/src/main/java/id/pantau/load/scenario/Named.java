package id.pantau.load.scenario;

import java.util.List;

/**
 * A scenario of a name that says its content; what it stands for, and what must hold, is in the
 * file of that name in {@code load-tests/scenarios}.
 */
public record Named(String name, Plan plan) {
  public static final Named SMOKE =
      new Named("smoke-100-viewers", new Plan(100, 2, 1_000, 100, 0, 2, 1, 2));

  private static final List<Named> ALL =
      List.of(
          SMOKE,
          new Named("night-10k-viewers-1000-forms", new Plan(10_000, 1, 1_000, 20, 20, 30, 0, 1)),
          new Named("burst-5000-forms", new Plan(1_000, 2, 5_000, 500, 10, 20, 0, 1)),
          new Named("reconnect-storm-10k", new Plan(10_000, 1, 1_000, 10, 15, 10, 1, 1)),
          new Named("corrections", new Plan(1_000, 2, 2_000, 100, 5, 15, 0, 2)));

  /**
   * The scenario of that name.
   *
   * @throws IllegalArgumentException with all names, where there is none
   */
  public static Named of(String name) {
    return ALL.stream()
        .filter(scenario -> scenario.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no scenario " + name + "; there are " + names()));
  }

  static List<String> names() {
    return ALL.stream().map(Named::name).toList();
  }
}
