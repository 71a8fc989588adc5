package id.pantau.board;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Election;
import id.pantau.model.Position;
import id.pantau.platform.Body;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Renders a JSON object once, with the digest over all of it as its first field. */
final class Rendering {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int DIGEST_BYTES = 16;

  private Rendering() {}

  /** Writes the fields of an object whose braces are already there. */
  @FunctionalInterface
  interface Fields {
    void write(JsonGenerator g) throws IOException;
  }

  static Body body(Position position, Fields fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
    try (JsonGenerator g = JSON.createGenerator(out)) {
      g.writeStartObject();
      fields.write(g);
      g.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] json = out.toByteArray();
    String digest = HexFormat.of().formatHex(sha256(json), 0, DIGEST_BYTES);
    return new Body(prefixed("\"digest\":\"" + digest + "\",", json), digest, position);
  }

  /** The object with more fields in front. */
  static Buffer prefixed(String fields, byte[] json) {
    byte[] front = ("{" + fields).getBytes(StandardCharsets.UTF_8);
    byte[] joined = new byte[front.length + json.length - 1];
    System.arraycopy(front, 0, joined, 0, front.length);
    System.arraycopy(json, 1, joined, front.length, json.length - 1);
    return Buffer.buffer(joined);
  }

  static void position(JsonGenerator g, Position position) throws IOException {
    g.writeObjectFieldStart("position");
    g.writeNumberField("epoch", position.epoch());
    g.writeNumberField("revision", position.revision());
    g.writeEndObject();
  }

  /** An instant in UTC, or null where there is none. */
  static void instant(JsonGenerator g, String name, long millis) throws IOException {
    if (millis == 0) {
      g.writeNullField(name);
    } else {
      g.writeStringField(name, Instant.ofEpochMilli(millis).toString());
    }
  }

  /** What every body says of itself: whether it is a test, and what it is not. */
  static void honesty(JsonGenerator g, Election election) throws IOException {
    g.writeBooleanField("isTest", election.isTest());
    g.writeObjectFieldStart("notice");
    for (String language : election.notices().keySet().stream().sorted().toList()) {
      g.writeStringField(language, election.notices().get(language));
    }
    g.writeEndObject();
  }

  private static byte[] sha256(byte[] data) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
