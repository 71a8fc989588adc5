package id.pantau.api;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.platform.Digest;
import id.pantau.platform.JsonBytes;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A JSON text of the reference data, which does not change while the node runs.
 *
 * @param digest 32 hex digits over the bytes
 */
record Document(Buffer json, String digest) {
  static Document of(JsonBytes.Body body) {
    return of(JsonBytes.of(body));
  }

  private static Document of(byte[] bytes) {
    return new Document(Buffer.buffer(bytes), digest(bytes));
  }

  /** A text as it is. */
  static Document of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** 32 hex digits of SHA-256. */
  static String digest(byte[] bytes) {
    return Digest.of(bytes);
  }

  /** Writes language → text, in the order of languages so that the digest is steady. */
  static void texts(JsonGenerator g, String field, Map<String, String> byLanguage)
      throws IOException {
    g.writeObjectFieldStart(field);
    for (Map.Entry<String, String> text : new TreeMap<>(byLanguage).entrySet()) {
      g.writeStringField(text.getKey(), text.getValue());
    }
    g.writeEndObject();
  }
}
