package id.pantau.load.viewer;

/** Cuts the bytes that a server sends into WebSocket frames (RFC 6455 §5). */
final class FrameReader {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int CONTROL_BYTES_MAX = 125;

  private FrameReader() {}

  /** Takes frames, in order. */
  interface Sink {
    /**
     * A whole frame; the bytes are only lent.
     *
     * @param last true where it ends its message
     */
    void frame(int opcode, boolean last, byte[] bytes, int from, int length) throws ProtocolFault;
  }

  /**
   * Hands on every whole frame.
   *
   * @param frameBytesMax the longest payload that is no fault
   * @return where the first unfinished frame begins; {@code to} where there is none
   * @throws ProtocolFault on a frame that no server may send: masked, reserved bits, unknown
   *     opcode, a control frame in parts or over 125 bytes, a length not written the shortest way,
   *     too long
   */
  static int read(byte[] bytes, int from, int to, int frameBytesMax, Sink sink)
      throws ProtocolFault {
    int at = from;
    while (to - at >= 2) {
      int opcode = bytes[at] & 0x0f;
      boolean last = (bytes[at] & 0x80) != 0;
      check(bytes[at], bytes[at + 1], opcode, last);
      int head = headBytes(bytes[at + 1]);
      if (to - at < head) {
        return at;
      }
      long length = length(bytes, at, head);
      if (length > frameBytesMax) {
        throw new ProtocolFault("a frame of " + length + " bytes");
      }
      if (to - at < head + length) {
        return at;
      }
      sink.frame(opcode, last, bytes, at + head, (int) length);
      at += head + (int) length;
    }
    return at;
  }

  private static void check(byte first, byte second, int opcode, boolean last)
      throws ProtocolFault {
    if ((first & 0x70) != 0) {
      throw new ProtocolFault("reserved bits without an extension");
    }
    if ((second & 0x80) != 0) {
      throw new ProtocolFault("a masked frame from a server");
    }
    if (opcode > PONG || (opcode > 2 && opcode < CLOSE)) {
      throw new ProtocolFault("opcode " + opcode);
    }
    if (opcode >= CLOSE && (!last || (second & 0x7f) > CONTROL_BYTES_MAX)) {
      throw new ProtocolFault("a control frame in parts or too long");
    }
  }

  private static int headBytes(byte second) {
    int written = second & 0x7f;
    return written == 127 ? 10 : written == 126 ? 4 : 2;
  }

  private static long length(byte[] bytes, int at, int head) throws ProtocolFault {
    if (head == 2) {
      return bytes[at + 1] & 0x7f;
    }
    long length = 0;
    for (int i = at + 2; i < at + head; i++) {
      length = (length << 8) | (bytes[i] & 0xff);
    }
    if (length < (head == 4 ? 126 : 65_536)) {
      throw new ProtocolFault("a length not written the shortest way");
    }
    return length;
  }
}
