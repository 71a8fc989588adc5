package id.pantau.load.fanout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Gives one server states of 1 KiB at a rate, over one connection a turn. What a state says of its
 * time is when it was due: a server that takes it late is charged for the wait. Its topic follows
 * from its revision: topics take turns.
 */
final class Publisher implements AutoCloseable {
  static final int STATE_BYTES = 1024;

  private final Peer peer;
  private final int port;
  private long revision;
  private int topics = 1;
  private @Nullable Thread thread;
  private volatile boolean stopped;
  private volatile @Nullable IOException failure;

  Publisher(Peer peer, int port) {
    this.peer = peer;
    this.port = port;
  }

  /** From now on states are of so many topics; gives each its first one. */
  void introduce(int topics) throws IOException {
    this.topics = topics;
    try (Line line = new Line(peer, port)) {
      for (int i = 0; i < topics; i++) {
        publish(line, Instant.now());
      }
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
    String topic = topic(++revision, topics);
    line.send(revision, topic, state(revision, topic, due));
  }

  /** A state as the board would write it, filled up to its size. */
  static byte[] state(long revision, String topic, Instant due) {
    String text =
        "{\"topic\":\""
            + topic
            + "\",\"position\":{\"epoch\":1,\"revision\":"
            + revision
            + "},\"asOf\":\""
            + due.truncatedTo(java.time.temporal.ChronoUnit.MILLIS)
            + "\",\"filler\":\"";
    return (text + "x".repeat(STATE_BYTES - text.length() - 2) + "\"}")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** The topic of the state of a revision, where there are so many. */
  static String topic(long revision, int topics) {
    return "ppwp/" + revision % topics;
  }

  /** True for the newest state of its topic. */
  boolean isNewest(long shown, @Nullable String topic) {
    return shown > revision - topics && shown <= revision && topic(shown, topics).equals(topic);
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
