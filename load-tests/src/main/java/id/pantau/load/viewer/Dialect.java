package id.pantau.load.viewer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a server speaks over its WebSocket. The texts inside are the same JSON everywhere, so a peer
 * is checked as we are: nothing lost in the middle, no position that goes back.
 */
public enum Dialect {
  /** Ours: {@code watch} first, and the newest state comes at once. */
  PANTAU(true),

  /** Texts to everybody who is connected, as the floor, ws and nchan send them. */
  PLAIN(false),

  /** Socket.IO's packets (protocol 5) in Engine.IO's (protocol 4). */
  SOCKET_IO(false),

  /** The protocol of NATS' clients; a frame may hold a part of a line or several. */
  NATS(false);

  private static final byte[] STATE = "42[\"state\",".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MESSAGE = "MSG ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NATS_PING = "PING".getBytes(StandardCharsets.US_ASCII);

  private final boolean greets;

  Dialect(boolean greets) {
    this.greets = greets;
  }

  /** True where a viewer is given the newest state when it comes: until then it is not ready. */
  boolean greets() {
    return greets;
  }

  /** What a viewer says first; null where it says nothing. */
  @Nullable ByteBuffer hello(List<String> watched) {
    return switch (this) {
      case PANTAU ->
          ClientFrames.text(
              watched.stream().collect(Collectors.joining("\",\"", "{\"watch\":[\"", "\"]}")));
      case PLAIN, SOCKET_IO -> null;
      case NATS ->
          ClientFrames.text("CONNECT {\"verbose\":false,\"pedantic\":false}\r\nSUB state 1\r\n");
    };
  }

  /** Takes the texts out of what came, and answers what must be answered. */
  interface Ear {
    /** A text of the server's; the bytes are only lent. */
    void text(byte[] bytes, int from, int length) throws ProtocolFault;

    void answer(ByteBuffer frame);
  }

  /**
   * Hands on what a message holds.
   *
   * @return how many bytes were understood; the rest belongs before the next message
   */
  int read(byte[] bytes, int from, int length, Ear ear) throws ProtocolFault {
    return switch (this) {
      case PANTAU, PLAIN -> {
        ear.text(bytes, from, length);
        yield length;
      }
      case SOCKET_IO -> socketIo(bytes, from, length, ear);
      case NATS -> nats(bytes, from, length, ear);
    };
  }

  private static int socketIo(byte[] bytes, int from, int length, Ear ear) throws ProtocolFault {
    if (starts(bytes, from, length, STATE)) {
      ear.text(bytes, from + STATE.length, length - STATE.length - 1);
    } else if (length > 0 && bytes[from] == '0') {
      ear.answer(ClientFrames.text("40"));
    } else if (length > 0 && bytes[from] == '2') {
      ear.answer(ClientFrames.text("3"));
    } else if (!(length > 1 && bytes[from] == '4' && bytes[from + 1] == '0')) {
      throw new ProtocolFault("a packet of Socket.IO that is no state");
    }
    return length;
  }

  /** {@code MSG subject sid bytes\r\n…\r\n}; INFO and OK are passed over. */
  private static int nats(byte[] bytes, int from, int length, Ear ear) throws ProtocolFault {
    int to = from + length;
    int at = from;
    while (true) {
      int line = end(bytes, at, to);
      if (line < 0) {
        return at - from;
      }
      int next = line + 2;
      if (starts(bytes, at, line - at, MESSAGE)) {
        int size = size(bytes, line);
        if (to - next < size + 2) {
          return at - from;
        }
        ear.text(bytes, next, size);
        next += size + 2;
      } else if (starts(bytes, at, line - at, NATS_PING)) {
        ear.answer(ClientFrames.text("PONG\r\n"));
      } else if (bytes[at] == '-') {
        throw new ProtocolFault(
            "NATS says " + new String(bytes, at, line - at, StandardCharsets.US_ASCII));
      }
      at = next;
    }
  }

  /** The number at the end of a line. */
  private static int size(byte[] bytes, int line) {
    int size = 0;
    int scale = 1;
    for (int i = line - 1; bytes[i] != ' '; i--) {
      size += (bytes[i] - '0') * scale;
      scale *= 10;
    }
    return size;
  }

  private static int end(byte[] bytes, int from, int to) {
    for (int i = from; i + 1 < to; i++) {
      if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static boolean starts(byte[] bytes, int from, int length, byte[] start) {
    if (length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (bytes[from + i] != start[i]) {
        return false;
      }
    }
    return true;
  }
}
