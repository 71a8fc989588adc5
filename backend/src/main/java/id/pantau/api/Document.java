package id.pantau.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.platform.Digest;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A JSON text of the reference data, which does not change while the node runs.
 *
 * @param digest 32 hex digits over the bytes
 */
record Document(Buffer json, String digest) {
  private static final JsonFactory JSON = new JsonFactory();

  /** Something that writes one JSON value. */
  interface Body {
    void write(JsonGenerator g) throws IOException;
  }

  static Document of(Body body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator g = JSON.createGenerator(out)) {
      body.write(g);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] bytes = out.toByteArray();
    return new Document(Buffer.buffer(bytes), digest(bytes));
  }

  /** A text as it is. */
  static Document of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Document(Buffer.buffer(bytes), digest(bytes));
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
