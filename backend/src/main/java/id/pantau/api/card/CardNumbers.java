package id.pantau.api.card;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pantau.model.Area;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Position;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a card shows, out of a results body (wire-protocol §2).
 *
 * @param asOf when something was last counted there; null before the first form
 * @param at the instant that was asked for; null where the card shows the newest numbers
 * @param votes in ballot order; empty where the place is withheld
 * @param stations null where the place is withheld
 * @param withheld who withholds the place and why; null where nobody does
 */
record CardNumbers(
    Contest contest,
    Area area,
    Position position,
    @Nullable Instant asOf,
    @Nullable Instant at,
    boolean isTest,
    List<Long> votes,
    @Nullable Stations stations,
    @Nullable Withheld withheld) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How far the count is. */
  record Stations(long counted, long held, long expected) {}

  /**
   * An operator's decision to show no numbers.
   *
   * @param reason language → reason
   */
  record Withheld(
      String office,
      Map<String, String> reason,
      @Nullable Instant since,
      @Nullable Instant until) {}

  /**
   * Reads a body of an election.
   *
   * @throws IllegalArgumentException where the body is none of this election's
   */
  static CardNumbers read(byte[] body, Election election) {
    Map<String, JsonNode> fields = fields(body);
    Contest contest = election.contest(text(fields, "contest"));
    int area = election.areas().find(text(fields, "area"));
    if (contest == null || area < 0) {
      throw new IllegalArgumentException("a results body of another election");
    }
    JsonNode position = fields.getOrDefault("position", JSON.createObjectNode());
    JsonNode totals = fields.get("totals");
    JsonNode stations = fields.get("stations");
    JsonNode withheld = fields.get("withheld");
    return new CardNumbers(
        contest,
        election.areas().area(area),
        new Position(position.path("epoch").asInt(1), position.path("revision").asLong()),
        instant(fields.get("asOf")),
        instant(fields.get("at")),
        Objects.requireNonNull(fields.get("isTest")).asBoolean(),
        totals == null ? List.of() : votes(contest, totals.path("votes")),
        stations == null ? null : stations(stations),
        withheld == null ? null : withheld(withheld));
  }

  /** The first form is still to come. */
  boolean isWaiting() {
    return stations != null && stations.counted() + stations.held() == 0;
  }

  /** Σ over the choices of the ballot: what shares are shares of. */
  long sum() {
    return votes.stream().mapToLong(Long::longValue).sum();
  }

  /** The fields of the body but the rows of its children, which no card shows. */
  private static Map<String, JsonNode> fields(byte[] body) {
    Map<String, JsonNode> fields = new HashMap<>();
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("a results body is an object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals("children")) {
          parser.skipChildren();
        } else {
          fields.put(name, JSON.readTree(parser));
        }
      }
      return fields;
    } catch (IOException e) {
      throw new IllegalArgumentException("a results body is JSON", e);
    }
  }

  private static String text(Map<String, JsonNode> fields, String name) {
    JsonNode node = fields.get(name);
    return node == null ? "" : node.asText();
  }

  private static List<Long> votes(Contest contest, JsonNode votes) {
    return contest.choices().stream().map(Choice::id).map(id -> votes.path(id).asLong()).toList();
  }

  private static Stations stations(JsonNode node) {
    return new Stations(
        node.path("counted").asLong(), node.path("held").asLong(), node.path("expected").asLong());
  }

  private static Withheld withheld(JsonNode node) {
    Map<String, String> reason = new HashMap<>();
    node.path("reason").properties().forEach(r -> reason.put(r.getKey(), r.getValue().asText()));
    return new Withheld(
        node.path("office").asText(),
        Map.copyOf(reason),
        instant(node.get("since")),
        instant(node.get("until")));
  }

  private static @Nullable Instant instant(@Nullable JsonNode node) {
    return node == null || node.isNull() ? null : Instant.parse(node.asText());
  }
}
