package id.pantau.command.held;

import id.pantau.model.Contest;
import id.pantau.model.Station;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The first person's wish, until a second one agrees.
 *
 * @param by the person's id
 */
record Proposal(Wish wish, String by, long atMillis) {

  /** As Redis holds it, the figures of a correction included; docs/redis-keys.md §1c. */
  String text() {
    return new JsonObject()
        .put("revision", wish.revision())
        .put("kind", wish.kind().wire())
        .put("figures", wish.figures() == null ? null : wish.figures().json())
        .put("note", wish.note())
        .put("by", by)
        .put("at", atMillis)
        .encode();
  }

  /** What stands in a proposal's place for a moment after it was settled. */
  static String settled(int revision) {
    return new JsonObject().put("settled", revision).encode();
  }

  /** The revision that was settled a moment ago; -1 where none was. */
  static int settledRevision(String text) {
    try {
      return new JsonObject(text).getInteger("settled", -1);
    } catch (DecodeException | ClassCastException notOurs) {
      return -1;
    }
  }

  /** Null for what is no proposal of ours. */
  static @Nullable Proposal read(String text, int contest, Contest ballot, Station station) {
    try {
      JsonObject said = new JsonObject(text);
      Wish.Kind kind = Wish.Kind.valueOf(said.getString("kind").toUpperCase(Locale.ROOT));
      Figures figures =
          kind == Wish.Kind.CORRECT ? Figures.of(said.getValue("figures"), ballot) : null;
      Wish wish =
          new Wish(
              contest,
              station,
              said.getInteger("revision"),
              kind,
              figures,
              null,
              said.getString("note"));
      return new Proposal(wish, said.getString("by"), said.getLong("at"));
    } catch (DecodeException
        | ClassCastException
        | NullPointerException
        | IllegalArgumentException
        | id.pantau.command.Reply.No notOurs) {
      return null;
    }
  }
}
