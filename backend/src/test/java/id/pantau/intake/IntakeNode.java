package id.pantau.intake;

import id.pantau.model.Method;
import id.pantau.platform.Settings;
import id.pantau.platform.WebServer;
import id.pantau.rules.Judge;
import id.pantau.rules.Sample;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The public port's server on loopback with nothing but the route, and a client that speaks to it.
 */
final class IntakeNode {
  static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");

  /** Small limits, so that tests reach them quickly. */
  static final Settings.Intake LIMITS = limits(30);

  final MemoryCounting counting = new MemoryCounting();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final KeyFile file;
  final Keys keys;
  final String key;
  final IntakeRoutes routes;
  final int port;
  private final Settings.Intake limits;
  private final Vertx vertx = Vertx.vertx();
  private final Runnable watch;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  static Settings.Intake limits(int bodyTimeoutSeconds) {
    return new Settings.Intake(64 * 1024, 20, 16, bodyTimeoutSeconds, 4, 256 * 1024, 50);
  }

  IntakeNode(Path data, Settings.Intake limits) throws Exception {
    this.limits = limits;
    file = new KeyFile(data, InstantSource.fixed(NOW));
    key = file.add(List.of("0"), EnumSet.allOf(Method.class));
    keys = new Keys(file);
    watch = keys.watch(vertx, limits.keysReloadMillis());
    routes =
        new IntakeRoutes(
            vertx,
            limits,
            Sample.election(),
            new Judge(Sample.election()),
            counting,
            keys,
            meters,
            InstantSource.fixed(NOW));
    AtomicInteger bound = new AtomicInteger();
    WebServer server =
        new WebServer("127.0.0.1", 0, 125, List.of(door -> routes.mount(door.router())), bound);
    vertx
        .deployVerticle(server)
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
    port = bound.get();
  }

  HttpResponse<String> single(String form) throws Exception {
    return post(key, "application/json", null, FormText.bytes(form));
  }

  HttpResponse<String> batch(String... lines) throws Exception {
    return post(key, "application/x-ndjson", null, FormText.bytes(String.join("\n", lines) + "\n"));
  }

  HttpResponse<String> post(
      @Nullable String bearer, String type, @Nullable String encoding, byte[] body)
      throws Exception {
    return client.send(request(bearer, type, encoding, body), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(
      @Nullable String bearer, String type, @Nullable String encoding, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + IntakeRoutes.PATH))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (bearer != null) {
      request.header("Authorization", "Bearer " + bearer);
    }
    if (encoding != null) {
      request.header("Content-Encoding", encoding);
    }
    return request.build();
  }

  /** One form, sent now and answered some time. */
  CompletableFuture<HttpResponse<String>> later(String bearer, String form) {
    return client.sendAsync(
        request(bearer, "application/json", null, FormText.bytes(form)),
        HttpResponse.BodyHandlers.ofString());
  }

  Settings.Intake limits() {
    return limits;
  }

  Socket socket() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    return socket;
  }

  /** The head of a request with the node's key. */
  String head(String... headers) {
    return "POST "
        + IntakeRoutes.PATH
        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
        + key
        + "\r\nContent-Type: application/json\r\n"
        + String.join("\r\n", headers)
        + "\r\n\r\n";
  }

  double bytesInFlight() {
    return meters.get("pantau.intake.bodies.bytes").gauge().value();
  }

  double refusals(String reason) {
    return meters.get("pantau.intake.refusals").tag("reason", reason).counter().count();
  }

  void close() throws Exception {
    watch.run();
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
