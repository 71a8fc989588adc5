package id.pantau.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A real public port on loopback, with the mounts of a test, on the transport that a node has. */
public final class WebRig implements AutoCloseable {
  public static final int MESSAGE_BYTES_MAX = 8192;
  private static final int READ_MILLIS_MAX = 20_000;
  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final Vertx vertx =
      Vertx.builder()
          .with(
              new VertxOptions()
                  .setMetricsOptions(Meters.vertxOptions())
                  .setPreferNativeTransport(true))
          .withMetrics(Meters.vertx(registry))
          .build();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger port = new AtomicInteger();
  private final String deployment;

  public WebRig(int instances, List<WebMount> mounts) {
    deployment =
        vertx
            .deployVerticle(
                () -> new WebServer("127.0.0.1", -1, MESSAGE_BYTES_MAX, mounts, port),
                new DeploymentOptions().setInstances(instances))
            .toCompletionStage()
            .toCompletableFuture()
            .orTimeout(30, TimeUnit.SECONDS)
            .join();
  }

  /** The sum of one of Vert.x' own gauges, {@code vertx.http.server.active.connections}. */
  public double gauge(String name) {
    return Search.in(registry).name(name).gauges().stream().mapToDouble(Gauge::value).sum();
  }

  public int port() {
    return port.get();
  }

  /** Undeploys the server as a SIGTERM would. */
  public void stop() {
    vertx.undeploy(deployment).toCompletionStage().toCompletableFuture().join();
  }

  /**
   * @param headers name, value, name, value …
   */
  public HttpResponse<byte[]> send(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.get() + path))
            .timeout(Duration.ofMillis(READ_MILLIS_MAX))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<byte[]> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  public static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  public Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port.get());
    socket.setSoTimeout(READ_MILLIS_MAX);
    return socket;
  }

  /** Sends bytes as they are and returns all that comes until the server closes. */
  public String raw(String bytes) throws IOException {
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
