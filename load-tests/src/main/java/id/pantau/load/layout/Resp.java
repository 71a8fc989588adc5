package id.pantau.load.layout;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A Redis command under construction, in RESP 2. */
final class Resp {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

  static byte[] command(String... parts) {
    Resp resp = new Resp().array(parts.length);
    for (String part : parts) {
      resp.text(part);
    }
    return resp.toByteArray();
  }

  Resp array(int parts) {
    return raw("*" + parts + "\r\n");
  }

  Resp text(String part) {
    return bytes(part.getBytes(StandardCharsets.UTF_8));
  }

  Resp number(long part) {
    return text(Long.toString(part));
  }

  Resp bytes(byte[] part) {
    raw("$" + part.length + "\r\n");
    out.writeBytes(part);
    return raw("\r\n");
  }

  byte[] toByteArray() {
    return out.toByteArray();
  }

  private Resp raw(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return this;
  }
}
