package id.pantau.platform;

import id.pantau.model.Position;
import id.pantau.model.Topic;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the board offers to those who show it (live, api). May be called on any context; answers and
 * calls back on the caller's. Every future fails with {@link Unknown} for a contest, area or
 * station that does not exist, and with {@link NotReady} before the first load.
 */
public interface Showing {
  /** The results body of an area, its children always included (design §4.3). */
  Future<Body> results(String contest, String area);

  /**
   * The results body of an area as it was after the last batch that was counted at or before an
   * instant, votes and stations only. Fails with {@link Busy} where too many such questions wait.
   *
   * @param atMillis epoch milliseconds; later than now means now
   */
  Future<Body> resultsAt(String contest, String area, long atMillis);

  /** The current form of a station, every earlier revision, findings, reasons, images. */
  Future<Body> station(String station, String contest);

  /**
   * The count over time of an area, at most {@code pointsMax} points, oldest first. Fails with
   * {@link Busy} where too many such questions wait.
   */
  Future<Body> history(String contest, String area, int pointsMax);

  /**
   * Forms counted after a cursor, oldest first.
   *
   * @param since a cursor that an earlier answer gave as {@code next}; null = from the beginning
   */
  Future<Body> changes(@Nullable String since, int limit);

  /**
   * The forms by which counted stations of an area came to give fewer votes, newest first, at most
   * {@code limit} of them.
   */
  Future<Body> corrections(String contest, String area, int limit);

  /**
   * When a form of any contest was last counted, held or stored, by the counting nodes' clocks; 0 =
   * never. Known to a tick; may be asked on any thread.
   */
  long countedAtMillis();

  /**
   * Follows topics: {@code onTick} gets, at most once a tick and only where something changed, the
   * new state of each followed topic, on the caller's context.
   */
  Following follow(Consumer<List<Update>> onTick);

  /** The topics that one hub follows. */
  interface Following {
    /**
     * Adds a topic (counted: as often as it is dropped again). May be asked on a thread that has no
     * context, such as in a socket's own handler; answers on the context that follows.
     *
     * @return its full state now
     */
    Future<Update> add(Topic topic);

    void drop(Topic topic);

    void close();
  }

  /**
   * When forms came in, of those that a tick shows for the first time, by the server's clock; 0
   * where the tick has none, or they come from a load and not in real time.
   *
   * @param oldestMillis of the one that waited longest
   * @param anyMillis of any one, each being as likely
   */
  record Receipts(long oldestMillis, long anyMillis) {
    public static final Receipts NONE = new Receipts(0, 0);
  }

  /**
   * The state of a topic.
   *
   * @param full {@code {"topic":…} + body}: the whole state
   * @param changed for a children topic the same with only the rows that changed since {@code
   *     before}; elsewhere the same buffer as {@code full}
   * @param before the position that {@code changed} builds on: a viewer that saw another one gets
   *     {@code full}; null where only {@code full} will do
   * @param digest of the whole state, as in {@code full}
   * @param received when the forms came in that this tick shows for the first time
   */
  record Update(
      Topic topic,
      Position position,
      @Nullable Position before,
      Buffer full,
      Buffer changed,
      String digest,
      Receipts received) {
    /** A state that says nothing of when it came in. */
    public Update(
        Topic topic,
        Position position,
        @Nullable Position before,
        Buffer full,
        Buffer changed,
        String digest) {
      this(topic, position, before, full, changed, digest, Receipts.NONE);
    }
  }

  /** No such contest, area or station, or a cursor that is none; the message says which. */
  final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unknown(String message) {
      super(message, null, false, false);
    }
  }

  /** The board has not read its first state yet. 503, Retry-After. */
  final class NotReady extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotReady() {
      super("the board is still loading", null, false, false);
    }
  }

  /** Too many questions that take long wait already. 503, Retry-After. */
  final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Busy() {
      super("too many questions of earlier times wait", null, false, false);
    }
  }
}
