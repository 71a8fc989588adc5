package id.pantau.load.fanout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Gives one server states of 1 KiB at a rate, over one connection a turn. What a state says of its
 * time is when it was due: a server that takes it late is charged for the wait.
 */
final class Publisher implements AutoCloseable {
  static final int STATE_BYTES = 1024;

  private final Peer peer;
  private final int port;
  private long revision;
  private @Nullable Thread thread;
  private volatile boolean stopped;
  private volatile @Nullable IOException failure;

  Publisher(Peer peer, int port) {
    this.peer = peer;
    this.port = port;
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
    try (Line line = new Line(peer, port)) {
      for (long n = 1; !stopped; n++) {
        long due = n * everyNanos;
        long wait = begun + due - System.nanoTime();
        if (wait > 0) {
          LockSupport.parkNanos(wait);
          n--;
          continue;
        }
        for (int i = 0; i < burst; i++) {
          publish(line, wall.plusNanos(due));
        }
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  private void publish(Line line, Instant due) throws IOException {
    byte[] state = state(++revision, due);
    line.send(revision, state);
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
  public void close() {
    stopped = true;
  }
}
