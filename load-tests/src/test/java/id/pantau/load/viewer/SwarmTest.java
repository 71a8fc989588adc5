package id.pantau.load.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A swarm against a real server on a real socket that says what the test wants. */
final class SwarmTest {
  private static final int VIEWERS = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stopServer() throws TimeoutException {
    vertx.close().await(30, TimeUnit.SECONDS);
  }

  /** A server that answers {@code watch} by what is given, and a swarm on it. */
  private Swarm swarm(Consumer<ServerWebSocket> onWatch) throws IOException, TimeoutException {
    HttpServer server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setMaxWebSocketFrameSize(1_000)
                    .setHost("127.0.0.1")
                    .setPort(0))
            .webSocketHandler(
                socket ->
                    socket.textMessageHandler(
                        text -> {
                          assertEquals("{\"watch\":[\"ppwp/0\"]}", text);
                          onWatch.accept(socket);
                        }))
            .listen()
            .await(30, TimeUnit.SECONDS);
    URI url = URI.create("ws://127.0.0.1:" + server.actualPort() + "/live");
    return new Swarm(Target.of(url, VIEWERS), VIEWERS, 2, 16, 0, viewer -> List.of("ppwp/0"));
  }

  private static String state(int revision, String more) {
    return "{\"topic\":\"ppwp/0\",\"position\":{\"epoch\":1,\"revision\":"
        + revision
        + "},\"more\":\""
        + more
        + "\"}";
  }

  /** Counts until so many deliveries, or closes, have come. */
  private static Counts await(Swarm swarm, int events) throws InterruptedException {
    Counts all = new Counts();
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (all.deliveries + all.closes.values().stream().mapToLong(n -> n).sum() < events
        && System.nanoTime() < until) {
      all.add(swarm.counts());
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return all;
  }

  @Test
  void open_everyViewer_getsItsStatesAndSharesTheScreen() throws Exception {
    Swarm swarm =
        swarm(
            socket -> {
              socket.writeTextMessage(state(1, "a"));
              socket.writeTextMessage(state(2, "b"));
            });
    assertTrue(swarm.open(PATIENCE) >= 0);
    Counts counts = await(swarm, 2 * VIEWERS);
    assertEquals(2 * VIEWERS, counts.deliveries);
    assertEquals(0, counts.wentBack);
    assertEquals(Map.of(), counts.faults);
    assertEquals(VIEWERS, swarm.shown().values().stream().mapToInt(n -> n).sum());
    assertTrue(swarm.shown().size() <= 2, "one screen a loop");
    swarm.stop();
  }

  @Test
  void open_serverGoesBack_isCountedForEveryViewer() throws Exception {
    Swarm swarm =
        swarm(
            socket -> {
              socket.writeTextMessage(state(2, "a"));
              socket.writeTextMessage(state(1, "b"));
            });
    assertTrue(swarm.open(PATIENCE) >= 0);
    assertEquals(VIEWERS, await(swarm, 2 * VIEWERS).wentBack);
    swarm.stop();
  }

  @Test
  void open_messageInManyFrames_isOneMessage() throws Exception {
    String big = "x".repeat(200_000);
    Swarm swarm = swarm(socket -> socket.writeTextMessage(state(1, big)));
    assertTrue(swarm.open(PATIENCE) >= 0);
    swarm
        .shown()
        .keySet()
        .forEach(shown -> assertEquals(big, shown.latest().body().path("more").asText()));
    assertEquals(VIEWERS, swarm.shown().values().stream().mapToInt(n -> n).sum());
    swarm.stop();
  }

  @Test
  void open_serverCloses_codesAreCounted() throws Exception {
    Swarm swarm = swarm(socket -> socket.close((short) 4000, "read nothing"));
    assertTrue(swarm.open(Duration.ofSeconds(1)) < 0);
    assertEquals(Map.of(4000, (long) VIEWERS), await(swarm, VIEWERS).closes);
    swarm.stop();
  }

  @Test
  void hangUp_thenOpen_allAreBack() throws Exception {
    Swarm swarm = swarm(socket -> socket.writeTextMessage(state(1, "a")));
    assertTrue(swarm.open(PATIENCE) >= 0);
    swarm.hangUp();
    assertEquals(0, swarm.ready());
    assertTrue(swarm.open(PATIENCE) >= 0);
    assertEquals(VIEWERS, swarm.ready());
    swarm.stop();
  }
}
