package id.pantau.load.fanout;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Gives one server states of 1 KiB at a rate, over one connection. What a state says of its time is
 * when it was due: a server that takes it late is charged for the wait.
 */
final class Publisher implements AutoCloseable {
  static final int STATE_BYTES = 1024;
  private static final int ANSWER_BYTES_MAX = 4096;

  private final Peer peer;
  private final Socket socket;
  private final OutputStream out;
  private final InputStream in;
  private long revision;
  private @Nullable Thread thread;
  private volatile boolean stopped;
  private volatile @Nullable IOException failure;

  Publisher(Peer peer, int port) throws IOException {
    this.peer = peer;
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    out = socket.getOutputStream();
    in = new BufferedInputStream(socket.getInputStream());
    if (peer.hasOwnProtocol()) {
      out.write("CONNECT {\"verbose\":false}\r\n".getBytes(StandardCharsets.US_ASCII));
      drain();
    }
  }

  /**
   * Publishes until it is told to stop.
   *
   * @param burst states that are due at the same moment
   * @param everyNanos from one burst to the next
   */
  void start(int burst, long everyNanos) {
    stopped = false;
    Thread made = new Thread(() -> run(burst, everyNanos), "publisher");
    thread = made;
    made.setDaemon(true);
    made.start();
  }

  private void run(int burst, long everyNanos) {
    long begun = System.nanoTime();
    Instant wall = Instant.now();
    try {
      for (long n = 1; !stopped; n++) {
        long due = n * everyNanos;
        long wait = begun + due - System.nanoTime();
        if (wait > 0) {
          LockSupport.parkNanos(wait);
          n--;
          continue;
        }
        for (int i = 0; i < burst; i++) {
          publish(wall.plusNanos(due));
        }
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  private void publish(Instant due) throws IOException {
    byte[] state = state(++revision, due);
    String head =
        peer.hasOwnProtocol()
            ? "PUB state " + state.length + "\r\n"
            : "POST /pub?revision="
                + revision
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                + "Content-Length: "
                + state.length
                + "\r\n\r\n";
    byte[] first = head.getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(first, first.length + state.length);
    System.arraycopy(state, 0, all, first.length, state.length);
    if (peer.hasOwnProtocol()) {
      all = Arrays.copyOf(all, all.length + 2);
      all[all.length - 2] = '\r';
      all[all.length - 1] = '\n';
    }
    out.write(all);
    if (peer.hasOwnProtocol()) {
      while (in.available() > 0) {
        in.read();
      }
    } else {
      readAnswer();
    }
  }

  /** Reads a head, and the body where there is one (nchan says what it stored). */
  private void readAnswer() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0 || head.length() > ANSWER_BYTES_MAX) {
        throw new IOException(peer.called() + " does not answer the publisher");
      }
      head.append((char) c);
    }
    String lower = head.toString().toLowerCase(java.util.Locale.ROOT);
    if (!lower.startsWith("http/1.1 2")) {
      throw new IOException(peer.called() + " refuses a state: " + lower.lines().findFirst());
    }
    int at = lower.indexOf("content-length:");
    if (at >= 0) {
      int length = Integer.parseInt(lower.substring(at + 15, lower.indexOf("\r\n", at)).strip());
      in.readNBytes(length);
    }
  }

  private void drain() throws IOException {
    int before;
    do {
      before = in.available();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    } while (in.available() > before);
    in.skipNBytes(in.available());
  }

  /** A state as the board would write it, filled up to its size. */
  static byte[] state(long revision, Instant due) {
    String text =
        "{\"topic\":\"ppwp/0\",\"position\":{\"epoch\":1,\"revision\":"
            + revision
            + "},\"asOf\":\""
            + due.truncatedTo(java.time.temporal.ChronoUnit.MILLIS)
            + "\",\"filler\":\"";
    return (text + "x".repeat(STATE_BYTES - text.length() - 2) + "\"}")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Stops publishing; fails where it had failed. */
  void stop() throws IOException, InterruptedException {
    stopped = true;
    Thread running = thread;
    if (running != null) {
      running.join();
    }
    IOException failed = failure;
    if (failed != null) {
      throw failed;
    }
  }

  long revision() {
    return revision;
  }

  @Override
  public void close() throws IOException {
    stopped = true;
    socket.close();
  }
}
