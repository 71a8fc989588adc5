package id.pantau.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.unix.FileDescriptor;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A text in the bytes that go over the wires, made once and shared by all viewers of a hub: as a
 * WebSocket frame in direct memory, as an event of SSE. Each form is made when the first viewer
 * needs it. It belongs to one event loop and is released by who made it; a write that is still
 * under way keeps the bytes alive by its own reference.
 */
final class Encoded {
  private static final byte[] ID = "id: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] COMMENT = ":\n".getBytes(StandardCharsets.US_ASCII);
  private final Buffer text;
  private final @Nullable String id;
  private final boolean pinging;
  private final @Nullable Encoded next;
  private @Nullable ByteBuf frame;
  private @Nullable Buffer event;

  private Encoded(Buffer text, @Nullable String id, boolean pinging) {
    this.text = text;
    this.id = id;
    this.pinging = pinging;
    this.next = null;
  }

  private Encoded(Encoded first, Encoded next) {
    this.text = first.text;
    this.id = first.id;
    this.pinging = first.pinging;
    this.next = next;
  }

  /**
   * @param json one JSON text without line breaks
   */
  static Encoded of(Buffer json) {
    return new Encoded(json, null, false);
  }

  /**
   * A state, which a viewer of events can name when it comes back.
   *
   * @param id without line breaks
   */
  static Encoded state(Buffer json, String id) {
    return new Encoded(json, id, false);
  }

  /** With a ping behind the frame, and a comment before the event. */
  static Encoded heartbeat(String json) {
    return new Encoded(Buffer.buffer(json), null, true);
  }

  /** This with another text behind it, as one write; that one must live as long. */
  Encoded before(Encoded other) {
    return new Encoded(this, other);
  }

  /** The frame, owned by this: write a retained duplicate. */
  ByteBuf frame() {
    ByteBuf made = frame;
    if (made == null) {
      int more = next == null ? 0 : next.frameLength();
      made = PooledByteBufAllocator.DEFAULT.directBuffer(Frames.length(text.length()) + 2 + more);
      Frames.text(made, text.getBytes());
      if (pinging) {
        Frames.ping(made);
      }
      if (next != null) {
        made.writeBytes(next.frame(), next.frame().readerIndex(), more);
      }
      frame = made;
    }
    return made;
  }

  /**
   * Gives the frame to the kernel, past everything that may still be unsent.
   *
   * @return how many bytes of it were taken, from the first on
   */
  int writeTo(FileDescriptor socket) throws IOException {
    ByteBuf made = frame();
    return Math.max(
        0, socket.writeAddress(made.memoryAddress(), made.readerIndex(), made.writerIndex()));
  }

  /** The event, never written to after it was made. */
  Buffer event() {
    Buffer made = event;
    if (made == null) {
      made = Buffer.buffer(text.length() + DATA.length + END.length + COMMENT.length);
      if (pinging) {
        made.appendBytes(COMMENT);
      }
      if (id != null) {
        made.appendBytes(ID).appendString(id).appendByte((byte) '\n');
      }
      made.appendBytes(DATA).appendBuffer(text).appendBytes(END);
      if (next != null) {
        made.appendBuffer(next.event());
      }
      event = made;
    }
    return made;
  }

  int frameLength() {
    return frame().readableBytes();
  }

  /** Bytes of the text alone, without what stands behind it. */
  int length() {
    return text.length();
  }

  /** Lets the bytes go; a later use makes them anew. */
  void release() {
    event = null;
    if (frame != null) {
      frame.release();
      frame = null;
    }
  }
}
