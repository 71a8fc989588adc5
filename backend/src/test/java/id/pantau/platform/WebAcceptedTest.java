package id.pantau.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.spi.metrics.TCPMetrics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WebAcceptedTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Vertx vertx =
      Vertx.builder()
          .with(new VertxOptions().setMetricsOptions(Meters.vertxOptions()))
          .withMetrics(Meters.vertx(registry))
          .build();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** Once, a request of this kind hung for the 60 s after which an idle connection is closed. */
  @Test
  void prepare_acceptedBeforeThePortHadMeters_isAnsweredAndCounted() throws Exception {
    HttpServerOptions options = WebLimits.options("127.0.0.1", 0, 125);
    HttpServer server =
        vertx
            .createHttpServer(options)
            .requestHandler(request -> request.response().end("" + connections()))
            .connectionHandler(
                connection -> {
                  leaveUncounted(connection);
                  WebAccepted.prepare(connection, options);
                })
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    URI uri = URI.create("http://127.0.0.1:" + server.actualPort() + "/");
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals("1.0", answer.body());
  }

  private double connections() {
    return registry.get("vertx.http.server.active.connections").gauge().value();
  }

  /** What Vert.x leaves of a connection that its acceptor took before it had made the meters. */
  @SuppressWarnings("unchecked")
  private static void leaveUncounted(HttpConnection connection) {
    ConnectionBase base = (ConnectionBase) connection;
    ((TCPMetrics<Object>) base.metrics()).disconnected(base.metric(), base.remoteAddress());
    base.metric(null);
  }
}
