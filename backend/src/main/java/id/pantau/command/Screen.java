package id.pantau.command;

import id.pantau.command.signin.Session;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** One open socket of an operator. Used on the command centre's context. */
final class Screen {
  /** Unsent bytes past which only the newest message of each kind is kept. */
  private static final int BACKLOG_BYTES_MAX = 256 * 1024;

  /** Kinds of message that one screen may have unsent. */
  private static final int KINDS_MAX = 64;

  /** A screen has nothing to say; what it says between two sweeps is not read, but counted. */
  private static final int MESSAGES_MAX = 100;

  private static final short SIGNED_OUT = 4401;
  private static final short FORBIDDEN = 4403;
  private static final short POLICY = 1008;

  private final Session session;
  private final ServerWebSocket socket;
  private final Map<String, Buffer> unsent = new LinkedHashMap<>();
  private int messages;
  private boolean answered = true;

  Screen(Session session, ServerWebSocket socket) {
    this.session = session;
    this.socket = socket;
    socket.setWriteQueueMaxSize(BACKLOG_BYTES_MAX);
    socket.exceptionHandler(failed -> socket.close());
    socket.frameHandler(frame -> count());
    socket.pongHandler(pong -> answered = true);
    socket.drainHandler(drained -> flush());
  }

  boolean isOf(Session other) {
    return session == other;
  }

  /** One frame a message, however large: the limit of a frame is for what comes in. */
  void tell(String kind, Buffer json) {
    if (socket.isClosed()) {
      return;
    }
    if (unsent.isEmpty() && !socket.writeQueueFull()) {
      socket.writeFinalTextFrame(json.toString());
    } else if (unsent.containsKey(kind) || unsent.size() < KINDS_MAX) {
      unsent.put(kind, json);
    }
  }

  private void flush() {
    var next = unsent.values().iterator();
    while (next.hasNext() && !socket.writeQueueFull()) {
      socket.writeFinalTextFrame(next.next().toString());
      next.remove();
    }
  }

  private void count() {
    messages++;
    if (messages > MESSAGES_MAX) {
      socket.close(POLICY, "too many messages");
    }
  }

  /** Asks whether it is still there; one that did not answer the last time is closed. */
  void sweep() {
    messages = 0;
    if (!answered) {
      socket.close();
    } else if (!session.operator().may(Role.WATCH)) {
      socket.close(FORBIDDEN, "role");
    } else {
      answered = false;
      socket.writePing(Buffer.buffer("?"));
    }
  }

  void signOut() {
    socket.close(SIGNED_OUT, "signed-out");
  }
}
