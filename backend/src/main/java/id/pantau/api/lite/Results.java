package id.pantau.api.lite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A results body as the API serves it (wire-protocol §2), read back: what a page shows is what the
 * bytes say, never something else of the board.
 *
 * @param asOf null before the first count
 * @param sums null where the place is withheld
 * @param withheld null where it is not
 * @param notices what offices say of it; missing where there are none
 */
record Results(
    String name,
    int level,
    String position,
    @Nullable String asOf,
    String status,
    @Nullable Sums sums,
    @Nullable JsonNode withheld,
    JsonNode notices,
    List<Row> children) {
  private static final ObjectMapper JSON = new ObjectMapper();

  Results {
    children = List.copyOf(children);
  }

  /** A place one level down; {@code sums} as above. */
  record Row(String code, String name, @Nullable Sums sums) {}

  /** A sum and over how many stations. */
  record Figure(long value, long stations) {}

  /**
   * What was counted.
   *
   * @param votes in ballot order
   * @param sent votes as the forms were sent, in ballot order; null where the body has none
   * @param users of those stations that have {@code registered} too
   */
  record Sums(
      List<Long> votes,
      @Nullable List<Long> sent,
      @Nullable Figure valid,
      @Nullable Figure invalid,
      @Nullable Figure registered,
      @Nullable Figure users,
      @Nullable JsonNode turnout,
      long counted,
      long held,
      long expected) {
    /** What shares are shares of. */
    long all() {
      return votes.stream().mapToLong(Long::longValue).sum();
    }
  }

  static JsonNode tree(Buffer json) {
    try {
      return JSON.readTree(json.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Results read(Buffer json, Contest contest) {
    JsonNode body = tree(json);
    List<Row> rows = new ArrayList<>();
    for (JsonNode child : body.path("children")) {
      rows.add(
          new Row(child.path("code").asText(), child.path("name").asText(), sums(child, contest)));
    }
    JsonNode withheld = body.get("withheld");
    return new Results(
        body.path("name").asText(),
        body.path("level").asInt(),
        body.path("position").path("epoch").asText()
            + "·"
            + body.path("position").path("revision").asText(),
        body.path("asOf").textValue(),
        body.path("status").asText(),
        sums(body, contest),
        withheld,
        body.path("notices"),
        rows);
  }

  private static @Nullable Sums sums(JsonNode place, Contest contest) {
    JsonNode totals = place.get("totals");
    JsonNode stations = place.get("stations");
    if (totals == null || stations == null) {
      return null;
    }
    return new Sums(
        votes(totals.path("votes"), contest),
        totals.has("asSent") ? votes(totals.path("asSent"), contest) : null,
        figure(totals.get("valid")),
        figure(totals.get("invalid")),
        figure(totals.get("registered")),
        figure(totals.get("users")),
        totals.get("turnout"),
        stations.path("counted").asLong(),
        stations.path("held").asLong(),
        stations.path("expected").asLong());
  }

  private static List<Long> votes(JsonNode votes, Contest contest) {
    return contest.choices().stream().map(Choice::id).map(id -> votes.path(id).asLong()).toList();
  }

  private static @Nullable Figure figure(@Nullable JsonNode figure) {
    return figure == null
        ? null
        : new Figure(figure.path("value").asLong(), figure.path("stations").asLong());
  }
}
