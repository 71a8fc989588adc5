package id.pantau.live;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who wait to be let in on one event loop, each for its turn. Used on that loop alone. */
final class Entrance {
  private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

  /** One who waits; the turn by {@link System#nanoTime}. */
  private record Waiting(long turnNanos, Runnable enter) {}

  private final Vertx vertx;
  private final Context home;
  private final Pace pace;
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();

  /** To be made on the event loop whose viewers it lets in. */
  Entrance(Vertx vertx, Pace pace) {
    this.vertx = vertx;
    // Whoever comes in may have no context, and a timer of Vert.x would then be another loop's.
    this.home = Objects.requireNonNull(Vertx.currentContext());
    this.pace = pace;
  }

  /**
   * Lets one in, now or when its turn comes, always in the order in which they came.
   *
   * @return false where too many wait; then it is never run
   */
  boolean admit(Runnable enter) {
    long now = System.nanoTime();
    long wait = pace.turn(now);
    if (wait == Pace.TOO_LONG) {
      return false;
    }
    if (wait == 0 && waiting.isEmpty()) {
      enter.run();
      return true;
    }
    waiting.add(new Waiting(now + wait, enter));
    if (waiting.size() == 1) {
      wakeIn(wait);
    }
    return true;
  }

  private void wakeIn(long nanos) {
    long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos));
    home.runOnContext(here -> vertx.setTimer(millis, timer -> letIn()));
  }

  private void letIn() {
    long now = System.nanoTime();
    Waiting first = waiting.peek();
    while (first != null && first.turnNanos() - now <= 0) {
      waiting.remove();
      enter(first);
      first = waiting.peek();
    }
    if (first != null) {
      wakeIn(first.turnNanos() - now);
    }
  }

  /** Whatever goes wrong with one, those behind it have their turns. */
  private static void enter(Waiting one) {
    try {
      one.enter().run();
    } catch (RuntimeException e) {
      LOG.warn("a viewer could not be let in", e);
    }
  }
}
