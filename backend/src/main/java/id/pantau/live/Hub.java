package id.pantau.live;

import id.pantau.model.Topic;
import id.pantau.platform.Problem;
import id.pantau.platform.Settings;
import id.pantau.platform.Showing;
import io.netty.channel.EventLoop;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The viewers of one event loop. It follows the board for all of them, and on each tick gives every
 * viewer what is new to it. Everything here happens on that loop, so nothing is locked.
 */
final class Hub {
  private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

  private static final int AGAIN_MILLIS = 500;
  private static final int GOODBYE_MILLIS_MAX = 2_000;

  /**
   * After so many turns what has come in is read. With one, forms waited less, but the last viewers
   * of ten thousand had a state 30 ms later, and with it later than it should take from the form.
   */
  private static final int TURNS_UNREAD = 4;

  private final Vertx vertx;
  private final Loop loop;
  private final Departures departures;
  private final Showing showing;
  private final Settings.Live limits;
  private final Tally tally;
  private final Map<Topic, Feed> feeds = new HashMap<>();
  private final Audience audience;
  private final Straight straight = new Straight();
  private final ArrayDeque<Feed> due = new ArrayDeque<>();
  private final Promise<Void> emptied = Promise.promise();
  private Showing.@Nullable Following following;
  private int open;
  private boolean taking;
  private int turns;
  private volatile boolean stopping;

  /**
   * Not started yet.
   *
   * @param home of the event loop whose viewers it will have, and where all but {@link #loop} and
   *     {@link #isStopping} is to be called
   */
  Hub(
      Vertx vertx,
      Context home,
      Showing showing,
      Settings.Live limits,
      LiveMeters meters,
      BooleanSupplier delayed) {
    this.vertx = vertx;
    // A viewer's own handler runs on this loop without a context; Vert.x may give it another's.
    this.loop = new Loop(home);
    this.departures = new Departures(loop);
    this.showing = showing;
    this.limits = limits;
    this.tally = new Tally(meters);
    this.audience = new Audience(vertx, showing, limits, delayed, straight, tally);
  }

  /**
   * Begins to follow the board.
   *
   * @param ring true where its viewers may be written to past their wires, many in one call
   */
  void start(boolean ring) {
    if (ring) {
      straight.start();
    }
    following = showing.follow(this::tick);
    audience.start();
  }

  Tally tally() {
    return tally;
  }

  Settings.Live limits() {
    return limits;
  }

  Departures departures() {
    return departures;
  }

  EventLoop loop() {
    return loop.netty();
  }

  boolean isStopping() {
    return stopping;
  }

  /** A viewer has come; its wire calls {@link #closed} once when it is closed for good. */
  Session join(Wire wire) {
    Session session = new Session(this, wire, System.nanoTime());
    audience.add(session);
    open++;
    return session;
  }

  /** A viewer's wire is closed for good. */
  void closed(Session session) {
    session.leave();
    open--;
    if (stopping && open == 0) {
      emptied.tryComplete();
    }
  }

  void leave(Session session) {
    audience.remove(session);
    for (int i = session.topics() - 1; i >= 0; i--) {
      drop(session.watch(i));
    }
  }

  /** Answers a viewer's request. */
  void handle(Session session, ViewerRequest request) {
    for (String text : request.unwatch()) {
      Topic topic = Topic.parse(text);
      Watch watch = topic == null ? null : session.find(topic);
      if (watch != null) {
        drop(watch);
      }
    }
    watch(session, request.watch(), null);
  }

  /**
   * Adds topics; one too many closes the socket.
   *
   * @param known id of the state that the viewer got last before it came back; null where it is new
   */
  void watch(Session session, List<String> topics, @Nullable String known) {
    for (String text : topics) {
      Topic topic = Topic.parse(text);
      Watch old = topic == null ? null : session.find(topic);
      if (topic == null) {
        sayUnknown(session, text);
      } else if (old != null) {
        old.forget();
      } else if (session.topics() >= limits.topicsPerSocketMax()) {
        session.close(CloseCode.TOO_MANY_TOPICS);
        return;
      } else {
        Feed feed = feed(topic);
        Watch watch = new Watch(session, feed, known);
        session.add(watch);
        feed.add(watch);
      }
    }
    session.send();
  }

