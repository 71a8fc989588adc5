package id.pantau.live;

import io.netty.buffer.ByteBuf;

/** Frames from server to viewer, by RFC 6455 §5.2: final, unmasked, never compressed. */
final class Frames {
  private static final int TEXT = 0x81;
  private static final int CLOSE = 0x88;
  private static final int PING = 0x89;
  private static final int PONG = 0x8A;
  private static final int LENGTH_7_MAX = 125;
  private static final int LENGTH_16 = 126;
  private static final int LENGTH_16_MAX = 0xFFFF;
  private static final int LENGTH_64 = 127;
  private static final int CODE_BYTES = 2;

  private Frames() {}

  /** Bytes of a frame with that payload. */
  static int length(int payload) {
    return payload + (payload <= LENGTH_7_MAX ? 2 : payload <= LENGTH_16_MAX ? 4 : 10);
  }

  static void text(ByteBuf out, byte[] payload) {
    out.writeByte(TEXT);
    if (payload.length <= LENGTH_7_MAX) {
      out.writeByte(payload.length);
    } else if (payload.length <= LENGTH_16_MAX) {
      out.writeByte(LENGTH_16).writeShort(payload.length);
    } else {
      out.writeByte(LENGTH_64).writeLong(payload.length);
    }
    out.writeBytes(payload);
  }

  static void ping(ByteBuf out) {
    out.writeByte(PING).writeByte(0);
  }

  /**
   * @param payload of a ping, at most 125 bytes; not consumed
   */
  static void pong(ByteBuf out, ByteBuf payload) {
    out.writeByte(PONG).writeByte(payload.readableBytes());
    out.writeBytes(payload, payload.readerIndex(), payload.readableBytes());
  }

  static void close(ByteBuf out, int code) {
    out.writeByte(CLOSE).writeByte(CODE_BYTES).writeShort(code);
  }

  /** The answer to a close frame without a code. */
  static void close(ByteBuf out) {
    out.writeByte(CLOSE).writeByte(0);
  }
}
