package id.pantau.load.viewer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClientFramesTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 5, 125, 126, 4_000})
  void text_anyLength_isOneMaskedFrame(int length) {
    String text = "z".repeat(length);
    ByteBuffer frame = ClientFrames.text(text);
    assertEquals((byte) 0x81, frame.get());
    int written = frame.get();
    assertNotEquals(0, written & 0x80, "masked");
    int read = (written & 0x7f) == 126 ? frame.getShort() : written & 0x7f;
    assertEquals(length, read);
    byte[] mask = new byte[4];
    frame.get(mask);
    byte[] payload = new byte[length];
    frame.get(payload);
    for (int i = 0; i < length; i++) {
      payload[i] ^= mask[i % 4];
    }
    assertEquals(text, new String(payload, UTF_8));
    assertEquals(0, frame.remaining());
  }
}
