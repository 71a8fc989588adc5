package id.pantau.model;

import java.util.List;

/**
 * The numbers of the rules: election configuration, never code.
 *
 * @param ballotsPerStationMax T06: 306 in 2024 (300 voters + 2 %)
 * @param registeredPerStationMax A06: 300 in 2024
 * @param turnoutPercentMin W03
 * @param turnoutPercentMax W03
 * @param invalidPercentMax W04, exclusive
 * @param overseas area codes without a capacity and without W03
 * @param noken area codes where unanimous, complete results are lawful: no W02, no W03
 */
public record Thresholds(
    int ballotsPerStationMax,
    int registeredPerStationMax,
    int turnoutPercentMin,
    int turnoutPercentMax,
    int invalidPercentMax,
    List<String> overseas,
    List<String> noken) {
  public Thresholds {
    overseas = List.copyOf(overseas);
    noken = List.copyOf(noken);
  }
}
