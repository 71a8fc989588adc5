package id.pantau.load.viewer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** Frames as a viewer sends them: whole, masked, short. */
final class ClientFrames {
  private static final int LAST = 0x80;
  private static final int MASKED = 0x80;

  private ClientFrames() {}

  static ByteBuffer text(String text) {
    return frame(FrameReader.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  static ByteBuffer pong(byte[] payload) {
    return frame(FrameReader.PONG, payload);
  }

  /** A close with the code "going away". */
  static ByteBuffer close() {
    return frame(FrameReader.CLOSE, new byte[] {0x03, (byte) 0xe9});
  }

  private static ByteBuffer frame(int opcode, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(8 + payload.length);
    frame.put((byte) (LAST | opcode));
    if (payload.length < 126) {
      frame.put((byte) (MASKED | payload.length));
    } else {
      frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
    }
    byte[] mask = new byte[4];
    ThreadLocalRandom.current().nextBytes(mask);
    frame.put(mask);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ mask[i & 3]));
    }
    return frame.flip();
  }
}
