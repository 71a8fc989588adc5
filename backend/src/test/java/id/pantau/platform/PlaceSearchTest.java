package id.pantau.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.pantau.api.SmallElection;
import id.pantau.model.places.PlaceIndex;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PlaceSearchTest {
  private final Vertx vertx = Vertx.vertx();
  private final PlaceSearch search = new PlaceSearch(SmallElection.areas());

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private record Told(PlaceIndex index, Thread asked, Thread told) {}

  private Told ask(Context context) throws Exception {
    CompletableFuture<Told> told = new CompletableFuture<>();
    context.runOnContext(
        go -> {
          Thread asked = Thread.currentThread();
          search
              .index(vertx)
              .onSuccess(index -> told.complete(new Told(index, asked, Thread.currentThread())))
              .onFailure(told::completeExceptionally);
        });
    return told.get(20, TimeUnit.SECONDS);
  }

  /** Who asks first has it made on a worker, and all who ask meanwhile wait for the same one. */
  @Test
  void index_askedOnTwoLoops_isOneAndToldWhereItWasAsked() throws Exception {
    Told first = ask(vertx.getOrCreateContext());
    CompletableFuture<Context> other = new CompletableFuture<>();
    new Thread(() -> other.complete(vertx.getOrCreateContext())).start();
    Told second = ask(other.get(20, TimeUnit.SECONDS));
    assertSame(first.index(), second.index());
    assertSame(first.asked(), first.told());
    assertSame(second.asked(), second.told());
    assertNotEquals(first.asked(), second.asked());
  }

  @Test
  void makeAfter_notDone_isNotBegun() {
    AtomicInteger looks = new AtomicInteger();
    AtomicBoolean early = new AtomicBoolean();
    search.makeAfter(
        vertx,
        () -> {
          early.compareAndSet(false, search.isBegun());
          return looks.incrementAndGet() == 3;
        });
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          while (!search.isBegun()) {
            Thread.onSpinWait();
          }
        });
    assertFalse(early.get());
    assertEquals(3, looks.get());
  }
}
