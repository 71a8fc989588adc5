package id.pantau.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ManagementServerTest {
  private final PrometheusMeterRegistry registry = Meters.registry();
  private final Health health = new Health();
  private final EventLoop ofViewers = new DefaultEventLoop();
  private final AtomicInteger port = new AtomicInteger();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Vertx vertx =
      Vertx.builder()
          .with(new io.vertx.core.VertxOptions().setMetricsOptions(Meters.vertxOptions()))
          .withMetrics(Meters.vertx(registry))
          .build();

  @BeforeEach
  void start() {
    vertx
        .deployVerticle(
            new ManagementServer("127.0.0.1", 0, health, List.of(ofViewers), registry, port))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  @AfterEach
  void stop() {
    ofViewers.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port.get() + path);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void livez_loopsTurn_is200() throws Exception {
    assertEquals(200, get("/livez").statusCode());
  }

  @Test
  void readyz_oneCheckRed_is503AndNamesIt() throws Exception {
    AtomicBoolean up = new AtomicBoolean(true);
    health.register(
        "redis", () -> up.get() ? Health.State.green("answers") : Health.State.red("away"));
    HttpResponse<String> green = get("/readyz");
    assertEquals(200, green.statusCode(), green.body());
    up.set(false);
    HttpResponse<String> red = get("/readyz");
    assertEquals(503, red.statusCode());
    assertTrue(red.body().contains("\"redis\":{\"green\":false,\"detail\":\"away\"}"), red.body());
    assertTrue(red.body().contains("\"event-loops\":{\"green\":true"), red.body());
  }

  @Test
  void readyz_checkThrows_isRed() throws Exception {
    health.register(
        "odd",
        () -> {
          throw new IllegalStateException("no");
        });
    assertEquals(503, get("/readyz").statusCode());
  }

  /** F45: a loop blocked for over 3 s makes the node unready, and the metric says for how long. */
  @Test
  void readyz_eventLoopWasBlocked_isRed() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    vertx.getOrCreateContext().runOnContext(v -> block(done));
    assertUnreadyAfter(done);
    assertTrue(get("/metrics").body().contains("pantau_loop_late_seconds_max"));
  }

  /** F45: viewers have loops that are not Vert.x' own. */
  @Test
  void readyz_loopOfViewersWasBlocked_isRed() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    ofViewers.execute(() -> block(done));
    assertUnreadyAfter(done);
  }

  private static void block(CountDownLatch done) {
    LockSupport.parkNanos(3_600_000_000L);
    done.countDown();
  }

  private void assertUnreadyAfter(CountDownLatch done) throws Exception {
    done.await();
    String body = "";
    for (int i = 0; i < 100 && !body.contains("\"event-loops\":{\"green\":false"); i++) {
      body = get("/readyz").body();
    }
    assertTrue(body.contains("\"event-loops\":{\"green\":false"), body);
  }

  @Test
  void metrics_arePrometheusText() throws Exception {
    get("/livez");
    HttpResponse<String> response = get("/metrics");
    assertEquals(200, response.statusCode());
    assertTrue(response.body().contains("jvm_memory_used_bytes"), response.body());
    assertTrue(response.body().contains("vertx_http_server_"), response.body());
    assertTrue(
        response
            .headers()
            .firstValue("Content-Type")
            .get()
            .startsWith("text/plain; version=0.0.4"));
  }

  @Test
  void otherPath_is404() throws Exception {
    assertEquals(404, get("/api/v1/elections").statusCode());
  }
}
