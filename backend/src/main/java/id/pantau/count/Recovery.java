package id.pantau.count;

import id.pantau.model.Position;
import id.pantau.platform.RedisLink;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps Redis as rich as the journal. A lane that may have lost forms counts nothing until a refill
 * of it has succeeded; one refill runs at a time, and one that fails is tried again. Count's
 * context only.
 *
 * <p>Forms may be gone where this run of Redis is new to the node, where the function says that a
 * province is poorer or was written by another run, and where the epoch rose without us: another
 * node noticed a loss before we did, and only we have what we acknowledged.
 */
final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
  private static final int AGAIN_MILLIS = 500;
  private static final int LOOK_MILLIS = 2_000;

  private final Vertx vertx;
  private final RedisLink link;
  private final CountFunction function;
  private final Refill refill;
  private final Collection<Lane> lanes;
  private final long timer;
  private Future<Void> running = Future.succeededFuture();
  private String run = "";

  Recovery(
      Vertx vertx, RedisLink link, CountFunction function, Refill refill, Collection<Lane> lanes) {
    this.vertx = vertx;
    this.link = link;
    this.function = function;
    this.refill = refill;
    this.lanes = lanes;
    this.timer = vertx.setPeriodic(LOOK_MILLIS, t -> look());
  }

  void close() {
    vertx.cancelTimer(timer);
  }

  /**
   * Before a new connection is used: all lanes where the run is new, else those that still wait.
   */
  Future<Void> onConnect() {
    if (!link.runId().equals(run)) {
      run = link.runId();
      lanes.forEach(Lane::mayHaveLost);
    }
    return refill();
  }

  /** A lane noticed under a connection that stands. */
  void begin() {
    refill()
        .onFailure(
            e -> {
              LOG.error("a refill failed and is tried again: {}", e.toString());
              vertx.setTimer(AGAIN_MILLIS, t -> again());
            });
  }

  private void again() {
    // Where the connection is gone the next one begins by itself.
    if (link.isUp()) {
      begin();
    }
  }

  private Future<Void> refill() {
    running =
        running.transform(
            before -> {
              List<Lane> waiting = lanes.stream().filter(Lane::isWaitingForRefill).toList();
              return waiting.isEmpty()
                  ? Future.succeededFuture()
                  : refill
                      .fill(waiting.stream().map(Lane::position).toList())
                      .onSuccess(done -> waiting.forEach(Lane::refilled))
                      .mapEmpty();
            });
    return running;
  }

  /** A province without forms does not notice by itself that its numbers are gone. */
  private void look() {
    if (!link.isUp() || !running.isComplete()) {
      return;
    }
    Future<Void> looked = Future.succeededFuture();
    for (Lane lane : lanes) {
      looked = looked.compose(ok -> look(lane));
    }
    looked.onSuccess(
        done -> {
          if (lanes.stream().anyMatch(Lane::isWaitingForRefill)) {
            begin();
          }
        });
  }

  private Future<Void> look(Lane lane) {
    Position before = lane.position().seen();
    return function
        .raise(link, lane.position().province(), lane.position().least())
        .map(
            now -> {
              if (now.epoch() > before.epoch()) {
                lane.mayHaveLost();
              }
              return null;
            });
  }
}
