package id.pantau.live;

import static id.pantau.live.DrivenBoard.state;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.live.RawViewer.Frame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6455 and the limits of a socket, byte by byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SocketProtocolTest {
  private final LiveRig rig = new LiveRig(2, LiveRig.LIMITS);

  SocketProtocolTest() {
    for (int i = 0; i < 100; i++) {
      rig.board.set(state("ppwp/" + i, 1, null, 0));
    }
  }

  @AfterAll
  void stop() {
    rig.close();
  }

  private static String watch(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "\"ppwp/" + i + "\"")
        .collect(Collectors.joining(",", "{\"watch\":[", "]}"));
  }

  private int closeCodeAfter(byte[]... frames) throws IOException {
    try (RawViewer viewer = rig.viewer()) {
      for (byte[] frame : frames) {
        viewer.send(frame);
      }
      return viewer.closeCode();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "hello",
        "{}",
        "[]",
        "null",
        "{\"watch\":\"ppwp/0\"}",
        "{\"watch\":[1]}",
        "{\"watch\":[null]}",
        "{\"watch\":[[\"ppwp/0\"]]}",
        "{\"watch\":[]}",
        "{\"watch\":[\"ppwp/0\"]",
        "{\"watch\":[\"ppwp/0\"",
        "{\"watch\":[\"ppwp/0\"]}}",
        "{\"watch\":[\"ppwp/0\"]} {}",
        "{\"watch\":[\"ppwp/0\"],\"watch\":[\"ppwp/1\"]}",
        "{\"watch\":[\"ppwp/0\"],\"more\":1}",
        "{\"subscribe\":[\"ppwp/0\"]}",
      })
  void text_thatIsNoRequest_closes1008(String text) throws IOException {
    assertEquals(1008, closeCodeAfter(RawViewer.text(text)), text);
  }

  @Test
  void frame_binary_closes1008() throws IOException {
    assertEquals(1008, closeCodeAfter(RawViewer.frame(0x82, bytes(watch(0, 1)))));
  }

  @Test
  void text_notUtf8_closes1007() throws IOException {
    assertEquals(1007, closeCodeAfter(RawViewer.frame(0x81, new byte[] {'{', (byte) 0xC3, '('})));
    byte[] half = {(byte) 0xE2, (byte) 0x82};
    assertEquals(1007, closeCodeAfter(RawViewer.frame(0x81, half)));
  }

  @ParameterizedTest
  @CsvSource({"8193", "20000", "65535"})
  void frame_over8KiB_closes1009(int length) throws IOException {
    assertEquals(1009, closeCodeAfter(RawViewer.frame(0x81, new byte[length])));
  }

  @Test
  void frame_ofGigabytes_closes1009FromItsHead() throws IOException {
    byte[] head = {(byte) 0x81, (byte) 0xFF, 0, 0, 0, 1, 0, 0, 0, 0, 1, 2, 3, 4};
    assertEquals(1009, closeCodeAfter(head));
  }

  @Test
  void fragments_together8KiB_areReadOneByteMoreCloses1009() throws IOException {
    String pad = " ".repeat(8192 - watch(1, 2).length());
    byte[] whole = bytes(pad + watch(1, 2));
    byte[] first = java.util.Arrays.copyOf(whole, 5000);
    byte[] rest = java.util.Arrays.copyOfRange(whole, 5000, 8192);
    try (RawViewer viewer = rig.viewer()) {
      viewer.send(RawViewer.frame(0x01, first));
      viewer.send(RawViewer.frame(0x80, rest));
      assertTrue(viewer.next().contains("ppwp/1"));
    }
    assertEquals(
        1009,
        closeCodeAfter(
            RawViewer.frame(0x01, first),
            RawViewer.frame(0x80, java.util.Arrays.copyOf(rest, rest.length + 1))));
  }

  @Test
  void fragments_withAPingBetween_areOneText() throws IOException {
    byte[] text = bytes("{\"watch\":[\"ppwp/é\",\"ppwp/2\"]}");
    int split = new String(text, StandardCharsets.ISO_8859_1).indexOf(0xC3) + 1;
    try (RawViewer viewer = rig.viewer()) {
      viewer.send(RawViewer.frame(0x01, java.util.Arrays.copyOf(text, split)));
      viewer.send(RawViewer.PING, bytes("x"));
      assertEquals(RawViewer.PONG, Objects.requireNonNull(viewer.read()).opcode());
      viewer.send(RawViewer.frame(0x80, java.util.Arrays.copyOfRange(text, split, text.length)));
      String both = viewer.next() + viewer.next();
      assertTrue(both.contains("ppwp/é") && both.contains("ppwp/2"), both);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "unmasked text, 8102686a",
    "unmasked close, 880203e8",
    "reserved bit, c18101020304ff",
    "other reserved bit, 918101020304ff",
    "reserved data opcode, 838101020304ff",
    "reserved control opcode, 8b8001020304",
    "fragmented ping, 098001020304",
    "ping over 125 bytes, 89fe007e01020304",
    "continuation of nothing, 808001020304",
    "close with one byte, 888101020304ff",
    "close with a reserved code, 88820102030402ef",
    "length not in its shortest form, 81fe000101020304ff",
  })
  void frame_againstTheRfc_closes1002(String what, String hex) throws IOException {
    assertEquals(1002, closeCodeAfter(java.util.HexFormat.of().parseHex(hex)), what);
  }

  @Test
  void text_insideAnUnfinishedText_closes1002() throws IOException {
    assertEquals(
        1002, closeCodeAfter(RawViewer.frame(0x01, bytes("{")), RawViewer.text(watch(0, 1))));
  }

  @Test
  void ping_isAnsweredWithItsPayload() throws IOException {
    byte[] payload = new byte[125];
    java.util.Arrays.fill(payload, (byte) 7);
    try (RawViewer viewer = rig.viewer()) {
      viewer.send(RawViewer.PING, payload);
      Frame pong = Objects.requireNonNull(viewer.read());
      assertEquals(RawViewer.PONG, pong.opcode());
      assertArrayEquals(payload, pong.payload());
      viewer.send(RawViewer.PING, new byte[0]);
      assertEquals(0, Objects.requireNonNull(viewer.read()).payload().length);
    }
  }

  @Test
  void close_ofTheViewer_isAnsweredInKindAndTheLineEnds() throws IOException {
    try (RawViewer viewer = rig.viewer()) {
      viewer.send(RawViewer.CLOSE, new byte[] {0x0F, (byte) 0xA1, 'b', 'y', 'e'});
      Frame answer = Objects.requireNonNull(viewer.read());
      assertEquals(RawViewer.CLOSE, answer.opcode());
      assertEquals(4001, answer.closeCode());
      assertEquals(null, viewer.read());
    }
    try (RawViewer viewer = rig.viewer()) {
      viewer.send(RawViewer.CLOSE, new byte[0]);
      assertEquals(0, Objects.requireNonNull(viewer.read()).payload().length);
      assertEquals(null, viewer.read());
    }
  }

  @Test
  void close_ofTheServer_answeredByTheViewer_endsTheLine() throws IOException {
    try (RawViewer viewer = rig.viewer()) {
      viewer.say("nonsense");
      assertEquals(1008, viewer.closeCode());
      viewer.say(watch(0, 1));
      viewer.send(RawViewer.CLOSE, new byte[] {3, (byte) 0xF0});
      assertEquals(null, viewer.read());
    }
  }

  @Test
  void close_ofTheServer_notAnswered_endsTheLineAnyway() throws IOException {
    try (RawViewer viewer = rig.viewer()) {
      viewer.say("nonsense");
      assertEquals(1008, viewer.closeCode());
      assertEquals(null, viewer.read());
    }
  }

  @Test
  void messages_tooManyInASecond_close1008() throws IOException {
    byte[][] frames = new byte[21 * 20][];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = RawViewer.text(watch(0, 1));
    }
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    for (byte[] frame : frames) {
      all.writeBytes(frame);
    }
    assertEquals(1008, closeCodeAfter(all.toByteArray()));
  }

  @Test
  void topics_64_areTakenOneMoreCloses4008() throws IOException {
    try (RawViewer viewer = rig.viewer()) {
      viewer.say(watch(0, 64));
      for (int i = 0; i < 64; i++) {
        assertTrue(viewer.next().contains("\"position\""));
      }
      viewer.say(watch(0, 64));
      for (int i = 0; i < 64; i++) {
        viewer.next();
      }
      viewer.say("{\"unwatch\":[\"ppwp/0\"],\"watch\":[\"ppwp/70\"]}");
      assertTrue(viewer.next().contains("ppwp/70"));
      viewer.say("{\"watch\":[\"ppwp/71\"]}");
      assertEquals(4008, viewer.closeCode());
    }
    assertEquals(4008, closeCodeAfter(RawViewer.text(watch(0, 65))));
  }

  @ParameterizedTest
  @CsvSource({"8", "0", "7"})
  void handshake_otherVersion_isRefused(String version) throws IOException {
    try (java.net.Socket socket = rig.web.connect()) {
      String head =
          "GET /live HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
              + "Sec-WebSocket-Version: "
              + version
              + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
      socket.getOutputStream().write(bytes(head));
      String answer = new String(socket.getInputStream().readNBytes(13), StandardCharsets.US_ASCII);
      assertEquals("HTTP/1.1 426 ", answer);
    }
  }
}
