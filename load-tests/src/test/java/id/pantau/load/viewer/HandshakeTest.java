package id.pantau.load.viewer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class HandshakeTest {
  private static int read(String answer) throws ProtocolFault {
    byte[] bytes = answer.getBytes(US_ASCII);
    return Handshake.read(bytes, 0, bytes.length);
  }

  private static String ourAccept() {
    String request = new String(Handshake.request("127.0.0.1", 8080, "/live"), US_ASCII);
    Matcher key = Pattern.compile("Sec-WebSocket-Key: (\\S+)").matcher(request);
    return key.find() ? Handshake.accept(key.group(1)) : "";
  }

  @Test
  void accept_exampleOfTheRfc_isTheirs() {
    assertEquals("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", Handshake.accept("dGhlIHNhbXBsZSBub25jZQ=="));
  }

  @Test
  void read_upgradeOfOurKey_givesWhereFramesBegin() throws ProtocolFault {
    String head =
        "HTTP/1.1 101 Switching Protocols\r\nsec-websocket-accept: " + ourAccept() + "\r\n\r\n";
    assertEquals(head.length(), read(head + "\u0001rest"));
    assertEquals(-1, read(head.substring(0, head.length() - 1)));
  }

  @Test
  void read_noUpgradeOrAnotherKey_isAFault() {
    assertThrows(ProtocolFault.class, () -> read("HTTP/1.1 503 Service Unavailable\r\n\r\n"));
    assertThrows(
        ProtocolFault.class,
        () ->
            read(
                "HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n"));
  }
}
