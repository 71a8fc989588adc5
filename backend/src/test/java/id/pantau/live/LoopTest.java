package id.pantau.live;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One event loop, a real socket on it, and work on it that takes hundreds of turns. */
final class LoopTest {
  private static final int TURNS_MAX = 300;
  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(1));
  private final Context home = vertx.getOrCreateContext();
  private final AtomicBoolean read = new AtomicBoolean();
  private final CompletableFuture<Integer> turns = new CompletableFuture<>();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** A thousandth of a second each, until the socket was read. */
  private void turn(Loop loop, int nr) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1);
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    if (read.get() || nr == TURNS_MAX) {
      turns.complete(nr);
    } else {
      loop.next(() -> turn(loop, nr + 1));
    }
  }

  @Test
  void next_whatHasComeInMeanwhile_isReadBetweenTwoTurns() throws Exception {
    int port =
        vertx
            .createNetServer()
            .connectHandler(socket -> socket.handler(bytes -> read.set(true)))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS)
            .actualPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      CompletableFuture<Void> begun = new CompletableFuture<>();
      home.runOnContext(
          go -> {
            begun.complete(null);
            turn(new Loop(home), 1);
          });
      begun.get(10, TimeUnit.SECONDS);
      socket.getOutputStream().write(1);
      int took = turns.get(30, TimeUnit.SECONDS);
      assertTrue(took < TURNS_MAX, "it waited for " + took + " turns");
    }
  }
}
