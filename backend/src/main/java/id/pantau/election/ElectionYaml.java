package id.pantau.election;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * The shape of {@code election.yaml}: every key but {@code cadenceSeconds}, {@code referenceAt} and
 * {@code votingDay} is required, no other is known. What the keys mean stands in {@code
 * config/elections/README.md}.
 */
record ElectionYaml(
    Text id,
    Map<String, Text> names,
    boolean isTest,
    Map<String, Text> notices,
    Map<String, Text> banners,
    List<Text> sources,
    @JacksonInject(CADENCE) @JsonProperty(CADENCE) int cadenceSeconds,
    @JacksonInject(REFERENCE_AT) @JsonProperty(REFERENCE_AT) Text referenceAt,
    @JacksonInject(VOTING_DAY) @JsonProperty(VOTING_DAY) Text votingDay,
    Limits thresholds,
    List<Ballot> contests) {
  /** A key that may be left out. */
  static final String CADENCE = "cadenceSeconds";

  /** Another one. */
  static final String REFERENCE_AT = "referenceAt";

  /** The third. */
  static final String VOTING_DAY = "votingDay";

  /** The numbers of the rules, as {@link id.pantau.model.Thresholds}. */
  record Limits(
      int ballotsPerStationMax,
      int registeredPerStationMax,
      int turnoutPercentMin,
      int turnoutPercentMax,
      int invalidPercentMax,
      List<Text> overseas,
      List<Text> noken) {}

  /** A contest, as {@link id.pantau.model.Contest}. */
  record Ballot(Text id, Map<String, Text> names, List<Text> scope, List<Option> choices) {}

  /** A choice, as {@link id.pantau.model.Choice}. */
  record Option(Text id, int number, Text name, Text shortName, Text color) {}
}