  private Feed feed(Topic topic) {
    Feed known = feeds.get(topic);
    if (known != null) {
      return known;
    }
    Feed feed = new Feed(topic);
    feeds.put(topic, feed);
    ask(feed);
    return feed;
  }

  /** Asks the board for a topic; the answer may come when nobody watches it any more. */
  private void ask(Feed feed) {
    Showing.Following board = following;
    if (board == null) {
      return;
    }
    board
        .add(feed.topic())
        .onComplete(
            answer -> {
              boolean wanted = feeds.get(feed.topic()) == feed;
              if (answer.failed()) {
                if (wanted) {
                  failed(feed, answer.cause());
                }
              } else if (!wanted) {
                board.drop(feed.topic());
              } else {
                feed.opened();
                if (feed.version() == 0) {
                  show(feed, answer.result());
                  takeTurns();
                }
              }
            });
  }

  private void failed(Feed feed, Throwable failure) {
    if (failure instanceof Showing.Unknown) {
      while (!feed.isUnwatched()) {
        Watch watch = feed.watch(feed.size() - 1);
        Session session = watch.session;
        drop(watch);
        sayUnknown(session, feed.topic().toString());
      }
      return;
    }
    if (!(failure instanceof Showing.NotReady)) {
      LOG.warn("the board could not give {}", feed.topic(), failure);
    }
    vertx.setTimer(
        AGAIN_MILLIS,
        timer -> {
          if (feeds.get(feed.topic()) == feed && !stopping) {
            ask(feed);
          }
        });
  }

  private void sayUnknown(Session session, String topic) {
    Problem problem = new Problem(404, "unknown-topic", "there is no such contest or area");
    Encoded text = Encoded.of(LiveTexts.error(topic, problem));
    session.say(text);
    text.release();
  }

  private void drop(Watch watch) {
    Feed feed = watch.feed;
    watch.session.remove(watch);
    feed.remove(watch);
    if (feed.isUnwatched() && feeds.remove(feed.topic(), feed)) {
      feed.release();
      if (feed.isOpen() && following != null) {
        following.drop(feed.topic());
      }
    }
  }

  /** The board's tick: what changed since the last one. */
  private void tick(List<Showing.Update> updates) {
    for (Showing.Update update : updates) {
      Feed feed = feeds.get(update.topic());
      if (feed != null) {
        show(feed, update);
      }
    }
    takeTurns();
    tally.tell();
  }

  private void show(Feed feed, Showing.Update update) {
    if (!feed.accept(update)) {
      return;
    }
    if (!feed.isUnwatched()) {
      tally.due(update.received());
    }
    if (feed.beginPass()) {
      due.add(feed);
    }
  }

  /**
   * Sends to those who watch what is new, some at a time. A viewer whose turn comes late, because
   * there are many, gets what is newest then, once; one that watches several topics gets all of
   * them in the turn of the first.
   */
  private void takeTurns() {
    if (taking) {
      return;
    }
    int turn = Straight.TURN;
    for (Feed feed = due.peek(); feed != null; feed = due.peek()) {
      turn = feed.pass(turn, straight, audience, tally, due.size() == 1);
      if (turn == 0) {
        break;
      }
      due.remove();
    }
    tally.turnWritten();
    if (due.isEmpty()) {
      turns = 0;
      tally.allWritten();
      return;
    }
    taking = true;
    turns++;
    Runnable another =
        () -> {
          taking = false;
          takeTurns();
        };
    if (turns % TURNS_UNREAD == 0) {
      loop.next(another);
    } else {
      loop.soon(another);
    }
  }

  /**
   * Tells every viewer to go elsewhere (F44).
   *
   * @return when all are gone, or after two seconds
   */
  Future<Void> stop() {
    stopping = true;
    if (following != null) {
      following.close();
      following = null;
    }
    audience.stop();
    tally.tell();
    if (open == 0) {
      emptied.tryComplete();
    } else {
      vertx.setTimer(GOODBYE_MILLIS_MAX, timer -> emptied.tryComplete());
    }
    return emptied.future().onComplete(gone -> straight.stop());
  }
}
