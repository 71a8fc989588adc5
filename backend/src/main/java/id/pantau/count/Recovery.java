package id.pantau.count;

import id.pantau.model.Position;
import id.pantau.platform.RedisLink;
import id.pantau.platform.RedisLinks;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final RedisLinks links;
  private final CountFunction function;
  private final Refill refill;
  private final Collection<Lane> lanes;
  private final CountMeters meters;
  private final long timer;
  private Future<Void> running = Future.succeededFuture();
  private final Map<RedisLink, String> runs = new HashMap<>();
  private final Set<RedisLink> there = new HashSet<>();

  Recovery(
      Vertx vertx,
      RedisLinks links,
      CountFunction function,
      Refill refill,
      Collection<Lane> lanes,
      CountMeters meters) {
    this.vertx = vertx;
    this.links = links;
    this.function = function;
    this.refill = refill;
    this.lanes = lanes;
    this.meters = meters;
    this.timer = vertx.setPeriodic(LOOK_MILLIS, t -> look());
  }

  void close() {
    vertx.cancelTimer(timer);
  }

  /**
   * Before a new connection is used: all its lanes where the run is new, else those that still
   * wait.
   */
  Future<Void> onConnect(RedisLink link) {
    there.add(link);
    if (!link.runId().equals(runs.put(link, link.runId()))) {
      lanes.stream().filter(lane -> link(lane) == link).forEach(Lane::mayHaveLost);
    }
    return refill();
  }

  /** A connection has ended: until the next its lanes cannot be refilled. */
  void onDown(RedisLink link) {
    there.remove(link);
  }

  private RedisLink link(Lane lane) {
    return links.of(lane.province());
  }

  private boolean canRefill(Lane lane) {
    return lane.isWaitingForRefill() && there.contains(link(lane));
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
    // Where a connection is gone the next one begins by itself.
    if (lanes.stream().anyMatch(lane -> canRefill(lane) && link(lane).isUp())) {
      begin();
    }
  }

  private Future<Void> refill() {
    running =
        running.transform(
            before -> {
              List<Lane> waiting = lanes.stream().filter(this::canRefill).toList();
              return waiting.isEmpty()
                  ? Future.succeededFuture()
                  : refill
                      .fill(waiting.stream().map(Lane::position).toList())
                      .onSuccess(report -> filled(waiting, report))
                      .mapEmpty();
            });
    return running;
  }

  private void filled(List<Lane> waiting, RefillReport report) {
    meters.refilled(report.sent());
    refill.checked(waiting.stream().map(Lane::position).toList(), report);
    if (report.sent() > 0) {
      LOG.warn("{} acknowledged forms were gone from Redis and are refilled", report.sent());
    }
    waiting.forEach(Lane::refilled);
  }

  /** A province without forms does not notice by itself that its numbers are gone. */
  private void look() {
    if (!running.isComplete()) {
      return;
    }
    Future<Void> looked = Future.succeededFuture();
    for (Lane lane : lanes) {
      if (link(lane).isUp()) {
        // One primary that does not answer keeps nobody from looking at the others.
        looked = looked.compose(ok -> look(lane)).otherwiseEmpty();
      }
    }
    looked.onSuccess(
        done -> {
          if (lanes.stream().anyMatch(this::canRefill)) {
            begin();
          }
        });
  }

  private Future<Void> look(Lane lane) {
    Position before = lane.position().seen();
    return function
        .raise(link(lane), lane.position().province(), lane.position().least())
        .map(
            now -> {
              if (now.epoch() > before.epoch()) {
                lane.mayHaveLost();
              }
              return null;
            });
  }
}
