package id.pantau.command.held;

import id.pantau.command.Places;
import id.pantau.command.Reply;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Station;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one person wants done with a held form.
 *
 * @param revision the newest that the person saw
 * @param figures of a correction; null otherwise
 * @param again the same typed a second time, where one person decides alone
 * @param note for the reader, perhaps empty
 */
record Wish(
    int contest,
    Station station,
    int revision,
    Kind kind,
    @Nullable Figures figures,
    @Nullable Figures again,
    String note) {
  private static final int NOTE_CHARS_MAX = 200;

  /** What can be done. */
  enum Kind {
    CONFIRM,
    CORRECT,
    PHOTO;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads a wish; {@link Reply.No} where it is none. */
  static Wish of(JsonObject body, Election election) {
    int contest = Places.contest(election, text(body, "contest"));
    Station station = Places.station(election, text(body, "station"));
    if (!(body.getValue("revision") instanceof Integer revision)) {
      throw Reply.malformed("revision is missing");
    }
    Contest ballot = election.contests().get(contest);
    Kind kind = kind(text(body, "kind"));
    boolean corrects = kind == Kind.CORRECT;
    Object again = body.getValue("figuresAgain");
    return new Wish(
        contest,
        station,
        revision,
        kind,
        corrects ? Figures.of(body.getValue("figures"), ballot) : null,
        corrects && again != null ? Figures.of(again, ballot) : null,
        note(body.getValue("note")));
  }

  /** True where two people want the same; a note is no part of it. */
  boolean agreesWith(Wish other) {
    return kind == other.kind && Objects.equals(figures, other.figures);
  }

  private static String text(JsonObject body, String field) {
    if (body.getValue(field) instanceof String text) {
      return text;
    }
    throw Reply.malformed(field + " is missing");
  }

  private static String note(@Nullable Object note) {
    if (note == null) {
      return "";
    }
    if (note instanceof String text && text.length() <= NOTE_CHARS_MAX) {
      return text.strip();
    }
    throw Reply.malformed("a note is a text of at most " + NOTE_CHARS_MAX + " characters");
  }

  private static Kind kind(String wire) {
    for (Kind kind : Kind.values()) {
      if (kind.wire().equals(wire)) {
        return kind;
      }
    }
    throw Reply.malformed("kind is none of confirm, correct, photo");
  }
}
