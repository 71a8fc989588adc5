package id.pantau.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.count.CountRig;
import id.pantau.count.Waiting;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connection that comes back: from a Redis that stands still, is killed, or hangs up. */
final class RedisLinkIT {
  private static CountRig rig;

  private final AtomicInteger ups = new AtomicInteger();
  private final AtomicInteger downs = new AtomicInteger();
  private Context context;
  private RedisLink link;

  @BeforeAll
  static void startRedis(@TempDir Path folder) {
    rig = new CountRig(folder);
  }

  @AfterAll
  static void stopRedis() {
    rig.close();
  }

  @BeforeEach
  void connect() {
    context = Objects.requireNonNull(rig.vertx().getOrCreateContext());
    link =
        new RedisLink(
                rig.vertx(),
                new Settings.Redis(rig.redis().uri(), 1_000, 10, 50, 64),
                "any",
                "link-it",
                fresh ->
                    fresh.send(Request.cmd(Command.CLIENT).arg("SETNAME").arg("it")).mapEmpty())
            .onUp(ups::incrementAndGet)
            .onDown(downs::incrementAndGet);
    context.runOnContext(go -> link.start());
    Waiting.until("up", () -> ups.get() == 1);
  }

  @AfterEach
  void disconnect() {
    Promise<Void> closed = Promise.promise();
    context.runOnContext(go -> link.close().onComplete(closed));
    Waiting.get(closed.future());
  }

  private Future<Response> send(Command command, Object... args) {
    Request request = Request.cmd(command);
    for (Object arg : args) {
      request.arg(arg.toString());
    }
    Promise<Response> answer = Promise.promise();
    context.runOnContext(go -> link.send(request).onComplete(answer));
    return answer.future();
  }

  @Test
  void redisStandsStill_commandsFailAndNothingWaits_thenItIsBackOnOneConnection() {
    rig.signal("-STOP");
    List<Future<Response>> waiting = new ArrayList<>();
    try {
      for (int i = 0; i < 50; i++) {
        waiting.add(send(Command.INCR, "still"));
      }
      // The first to be late ends the connection; the others end with it.
      assertInstanceOf(TimeoutException.class, Waiting.failure(waiting.get(0)));
      waiting.forEach(Waiting::failure);
      Waiting.until("down", () -> downs.get() > 0);
      assertInstanceOf(Counting.Busy.class, Waiting.failure(send(Command.PING)));
    } finally {
      rig.signal("-CONT");
    }
    Waiting.until("up again", () -> ups.get() == 2);
    assertEquals("PONG", Waiting.get(send(Command.PING)).toString());
    Waiting.until("the old connection is gone", () -> connections() == 1);
  }

  @Test
  void redisIsKilled_itComesBackWithAnotherRunId() {
    String run = link.runId();
    rig.signal("-KILL");
    Waiting.until("up again", () -> ups.get() == 2);
    assertNotEquals(run, link.runId());
    assertTrue(link.isUp());
    assertEquals("PONG", Waiting.get(send(Command.PING)).toString());
  }

  @Test
  void connectionKilled_itComesBackOnTheSameRun() {
    String run = link.runId();
    String id = Waiting.get(send(Command.CLIENT, "ID")).toString();
    rig.ask(Command.CLIENT, "KILL", "ID", id);
    Waiting.until("up again", () -> ups.get() == 2);
    assertEquals(run, link.runId());
    assertEquals(1, connections());
  }

  @Test
  void redisAnswersWithAnError_theConnectionStays() {
    Waiting.get(send(Command.SET, "text", "abc"));
    assertTrue(Waiting.said(send(Command.INCR, "text")).startsWith("ERR value"));
    assertEquals("PONG", Waiting.get(send(Command.PING)).toString());
    assertEquals(1, ups.get());
    assertEquals(0, downs.get());
  }

  /** A master that became a replica answers, but never again with what we need. */
  @Test
  void redisBecameAReplica_theConnectionIsGivenUpUntilItIsAMasterAgain() {
    rig.ask(Command.REPLICAOF, "127.0.0.1", "1");
    try {
      assertTrue(Waiting.said(send(Command.SET, "x", "1")).startsWith("READONLY"));
      Waiting.until("down", () -> downs.get() > 0);
    } finally {
      rig.ask(Command.REPLICAOF, "NO", "ONE");
    }
    Waiting.until("up again", () -> ups.get() == 2);
    assertEquals("OK", Waiting.get(send(Command.SET, "x", "1")).toString());
  }

  @Test
  void prepareFails_itIsTriedAgainUntilItSucceeds() {
    AtomicInteger tries = new AtomicInteger();
    AtomicInteger up = new AtomicInteger();
    RedisLink other =
        new RedisLink(
                rig.vertx(),
                new Settings.Redis(rig.redis().uri(), 1_000, 1, 5, 64),
                "any",
                "picky",
                fresh ->
                    tries.incrementAndGet() < 4
                        ? Future.failedFuture("not yet")
                        : Future.succeededFuture())
            .onUp(up::incrementAndGet);
    context.runOnContext(go -> other.start());
    Waiting.until("up", () -> up.get() == 1);
    assertEquals(4, tries.get());
    Promise<Void> closed = Promise.promise();
    context.runOnContext(go -> other.close().onComplete(closed));
    Waiting.get(closed.future());
    assertFalse(other.isUp());
  }

  private static long connections() {
    return rig.ask(Command.CLIENT, "LIST")
        .toString()
        .lines()
        .filter(line -> line.contains(" name=it "))
        .count();
  }
}
