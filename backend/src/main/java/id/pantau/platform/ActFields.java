package id.pantau.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Act;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What the public reads of an act, as it stands in every body that tells of one. */
public final class ActFields {
  private ActFields() {}

  /** An act of a place and when it ended: a row of the feed of acts. */
  public static void row(JsonGenerator g, Acts.Entry entry) throws IOException {
    Act act = entry.act();
    g.writeStringField("id", act.id());
    g.writeStringField("kind", act.kind().wire());
    g.writeStringField("contest", act.contest());
    g.writeStringField("place", act.subject());
    statement(g, act);
    Instant ended = entry.ended();
    g.writeStringField("ended", ended == null ? null : ended.toString());
  }

  /** {@code office}, {@code reason}, {@code since}, {@code until}; the last may be null. */
  public static void statement(JsonGenerator g, Act act) throws IOException {
    g.writeStringField("office", act.office());
    g.writeObjectFieldStart("reason");
    for (Map.Entry<String, String> said : new TreeMap<>(act.reason()).entrySet()) {
      g.writeStringField(said.getKey(), said.getValue());
    }
    g.writeEndObject();
    g.writeStringField("since", act.since().toString());
    Instant until = act.until();
    g.writeStringField("until", until == null ? null : until.toString());
  }
}
