package id.pantau.webhooks;

import id.pantau.platform.PublicHosts;
import id.pantau.platform.Refused;
import id.pantau.platform.Settings;
import id.pantau.webhooks.Outcome.Kind;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Carries a message to a receiver. It connects to the address that was checked ({@link
 * PublicHosts}), speaks TLS to the name, follows no redirect, and is done in time whatever the
 * other side does. On one context.
 */
final class Courier {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  /**
   * Some receivers close what is idle for five seconds, just when the next message comes: ours go
   * first.
   */
  private static final int IDLE_SECONDS_MAX = 2;

  private static final int HEAD_BYTES_MAX = 8192;

  private final Vertx vertx;
  private final Settings.Webhooks limits;
  private final InstantSource clock;
  private final HttpClient client;
  private final WorkerExecutor names;
  private final Map<String, Future<InetAddress>> looking = new HashMap<>();

  /**
   * @param trust whose certificates are good; null = those that the JDK trusts
   */
  Courier(
      Vertx vertx, Settings.Webhooks limits, InstantSource clock, @Nullable TrustOptions trust) {
    this.vertx = vertx;
    this.limits = limits;
    this.clock = clock;
    HttpClientOptions options =
        new HttpClientOptions()
            .setKeepAliveTimeout(IDLE_SECONDS_MAX)
            .setMaxHeaderSize(HEAD_BYTES_MAX)
            .setVerifyHost(true)
            .setSslHandshakeTimeout(limits.connectMillis())
            .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
    if (trust != null) {
      options.setTrustOptions(trust);
    }
    // Each webhook has one request under way at most, and several may go to one host.
    PoolOptions pool = new PoolOptions().setHttp1MaxSize(limits.hooksMax());
    this.client = vertx.createHttpClient(options, pool);
    // A look-up may hang for half a minute: as many threads as webhooks, made when they are needed.
    this.names = vertx.createSharedWorkerExecutor("webhook-names", limits.hooksMax());
  }

  /**
   * The address to connect to; fails with {@link Refused} where there is none that is allowed. Who
   * asks while the same look-up hangs waits for that one.
   */
  Future<InetAddress> address(URI url) {
    String host = String.valueOf(url.getHost());
    if (PublicHosts.isLoopback(host) && !limits.allowLoopback()) {
      return Future.failedFuture(new Refused(host + " is no public address"));
    }
    String key = url.getScheme() + "://" + url.getRawAuthority();
    Future<InetAddress> known = looking.get(key);
    if (known != null) {
      return known;
    }
    Future<InetAddress> asked = names.executeBlocking(() -> PublicHosts.resolve(url), false);
    looking.put(key, asked);
    asked.onComplete(done -> looking.remove(key));
    return asked;
  }

  /** One message on its way: its connection, and whether time has run out. */
  private static final class Trip {
    final Promise<Outcome> done = Promise.promise();
    @Nullable HttpClientRequest request;

    void end(Outcome outcome) {
      done.tryComplete(outcome);
    }

    /** What is still under way is given up, and its connection with it. */
    void cut() {
      HttpClientRequest open = request;
      if (open != null) {
        open.connection().close();
      }
    }
  }

  /** Posts a body; the outcome comes in {@code answerMillis} at the latest, and never fails. */
  Future<Outcome> post(URI url, MultiMap headers, Buffer body) {
    Trip trip = new Trip();
    long timer =
        vertx.setTimer(
            limits.answerMillis(),
            late -> {
              trip.end(Outcome.of(Kind.TIMEOUT));
              trip.cut();
            });
    address(url)
        .compose(address -> client.request(options(url, address, headers)))
        .compose(request -> send(trip, request, body))
        .onFailure(why -> trip.end(outcome(why)));
    return trip.done.future().onComplete(done -> vertx.cancelTimer(timer));
  }

  private RequestOptions options(URI url, InetAddress address, MultiMap headers) {
    boolean tls = url.getScheme().equals("https");
    int port = url.getPort() > 0 ? url.getPort() : tls ? HTTPS : HTTP;
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
        .setHost(url.getHost())
        .setPort(port)
        .setSsl(tls)
        .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
        .setConnectTimeout(limits.connectMillis())
        .setFollowRedirects(false)
        .setHeaders(headers);
  }

  private Future<Void> send(Trip trip, HttpClientRequest request, Buffer body) {
    trip.request = request;
    if (trip.done.future().isComplete()) {
      trip.cut();
      return Future.succeededFuture();
    }
    return request.send(body).onSuccess(answer -> read(trip, answer)).mapEmpty();
  }

  /** To its end, so that the connection can serve again; or to the limit, then it is closed. */
  private void read(Trip trip, HttpClientResponse answer) {
    Outcome outcome =
        Outcome.of(answer.statusCode(), answer.getHeader("Retry-After"), clock.instant());
    int[] bytes = {0};
    answer.handler(
        piece -> {
          bytes[0] += piece.length();
          if (bytes[0] > limits.answerBytesMax()) {
            trip.end(outcome);
            trip.cut();
          }
        });
    answer.exceptionHandler(broken -> trip.end(outcome));
    answer.endHandler(end -> trip.end(outcome));
  }

  private static Outcome outcome(Throwable why) {
    for (Throwable cause = why; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused) {
        return Outcome.of(Kind.ADDRESS);
      }
      if (cause instanceof SSLException) {
        return Outcome.of(Kind.TLS);
      }
    }
    return Outcome.of(
        String.valueOf(why.getMessage()).contains("timed out") ? Kind.TIMEOUT : Kind.UNREACHABLE);
  }

  Future<Void> close() {
    return Future.join(client.close(), names.close()).mapEmpty();
  }
}
