package id.pantau.load.viewer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/**
 * The upgrade to a WebSocket, as bytes (RFC 6455 §4). One key for all viewers, of 16 bytes as it
 * must be: it is no secret.
 */
final class Handshake {
  private static final String KEY = "cGFudGF1LXN1YXJhLXdlYg==";
  static final String ACCEPT = accept(KEY);

  private Handshake() {}

  static byte[] request(String host, int port, String path) {
    return ("GET "
            + path
            + " HTTP/1.1\r\nHost: "
            + host
            + ":"
            + port
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
            + KEY
            + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Looks for the end of the answer's head.
   *
   * @return where the frames begin; -1 while the head is not complete
   * @throws ProtocolFault where the server does not upgrade, or accepts another key
   */
  static int read(byte[] bytes, int from, int to) throws ProtocolFault {
    String head = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    int end = head.indexOf("\r\n\r\n");
    if (end < 0) {
      return -1;
    }
    String[] lines = head.substring(0, end).split("\r\n");
    if (!lines[0].startsWith("HTTP/1.1 101")) {
      throw new ProtocolFault("no upgrade: " + lines[0]);
    }
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0
          && line.substring(0, colon).toLowerCase(Locale.ROOT).equals("sec-websocket-accept")
          && line.substring(colon + 1).strip().equals(ACCEPT)) {
        return from + end + 4;
      }
    }
    throw new ProtocolFault("no Sec-WebSocket-Accept of our key");
  }

  static String accept(String key) {
    try {
      byte[] joined =
          (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(joined));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
