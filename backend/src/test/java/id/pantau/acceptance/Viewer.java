package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Position;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A viewer on a bare socket: watches topics, keeps what it was told last, and can stop reading. It
 * holds what no viewer may ever see: a position of a topic that goes back.
 */
final class Viewer implements AutoCloseable {
  /** Little, so that a viewer that does not read is soon felt by the node. */
  private static final int RECEIVE_BYTES = 8 * 1024;

  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  private final Socket socket;
  private final DataInputStream in;
  private final Thread thread;
  private final Semaphore reading = new Semaphore(1);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Map<String, JsonNode> newest = new HashMap<>();
  private final Map<String, JsonNode> rows = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int messages;
  private volatile int code;
  private volatile boolean delayed;
  private volatile @Nullable JsonNode heartbeat;

  private Viewer(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1024));
    this.thread = new Thread(this::read, "viewer");
  }

  /** Connects to {@code /live} and watches. */
  static Viewer watch(int port, String... topics) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(RECEIVE_BYTES);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    Viewer viewer = new Viewer(socket);
    String head =
        """
        GET /live HTTP/1.1\r
        Host: 127.0.0.1\r
        Connection: Upgrade\r
        Upgrade: websocket\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        \r
        """;
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      answer.append((char) viewer.in.readUnsignedByte());
    }
    assertEquals("HTTP/1.1 101", answer.substring(0, 12), answer::toString);
    String wanted = "{\"watch\":[\"" + String.join("\",\"", topics) + "\"]}";
    viewer.send(TEXT, wanted.getBytes(StandardCharsets.UTF_8));
    viewer.thread.setDaemon(true);
    viewer.thread.start();
    return viewer;
  }

  /** Reads nothing from now on, not even a ping. */
  void stopReading() {
    reading.acquireUninterruptibly();
  }

  void readOn() {
    reading.release();
  }

  private void read() {
    try {
      while (true) {
        reading.acquire();
        reading.release();
        if (!frame()) {
          return;
        }
      }
    } catch (IOException e) {
      if (!closed.get() && code == 0) {
        note("the connection broke: " + e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** False at the end. */
  private boolean frame() throws IOException {
    int head = in.readUnsignedByte();
    int length = in.readUnsignedByte();
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = Math.toIntExact(in.readLong());
    }
    byte[] payload = new byte[length];
    in.readFully(payload);
    switch (head & 15) {
      case TEXT -> text(Json.tree(payload));
      case PING -> send(PONG, payload);
      case CLOSE -> {
        code = (payload[0] & 255) * 256 + (payload[1] & 255);
        return false;
      }
      default -> {}
    }
    return true;
  }

  private synchronized void send(int opcode, byte[] payload) throws IOException {
    byte[] frame = new byte[6 + payload.length];
    frame[0] = (byte) (128 | opcode);
    frame[1] = (byte) (128 | payload.length);
    System.arraycopy(payload, 0, frame, 6, payload.length);
    socket.getOutputStream().write(frame);
  }

  private synchronized void text(JsonNode message) {
    messages++;
    String topic = message.path("topic").asText();
    if (topic.isEmpty()) {
      delayed = message.path("delayed").asBoolean();
      heartbeat = message;
      return;
    }
    if (message.has("error")) {
      note(message.toString());
      return;
    }
    JsonNode before = newest.put(topic, message);
    Position now = Api.position(message);
    if (before != null && now.compareTo(Api.position(before)) < 0) {
      note(topic + " goes back from " + Api.position(before) + " to " + now);
    }
    for (JsonNode row : message.path("children")) {
      rows.put(row.path("code").asText(), row);
    }
  }

  private synchronized void note(String what) {
    wrong.add(what);
  }

  synchronized int messages() {
    return messages;
  }

  /** What the last heartbeat said. */
  boolean isDelayed() {
    return delayed;
  }

  /** The last heartbeat, null before the first. */
  @Nullable JsonNode heartbeat() {
    return heartbeat;
  }

  /** The close code; 0 while it is open. */
  int closedWith() {
    return code;
  }

  /** What it was told last, null before the first. */
  synchronized @Nullable JsonNode newest(String topic) {
    return newest.get(topic);
  }

  /** The rows of the one topic of children it watches, as a page would show them. */
  synchronized Map<String, JsonNode> rows() {
    return new TreeMap<>(rows);
  }

  /** Stations that sent something, as this viewer sees the nation. */
  int stations() {
    JsonNode seen = newest("ppwp/0");
    return seen == null
        ? 0
        : seen.path("stations").path("counted").asInt()
            + seen.path("stations").path("held").asInt();
  }

  synchronized void assertNothingWrong() {
    assertEquals(List.of(), wrong);
    assertEquals(0, code, "it was closed");
  }

  @Override
  public void close() throws IOException {
    closed.set(true);
    socket.close();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
