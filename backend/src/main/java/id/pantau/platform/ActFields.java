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
