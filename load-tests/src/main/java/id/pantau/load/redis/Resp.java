package id.pantau.load.redis;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A Redis command under construction, in RESP 2. */
public final class Resp {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

  /** A whole command of texts. */
  public static byte[] command(String... parts) {
    Resp resp = new Resp().array(parts.length);
    for (String part : parts) {
      resp.text(part);
    }
    return resp.toByteArray();
  }

  /** Begins a command of that many parts. */
  public Resp array(int parts) {
    return raw("*" + parts + "\r\n");
  }

  /** A part in UTF-8. */
  public Resp text(String part) {
    return bytes(part.getBytes(StandardCharsets.UTF_8));
  }

  /** A part of digits. */
  public Resp number(long part) {
    return text(Long.toString(part));
  }

  /** A part as it is. */
  public Resp bytes(byte[] part) {
    raw("$" + part.length + "\r\n");
    out.writeBytes(part);
    return raw("\r\n");
  }

  /** All of it. */
  public byte[] toByteArray() {
    return out.toByteArray();
  }

  private Resp raw(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return this;
  }
}
