package id.pantau.load.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DialectTest {
  private final List<String> texts = new ArrayList<>();
  private final List<ByteBuffer> answers = new ArrayList<>();
  private final Dialect.Ear ear =
      new Dialect.Ear() {
        @Override
        public void text(byte[] bytes, int from, int length) {
          texts.add(new String(bytes, from, length, StandardCharsets.UTF_8));
        }

        @Override
        public void answer(ByteBuffer frame) {
          answers.add(frame);
        }
      };

  private int read(Dialect dialect, String said) throws ProtocolFault {
    byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
    return dialect.read(bytes, 0, bytes.length, ear);
  }

  /** What a frame of ours says, its mask taken off. */
  private static String unmasked(ByteBuffer frame) {
    byte[] bytes = new byte[frame.remaining() - 6];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (frame.get(6 + i) ^ frame.get(2 + (i & 3)));
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void hello_ours_watches() {
    ByteBuffer hello = Objects.requireNonNull(Dialect.PANTAU.hello(List.of("ppwp/0", "ppwp/31")));

    assertEquals("{\"watch\":[\"ppwp/0\",\"ppwp/31\"]}", unmasked(hello));
    assertNull(Dialect.PLAIN.hello(List.of("ppwp/0")));
  }

  @Test
  void read_socketIo_statesAreTakenOutAndPingsAnswered() throws Exception {
    read(Dialect.SOCKET_IO, "0{\"sid\":\"x\"}");
    read(Dialect.SOCKET_IO, "40{\"sid\":\"y\"}");
    read(Dialect.SOCKET_IO, "42[\"state\",{\"a\":[1]}]");
    read(Dialect.SOCKET_IO, "2");

    assertEquals(List.of("{\"a\":[1]}"), texts);
    assertEquals(List.of("40", "3"), answers.stream().map(DialectTest::unmasked).toList());
  }

  @Test
  void read_socketIoSaysSomethingElse_isAFault() {
    assertThrows(ProtocolFault.class, () -> read(Dialect.SOCKET_IO, "42[\"other\",1]"));
    assertThrows(ProtocolFault.class, () -> read(Dialect.SOCKET_IO, "44{\"message\":\"no\"}"));
  }

  @Test
  void read_natsCutAnywhere_isWholeInTheEnd() throws Exception {
    String lines = "INFO {}|MSG state 1 5|hello|PING|+OK|MSG state 1 12|a|b MSG x||";
    String said = lines.replace("|", "\r\n");
    Random random = new Random(2024);
    for (int round = 0; round < 200; round++) {
      texts.clear();
      answers.clear();
      String rest = "";
      int at = 0;
      while (at < said.length()) {
        int next = Math.min(said.length(), at + 1 + random.nextInt(9));
        rest += said.substring(at, next);
        rest = rest.substring(read(Dialect.NATS, rest));
        at = next;
      }
      assertEquals("", rest);
      assertEquals(List.of("hello", "a\r\nb MSG x\r\n"), texts);
      assertEquals(List.of("PONG\r\n"), answers.stream().map(DialectTest::unmasked).toList());
    }
  }

  @Test
  void read_natsRefuses_isAFault() {
    assertThrows(ProtocolFault.class, () -> read(Dialect.NATS, "-ERR 'no'\r\n"));
  }
}
