package id.pantau.live;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.platform.Problem;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;

/** The texts to viewers that are no states: heartbeats and errors. */
final class LiveTexts {
  private static final JsonFactory JSON = new JsonFactory();

  private LiveTexts() {}

  /**
   * {@code {"heartbeat":"2026-11-21T14:00:15Z","delayed":false,"countedAt":"…"}}.
   *
   * @param countedAtMillis when a form was last counted; 0 = never, which is null on the wire
   */
  static String heartbeat(Instant now, boolean delayed, long countedAtMillis) {
    Instant seconds = Instant.ofEpochSecond(now.getEpochSecond());
    String counted =
        countedAtMillis == 0
            ? "null"
            : '"' + Instant.ofEpochMilli(countedAtMillis).toString() + '"';
    return "{\"heartbeat\":\""
        + seconds
        + "\",\"delayed\":"
        + delayed
        + ",\"countedAt\":"
        + counted
        + "}";
  }

  /** {@code {"topic":"…","error":{problem}}}. */
  static Buffer error(String topic, Problem problem) {
    StringWriter out = new StringWriter();
    try (JsonGenerator g = JSON.createGenerator(out)) {
      g.writeStartObject();
      g.writeStringField("topic", topic);
      g.writeFieldName("error");
      g.writeRawValue(problem.json().toString());
      g.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(out.toString());
  }
}
