package id.pantau.command.acts;

import id.pantau.command.Operator;
import id.pantau.command.Reply;
import id.pantau.model.Act;
import id.pantau.model.Election;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what an operator wants to do; docs/command-centre.md §5. */
final class NewAct {
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final int OFFICE_CHARS_MAX = 120;
  private static final int REASON_CHARS_MAX = 600;

  private NewAct() {}

  /**
   * The act.
   *
   * @throws Reply.No 400 {@code malformed} where a field is missing or of the wrong kind, 422 with
   *     a word of its own where it says something impossible
   */
  static Act of(JsonObject body, Election election, String id, Operator by, Instant now) {
    Act.Kind kind = Act.Kind.of(text(body, "kind"));
    if (kind == null || !kind.ofPlace()) {
      throw Reply.malformed("kind is withhold or notice");
    }
    String contest = body.getValue("contest") == null ? null : text(body, "contest");
    if (contest != null && election.contest(contest) == null) {
      throw new Reply.No(422, "unknown-contest", "there is no contest " + contest);
    }
    String place = text(body, "place");
    if (election.areas().find(place) < 0 && election.areas().station(place) == null) {
      throw new Reply.No(422, "unknown-place", "there is no area or station " + place);
    }
    Map<String, String> reason =
        Map.of("id", said(reason(body), "id"), "en", said(reason(body), "en"));
    Instant since = now.truncatedTo(ChronoUnit.MILLIS);
    return new Act(
        id,
        kind,
        contest,
        place,
        limited(text(body, "office"), "office", OFFICE_CHARS_MAX),
        reason,
        since,
        until(text(body, "until"), since),
        by.id(),
        null);
  }

  private static JsonObject reason(JsonObject body) {
    if (body.getValue("reason") instanceof JsonObject reason) {
      return reason;
    }
    throw Reply.malformed("reason is an object with id and en");
  }

  private static String said(JsonObject reason, String language) {
    return limited(text(reason, language), "reason." + language, REASON_CHARS_MAX);
  }

  private static String text(JsonObject from, String field) {
    Object value = from.getValue(field);
    if (value instanceof String text) {
      return text.strip();
    }
    throw Reply.malformed(field + " is a text");
  }

  private static String limited(String text, String field, int most) {
    if (text.isEmpty()) {
      throw new Reply.No(422, "empty", field + " is empty: the public is told who and why");
    }
    if (text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
      throw new Reply.No(422, "too-long", field + " is one line of at most " + most);
    }
    return text;
  }

  private static Instant until(@Nullable String text, Instant now) {
    Instant until;
    try {
      until = OffsetDateTime.parse(String.valueOf(text)).toInstant();
    } catch (DateTimeException e) {
      throw Reply.malformed("until is an instant with offset");
    }
    if (!until.isAfter(now)) {
      throw new Reply.No(422, "past", "until lies in the past");
    }
    if (until.isAfter(now.plus(LONGEST))) {
      throw new Reply.No(422, "too-far", "until is at most 30 days ahead; it can be done again");
    }
    return until.truncatedTo(ChronoUnit.MILLIS);
  }
}
