package id.pantau.load.viewer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One viewer: a socket, what is unfinished on it, and what it shows. Its loop's thread only. */
final class Viewer implements FrameReader.Sink, Dialect.Ear {
  private static final int CLOSED_WITHOUT_FRAME = 1006;
  private static final int CLOSED_WITHOUT_CODE = 1005;
  private static final int SMALL_RECEIVE_BYTES = 4_096;
  private static final byte[] NOTHING = new byte[0];

  private final int number;
  private final List<String> watched;
  private final Dialect dialect;
  private final boolean slow;
  private Stage stage = Stage.CLOSED;
  private Screen screen;
  private @Nullable SocketChannel channel;
  private @Nullable SelectionKey key;
  private @Nullable Loop loop;
  private byte[] rest = NOTHING;
  private byte[] half = NOTHING;
  private @Nullable ByteArrayOutputStream parts;

  /** How far a viewer is. */
  enum Stage {
    CLOSED,
    CONNECTING,
    UPGRADING,
    WATCHING
  }

  /**
   * @param slow given a small receive buffer, so that it stalls soon when it stops reading
   */
  Viewer(int number, List<String> watched, Dialect dialect, boolean slow) {
    this.number = number;
    this.watched = watched;
    this.dialect = dialect;
    this.slow = slow;
    this.screen = new Screen(watched);
  }

  Stage stage() {
    return stage;
  }

  Screen screen() {
    return screen;
  }

  boolean slow() {
    return slow;
  }

  /** True when it watches and everything it watches has shown something, where that is due. */
  boolean ready() {
    return stage == Stage.WATCHING && (screen.complete() || !dialect.greets());
  }

  void open(Loop on, Target target, Selector selector) throws IOException {
    screen = new Screen(watched);
    rest = NOTHING;
    half = NOTHING;
    parts = null;
    loop = on;
    SocketChannel fresh = SocketChannel.open();
    channel = fresh;
    fresh.configureBlocking(false);
    fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
    if (slow) {
      fresh.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_RECEIVE_BYTES);
    }
    if (target.sources() > 0) {
      fresh.bind(target.source(number));
    }
    fresh.connect(target.address());
    key = fresh.register(selector, SelectionKey.OP_CONNECT, this);
    stage = Stage.CONNECTING;
  }

  /** The socket is connected: asks for the upgrade. */
  void connected(byte[] request) throws IOException {
    Objects.requireNonNull(channel).finishConnect();
    stage = Stage.UPGRADING;
    send(ByteBuffer.wrap(request));
    Objects.requireNonNull(key).interestOps(SelectionKey.OP_READ);
  }

  /** Reads on, or not: what arrives then fills the receive buffer and soon the server's. */
  void reading(boolean on) {
    if (stage == Stage.WATCHING) {
      Objects.requireNonNull(key).interestOps(on ? SelectionKey.OP_READ : 0);
    }
  }

  /**
   * Reads what is there.
   *
   * @param bytes the loop's buffer
   * @param readBytesMax of one turn; the unfinished rest goes before it
   */
  void read(byte[] bytes, int readBytesMax) throws IOException, ProtocolFault {
    System.arraycopy(rest, 0, bytes, 0, rest.length);
    ByteBuffer into = ByteBuffer.wrap(bytes, rest.length, readBytesMax);
    int n = Objects.requireNonNull(channel).read(into);
    if (n < 0) {
      closed(CLOSED_WITHOUT_FRAME);
      return;
    }
    int to = rest.length + n;
    int at = 0;
    if (stage == Stage.UPGRADING) {
      at = Handshake.read(bytes, 0, to);
      if (at >= 0) {
        stage = Stage.WATCHING;
        ByteBuffer hello = dialect.hello(watched);
        if (hello != null) {
          send(hello);
        }
        if (ready()) {
          Objects.requireNonNull(loop).becameReady();
        }
      }
    }
    if (stage == Stage.WATCHING) {
      at = FrameReader.read(bytes, at, to, bytes.length - readBytesMax - 10, this);
    }
    int kept = Math.max(at, 0);
    rest = kept == to ? NOTHING : Arrays.copyOfRange(bytes, kept, to);
  }

  @Override
  public void frame(int opcode, boolean last, byte[] bytes, int from, int length)
      throws ProtocolFault {
    switch (opcode) {
      case FrameReader.PING -> pong(Arrays.copyOfRange(bytes, from, from + length));
      case FrameReader.PONG -> {}
      case FrameReader.CLOSE ->
          closed(
              length < 2
                  ? CLOSED_WITHOUT_CODE
                  : ((bytes[from] & 0xff) << 8) | (bytes[from + 1] & 0xff));
      default -> text(opcode, last, bytes, from, length);
    }
  }

  private void text(int opcode, boolean last, byte[] bytes, int from, int length)
      throws ProtocolFault {
    ByteArrayOutputStream begun = parts;
    if ((opcode == FrameReader.CONTINUATION) != (begun != null)) {
      throw new ProtocolFault("parts of a message in no order");
    }
    if (last && begun == null && half.length == 0) {
      said(bytes, from, length);
      return;
    }
    if (begun == null) {
      begun = new ByteArrayOutputStream();
      begun.writeBytes(half);
      half = NOTHING;
    }
    begun.write(bytes, from, length);
    parts = last ? null : begun;
    if (last) {
      said(begun.toByteArray(), 0, begun.size());
    }
  }

  /** A whole message: what of it is not understood yet stands before the next one. */
  private void said(byte[] bytes, int from, int length) throws ProtocolFault {
    int read = dialect.read(bytes, from, length, this);
    half = read == length ? NOTHING : Arrays.copyOfRange(bytes, from + read, from + length);
  }

  @Override
  public void text(byte[] bytes, int from, int length) throws ProtocolFault {
    Objects.requireNonNull(loop).took(this, bytes, from, length);
  }

  @Override
  public void answer(ByteBuffer frame) {
    try {
      send(frame);
    } catch (IOException e) {
      closed(CLOSED_WITHOUT_FRAME);
    }
  }

  private void pong(byte[] payload) {
    answer(ClientFrames.pong(payload));
  }

  /**
   * All a viewer sends fits an empty send buffer; where it does not, the server has stopped
   * reading.
   */
  private void send(ByteBuffer bytes) throws IOException {
    Objects.requireNonNull(channel).write(bytes);
    if (bytes.hasRemaining()) {
      throw new IOException("the server does not read");
    }
  }

  void closed(int code) {
    if (stage != Stage.CLOSED) {
      Objects.requireNonNull(loop).closed(this, code);
    }
  }

  /** Says goodbye where it can and lets the socket go. */
  void drop(boolean politely) {
    if (politely && stage == Stage.WATCHING) {
      try {
        send(ClientFrames.close());
      } catch (IOException e) {
        // The socket goes anyway.
      }
    }
    stage = Stage.CLOSED;
    try {
      Objects.requireNonNull(channel).close();
    } catch (IOException e) {
      // Nothing is left to do for a socket that cannot be closed.
    }
  }
}
