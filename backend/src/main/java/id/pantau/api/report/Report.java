package id.pantau.api.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pantau.model.Area;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A results body (wire-protocol §2) beside what its place is: what both standards are written from.
 *
 * @param at when the last form in it was counted, to the second; before the first, when the
 *     election was published
 * @param digest of the results body
 * @param own the place itself
 * @param rows what lies one level below it
 * @param withheld true where the place itself is withheld
 * @param statements what offices say of it, withholding first, language → text
 */
public record Report(
    Election election,
    Contest contest,
    Area area,
    OffsetDateTime at,
    Position position,
    String digest,
    ReportRow own,
    List<ReportRow> rows,
    boolean withheld,
    List<Map<String, String>> statements) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public Report {
    rows = List.copyOf(rows);
    statements = List.copyOf(statements);
  }

  /** Reads a results body of that place. */
  public static Report of(Election election, Contest contest, Area area, byte[] results) {
    JsonNode body = read(results);
    List<ReportRow> rows = new ArrayList<>();
    for (JsonNode child : body.path("children")) {
      rows.add(ReportRow.of(child, child.path("code").asText(), contest));
    }
    List<Map<String, String>> statements = new ArrayList<>();
    if (body.has("withheld")) {
      statements.add(
          statement(body.path("withheld"), Map.of("id", "Ditahan oleh ", "en", "Withheld by ")));
    }
    for (JsonNode notice : body.path("notices")) {
      statements.add(statement(notice, Map.of("id", "", "en", "")));
    }
    JsonNode asOf = body.path("asOf");
    OffsetDateTime at =
        asOf.isTextual() ? OffsetDateTime.parse(asOf.asText()) : election.referenceAt();
    JsonNode position = body.path("position");
    return new Report(
        election,
        contest,
        area,
        at.truncatedTo(ChronoUnit.SECONDS),
        new Position(position.path("epoch").asInt(), position.path("revision").asLong()),
        body.path("digest").asText(),
        ReportRow.of(body, area.code(), contest),
        rows,
        body.has("withheld"),
        statements);
  }

  private static JsonNode read(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Who says it, what, and when it ends. */
  private static Map<String, String> statement(JsonNode said, Map<String, String> opening) {
    String until = said.path("until").isTextual() ? said.path("until").asText() : "";
    String span = said.path("since").asText() + (until.isEmpty() ? "" : "/" + until);
    String id = said.path("reason").path("id").asText();
    String en = said.path("reason").path("en").asText();
    String office = said.path("office").asText();
    return Map.of(
        "id", opening.get("id") + office + ": " + id + " (" + span + ")",
        "en", opening.get("en") + office + ": " + en + " (" + span + ")");
  }

  /** The rows below that are withheld while the place itself is not. */
  List<ReportRow> withheldRows() {
    return withheld ? List.of() : rows.stream().filter(ReportRow::withheld).toList();
  }

  /** True where the rows are stations. */
  boolean isVillage() {
    return area.level() == 4;
  }

  /** True where everything that the contest expects here is counted, and nothing is withheld. */
  boolean isFinished() {
    return !withheld && withheldRows().isEmpty() && own.isFinished();
  }

  /** An ISO instant in UTC, without fractions. */
  String instant() {
    return Instant.ofEpochSecond(at.toEpochSecond()).toString();
  }

  /** Election and contest in a language; the id where there is no name. */
  String electionName(String language) {
    return election.names().getOrDefault(language, election.id());
  }
}
