package id.pantau.command.trail;

import id.pantau.platform.Digest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One entry as text. Its hash is SHA-256 of the line as it would be without its last field, {@code
 * hash}; {@code prev}, the hash of the line before, is part of that. So a shell can check it.
 *
 * @param text the whole line without its end
 * @param prev 64 hex digits
 * @param hash 64 hex digits
 */
record TrailLine(String text, long seq, String prev, String hash) {
  /** What stands before the first line. */
  static final String START = "0".repeat(64);

  private static final String FIELD = ",\"hash\":\"";
  private static final int TAIL_CHARS = FIELD.length() + START.length() + 2;

  static TrailLine of(
      long seq,
      String at,
      String who,
      String what,
      String subject,
      JsonObject details,
      String prev) {
    String body =
        new JsonObject()
            .put("seq", seq)
            .put("at", at)
            .put("who", who)
            .put("what", what)
            .put("subject", subject)
            .put("details", details)
            .put("prev", prev)
            .encode();
    String hash = hash(body);
    return new TrailLine(unclosed(body) + FIELD + hash + "\"}", seq, prev, hash);
  }

  /** Reads a line; null where it is not one, or its hash is not that of its text. */
  static @Nullable TrailLine read(String text) {
    int cut = text.length() - TAIL_CHARS;
    if (cut <= 0 || !text.startsWith(FIELD, cut)) {
      return null;
    }
    String hash = text.substring(cut + FIELD.length(), text.length() - 2);
    if (!hash(text.substring(0, cut) + "}").equals(hash)) {
      return null;
    }
    try {
      JsonObject json = new JsonObject(text);
      Long seq = json.getLong("seq");
      String prev = json.getString("prev");
      return seq == null || prev == null ? null : new TrailLine(text, seq, prev, hash);
    } catch (DecodeException | ClassCastException e) {
      return null;
    }
  }

  private static String unclosed(String json) {
    return json.substring(0, json.length() - 1);
  }

  private static String hash(String body) {
    return HexFormat.of().formatHex(Digest.sha256(body.getBytes(StandardCharsets.UTF_8)));
  }
}
