package id.pantau.election;

import id.pantau.model.Form;
import id.pantau.model.Thresholds;

/** Turns the thresholds of the YAML into the model's. */
final class ThresholdsReader {
  private ThresholdsReader() {}

  static Thresholds read(ElectionYaml.Limits limits, ContestsReader contests, Place file) {
    between(1, limits.ballotsPerStationMax(), Form.NUMBER_MAX, "ballotsPerStationMax", file);
    between(1, limits.registeredPerStationMax(), Form.NUMBER_MAX, "registeredPerStationMax", file);
    between(0, limits.turnoutPercentMin(), 100, "turnoutPercentMin", file);
    between(limits.turnoutPercentMin(), limits.turnoutPercentMax(), 100, "turnoutPercentMax", file);
    between(1, limits.invalidPercentMax(), 100, "invalidPercentMax", file);
    return new Thresholds(
        limits.ballotsPerStationMax(),
        limits.registeredPerStationMax(),
        limits.turnoutPercentMin(),
        limits.turnoutPercentMax(),
        limits.invalidPercentMax(),
        contests.areas(limits.overseas(), "thresholds.overseas"),
        contests.areas(limits.noken(), "thresholds.noken"));
  }

  private static void between(int min, int value, int max, String key, Place file) {
    if (value < min || value > max) {
      throw file.refused("thresholds.%s is %d, not %d…%d".formatted(key, value, min, max));
    }
  }
}
