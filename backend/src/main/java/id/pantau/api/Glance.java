package id.pantau.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The few words of a body that a head needs, read from its beginning: what follows the head of a
 * body (children, revisions) may be long and is not looked at.
 *
 * @param stations true where the body says how many stations are in
 */
record Glance(
    @Nullable String asOf,
    @Nullable String status,
    boolean stations,
    long counted,
    long held,
    long expected) {
  private static final JsonFactory JSON = new JsonFactory();

  static Glance at(Buffer body) {
    String asOf = null;
    String status = null;
    try (JsonParser parser = JSON.createParser(body.getBytes())) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        parser.nextToken();
        switch (field) {
          case "asOf" -> asOf = parser.getValueAsString();
          case "status" -> status = parser.getValueAsString();
          case "stations" -> {
            long[] figures = stations(parser);
            return new Glance(asOf, status, true, figures[0], figures[1], figures[2]);
          }
          case "children", "current", "revisions" -> {
            return new Glance(asOf, status, false, 0, 0, 0);
          }
          default -> parser.skipChildren();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Glance(asOf, status, false, 0, 0, 0);
  }

  private static long[] stations(JsonParser parser) throws IOException {
    long[] figures = new long[3];
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "counted" -> figures[0] = parser.getLongValue();
        case "held" -> figures[1] = parser.getLongValue();
        case "expected" -> figures[2] = parser.getLongValue();
        default -> parser.skipChildren();
      }
    }
    return figures;
  }
}
