package id.pantau.api.report;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A place of a report.
 *
 * @param code of the area, or of the station (13 characters)
 * @param votes in ballot order; empty where the place is withheld
 * @param counted stations in the votes
 * @param held stations whose form waits for a decision
 * @param expected stations that take a form of the contest
 * @param figures valid, invalid, registered, users: sums over some of the counted stations; empty
 *     where withheld, and at an earlier time
 */
record ReportRow(
    String code,
    String name,
    boolean withheld,
    List<Long> votes,
    long counted,
    long held,
    long expected,
    Map<String, Figure> figures) {
  private static final List<String> FIGURES = List.of("valid", "invalid", "registered", "users");

  /**
   * A sum over so many stations: those whose form has the figure and keeps the figure's rules.
   *
   * @param stations at most those that are counted
   */
  record Figure(long value, long stations) {}

  ReportRow {
    votes = List.copyOf(votes);
  }

  /** An object with {@code totals} and {@code stations}, which a withheld place has not. */
  static ReportRow of(JsonNode place, String code, Contest contest) {
    JsonNode totals = place.path("totals");
    JsonNode stations = place.path("stations");
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (String name : FIGURES) {
      JsonNode figure = totals.get(name);
      if (figure != null) {
        figures.put(
            name, new Figure(figure.path("value").asLong(), figure.path("stations").asLong()));
      }
    }
    boolean withheld = stations.isMissingNode();
    return new ReportRow(
        code,
        place.path("name").asText(),
        withheld,
        withheld
            ? List.of()
            : contest.choices().stream()
                .map(Choice::id)
                .map(id -> totals.path("votes").path(id).asLong())
                .toList(),
        stations.path("counted").asLong(),
        stations.path("held").asLong(),
        stations.path("expected").asLong(),
        figures);
  }

  /** True where there are votes to give: of a place without a counted form nothing is known. */
  boolean isCounted() {
    return counted > 0;
  }

  /** True where every station of the place is counted. */
  boolean isFinished() {
    return counted > 0 && counted == expected;
  }

  /** True where a figure is the sum over all that are counted, not over some of them. */
  boolean hasWhole(String figure) {
    Figure known = figures.get(figure);
    return counted > 0 && known != null && known.stations() == counted;
  }

  /** The value of a figure that {@link #hasWhole} is true of. */
  long whole(String figure) {
    return figures.getOrDefault(figure, new Figure(0, 0)).value();
  }
}
