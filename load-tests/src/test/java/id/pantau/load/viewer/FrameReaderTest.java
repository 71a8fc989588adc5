package id.pantau.load.viewer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrameReaderTest {
  private static final int BYTES_MAX = 100_000;

  private final List<String> seen = new ArrayList<>();

  private int read(byte[] bytes) throws ProtocolFault {
    return FrameReader.read(
        bytes,
        0,
        bytes.length,
        BYTES_MAX,
        (opcode, last, b, from, length) ->
            seen.add(opcode + (last ? "." : "+") + new String(b, from, length, UTF_8)));
  }

  /** A server's frame, its length written the shortest way. */
  private static byte[] frame(int first, byte[] payload) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(first);
    if (payload.length < 126) {
      out.write(payload.length);
    } else if (payload.length < 65_536) {
      out.write(126);
      out.write(payload.length >> 8);
      out.write(payload.length);
    } else {
      out.write(127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        out.write((int) ((long) payload.length >> shift));
      }
    }
    out.writeBytes(payload);
    return out.toByteArray();
  }

  @Test
  void read_exampleOfTheRfc_givesHello() throws ProtocolFault {
    assertEquals(7, read(HexFormat.of().parseHex("810548656c6c6f")));
    assertEquals(List.of("1.Hello"), seen);
  }

  @Test
  void read_fragmentsWithPingBetween_givesEachInOrder() throws ProtocolFault {
    assertEquals(
        17, read(HexFormat.of().parseHex("010348656c" + "890548656c6c6f" + "80026c6f" + "81")) + 1);
    assertEquals(List.of("1+Hel", "9.Hello", "0.lo"), seen);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 99_999})
  void read_everyWayToWriteALength_givesThePayload(int length) throws ProtocolFault {
    byte[] payload = new byte[length];
    Arrays.fill(payload, (byte) 'x');
    byte[] bytes = frame(0x81, payload);
    assertEquals(bytes.length, read(bytes));
    assertEquals(List.of("1." + "x".repeat(length)), seen);
  }

  @Test
  void read_cutAnywhere_givesTheSameFrames() throws ProtocolFault {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(frame(0x81, "short".getBytes(UTF_8)));
    all.writeBytes(frame(0x81, "y".repeat(300).getBytes(UTF_8)));
    all.writeBytes(frame(0x88, new byte[] {3, (byte) 0xe9}));
    byte[] bytes = all.toByteArray();
    for (int cut = 0; cut <= bytes.length; cut++) {
      seen.clear();
      int consumed = read(Arrays.copyOf(bytes, cut));
      assertEquals(
          bytes.length, consumed + read(Arrays.copyOfRange(bytes, consumed, bytes.length)));
      assertEquals(3, seen.size(), "cut at " + cut);
      assertEquals("1.short", seen.get(0));
      assertEquals("1." + "y".repeat(300), seen.get(1));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "818100000000ff", // masked
        "c10548656c6c6f", // RSV1: compressed without agreement
        "8300", // an opcode nobody defined
        "8b00", // a control opcode nobody defined
        "0900", // a ping in parts
        "897e007e", // a ping of 126 bytes
        "817e0005", // 5 written in 16 bits
        "817f0000000000000005", // 5 written in 64 bits
        "817f0000000100000000", // longer than allowed
        "817fffffffffffffffff" // longer than a long
      })
  void read_whatNoServerMaySend_isAFault(String hex) {
    assertThrows(ProtocolFault.class, () -> read(HexFormat.of().parseHex(hex)));
  }
}
