package id.pantau.board;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.pantau.model.Position;
import id.pantau.platform.Body;
import id.pantau.platform.Showing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where bodies are rendered that would keep the board's context for too long: on two threads of its
 * own, each body once however many ask for it, and kept while its area's position is the same.
 * Asked on the board's context only.
 */
final class Workroom {
  private static final int THREADS = 2;

  /** A body that is asked for at every change takes at most this part of a thread: one tenth. */
  private static final int REST = 10;

  /** Questions whose rest is remembered. */
  private static final int RESTS_MAX = 4_096;

  /** Bodies that may wait or be rendered at a time; past it the answer is to come again. */
  private static final int BODIES_MAX = 256;

  private final WorkerExecutor workers;
  private final Cache<String, Body> bodies;
  private final Cache<String, Long> restUntilNanos =
      Caffeine.newBuilder().maximumSize(RESTS_MAX).executor(Runnable::run).build();
  private final Map<String, Future<Body>> coming = new HashMap<>();
  private long round;

  /**
   * @param bodies the board's, all kinds together within one limit
   */
  Workroom(Vertx vertx, Cache<String, Body> bodies) {
    this.workers = vertx.createSharedWorkerExecutor("pantau-board", THREADS);
    this.bodies = bodies;
  }

  /** A province was read anew: the same position may now show other numbers. */
  void forget() {
    round++;
  }

  /** How many are waiting or being rendered. */
  int size() {
    return coming.size();
  }

  /**
   * The body of a question, as it is at a position.
   *
   * @param name the question
   * @param render reads nothing that the board's context still writes
   * @throws Showing.Busy where too many wait already
   */
  Future<Body> body(String name, Position position, Supplier<Body> render) {
    return body(name, position, render, false);
  }

  /**
   * The same, or the body of a moment ago: one that is being made, or one that took a millisecond
   * to make is given for ten, whatever was counted meanwhile. Its position says of when it is.
   */
  Future<Body> rested(String name, Position position, Supplier<Body> render) {
    return body(name, position, render, true);
  }

  private Future<Body> body(String name, Position position, Supplier<Body> render, boolean rests) {
    // What was begun before a province was read anew is put under a name that nobody asks for.
    String key = round + "/" + name;
    Body known = bodies.getIfPresent(key);
    if (known != null && (known.position().equals(position) || (rests && isResting(key)))) {
      return Future.succeededFuture(known);
    }
    String work = rests ? key : key + "@" + position;
    Future<Body> begun = coming.get(work);
    if (begun != null) {
      return begun;
    }
    if (coming.size() >= BODIES_MAX) {
      throw new Showing.Busy();
    }
    Future<Body> body = workers.executeBlocking(() -> made(key, render), false);
    coming.put(work, body);
    body.onComplete(done -> coming.remove(work));
    return body;
  }

  private boolean isResting(String key) {
    Long until = restUntilNanos.getIfPresent(key);
    return until != null && until - System.nanoTime() > 0;
  }

  private Body made(String key, Supplier<Body> render) {
    long from = System.nanoTime();
    Body body = render.get();
    long to = System.nanoTime();
    restUntilNanos.put(key, to + REST * (to - from));
    bodies.put(key, body);
    return body;
  }

  Future<Void> close() {
    return workers.close();
  }
}
