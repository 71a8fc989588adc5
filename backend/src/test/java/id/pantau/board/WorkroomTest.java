package id.pantau.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.pantau.count.Waiting;
import id.pantau.model.Position;
import id.pantau.platform.Body;
import id.pantau.platform.Showing;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WorkroomTest {
  private static final Position ONE = new Position(1, 1);
  private static final Position TWO = new Position(1, 2);

  private final Vertx vertx = Vertx.vertx();
  private final Context context = vertx.getOrCreateContext();
  private final Cache<String, Body> cache = Caffeine.newBuilder().build();
  private final Workroom room = new Workroom(vertx, cache);
  private final AtomicInteger made = new AtomicInteger();

  @AfterEach
  void close() {
    Waiting.get(vertx.close());
  }

  private <T> T onContext(Supplier<Future<T>> work) {
    Promise<T> done = Promise.promise();
    context.runOnContext(
        go -> {
          try {
            work.get().onComplete(done);
          } catch (RuntimeException e) {
            done.fail(e);
          }
        });
    return Waiting.get(done.future());
  }

  private Body make(Position position) {
    return new Body(Buffer.buffer("{}"), "made " + made.incrementAndGet(), position);
  }

  private String ask(String name, Position position) {
    return onContext(() -> room.body(name, position, () -> make(position))).digest();
  }

  @Test
  void body_samePositionAgain_isKeptAndAnotherIsMadeAnew() {
    assertEquals("made 1", ask("a", ONE));
    assertEquals("made 1", ask("a", ONE));
    assertEquals("made 2", ask("b", ONE));
    assertEquals("made 3", ask("a", TWO));
    onContext(
        () -> {
          room.forget();
          return Future.succeededFuture();
        });
    assertEquals("made 4", ask("a", TWO));
  }

  @Test
  void body_askedAgainWhileItIsMade_isMadeOnce() {
    CountDownLatch go = new CountDownLatch(1);
    List<Body> bodies =
        onContext(
            () -> {
              List<Future<Body>> asked = new ArrayList<>();
              for (int i = 0; i < 5; i++) {
                asked.add(room.body("a", ONE, () -> after(go, ONE)));
              }
              go.countDown();
              return Future.all(asked).map(all -> all.<Body>list());
            });
    assertEquals(List.of("made 1"), bodies.stream().map(Body::digest).distinct().toList());
  }

  @Test
  void body_tooManyWait_isBusyUntilTheyAreMade() {
    CountDownLatch go = new CountDownLatch(1);
    Future<?> all =
        onContext(
            () -> {
              List<Future<Body>> asked = new ArrayList<>();
              for (int i = 0; i < 256; i++) {
                asked.add(room.body("q" + i, ONE, () -> after(go, ONE)));
              }
              assertEquals(256, room.size());
              assertThrows(Showing.Busy.class, () -> room.body("one more", ONE, () -> make(ONE)));
              return Future.succeededFuture(Future.all(asked));
            });
    go.countDown();
    Waiting.get(all);
    assertTrue(ask("one more", ONE).startsWith("made "));
    assertEquals(257, made.get());
  }

  @Test
  void body_thatFails_isMadeAgainWhenAskedAgain() {
    Future<Body> failed =
        onContext(
            () ->
                room.body(
                        "a",
                        ONE,
                        () -> {
                          throw new IllegalStateException("broken");
                        })
                    .transform(done -> Future.succeededFuture(Future.<Body>failedFuture("told"))));
    assertTrue(failed.failed());
    assertEquals("made 1", ask("a", ONE));
  }

  private Body after(CountDownLatch go, Position position) {
    try {
      go.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return make(position);
  }
}
