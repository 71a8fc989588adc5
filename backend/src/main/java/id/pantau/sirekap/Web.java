package id.pantau.sirekap;

import id.pantau.platform.PublicHosts;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A polite reader of a site: one request at a time, at most so many a second, and slower where the
 * site asks for it. It connects to the address that was checked ({@link PublicHosts}) and follows
 * no redirect. For a thread that may wait.
 */
final class Web implements AutoCloseable {
  private static final long ANSWER_MILLIS_MAX = 30_000;
  private static final int ATTEMPTS_MAX = 5;
  private static final int RETRY_SECONDS_MAX = 60;
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final URI base;
  private final InetAddress address;
  private final long nanosApart;
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      vertx.createHttpClient(
          new HttpClientOptions()
              .setConnectTimeout((int) ANSWER_MILLIS_MAX)
              .setDecompressionSupported(true));
  private final Context context = vertx.getOrCreateContext();
  private long next = System.nanoTime();

  /** The site has no such file. */
  static final class Missing extends IOException {
    private static final long serialVersionUID = 1L;

    Missing(String url) {
      super(url + " is not there");
    }
  }

  /**
   * @param base of the site; a slash at its end is no matter
   * @param rate requests a second, at most
   */
  Web(URI base, double rate) {
    this.base = base;
    this.address = PublicHosts.resolve(base);
    this.nanosApart = (long) (TimeUnit.SECONDS.toNanos(1) / rate);
  }

  /**
   * Opens a file of the site.
   *
   * @param path from the site's own path on, with a slash at its beginning; empty for the site's
   */
  WebBody open(String path, long bytesMax) throws IOException, InterruptedException {
    String where = base.getRawPath().replaceFirst("/$", "") + path;
    String shown = base.getScheme() + "://" + base.getRawAuthority() + where;
    for (int attempt = 1; ; attempt++) {
      String trouble;
      long waitMillis = 1000L << attempt;
      pace();
      try {
        WebBody body = request(where, bytesMax);
        int status = body.status();
        if (status == 200) {
          return body;
        }
        body.close();
        if (status == 404 || status == 403) {
          throw new Missing(shown);
        }
        trouble = "answers " + status;
        if (status != 429 && status < 500) {
          throw new IOException(shown + " " + trouble);
        }
        String retry = body.header("Retry-After");
        if (retry != null && retry.matches("\\d{1,6}")) {
          waitMillis = 1000L * Math.min(Integer.parseInt(retry), RETRY_SECONDS_MAX);
        }
      } catch (CompletionException | TimeoutException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        trouble = "cannot be read (" + cause.getMessage() + ")";
      }
      if (attempt == ATTEMPTS_MAX) {
        throw new IOException(shown + " " + trouble + "; asked " + ATTEMPTS_MAX + " times");
      }
      Thread.sleep(waitMillis);
    }
  }

  /** Waits until the next request may go out. */
  private void pace() throws InterruptedException {
    long wait = next - System.nanoTime();
    if (wait > 0) {
      TimeUnit.NANOSECONDS.sleep(wait);
    }
    next = Math.max(next, System.nanoTime()) + nanosApart;
  }

  private WebBody request(String path, long bytesMax) throws TimeoutException {
    boolean tls = base.getScheme().equals("https");
    int port = base.getPort() > 0 ? base.getPort() : tls ? HTTPS : HTTP;
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
            .setHost(base.getHost())
            .setPort(port)
            .setSsl(tls)
            .setURI(path.isEmpty() ? "/" : path)
            .setConnectTimeout(ANSWER_MILLIS_MAX)
            .setTimeout(ANSWER_MILLIS_MAX)
            .putHeader("Accept-Encoding", "gzip")
            .putHeader("User-Agent", "pantau-suara import-sirekap");
    Promise<WebBody> coming = Promise.promise();
    // On one context, so that the body is taken before its first byte can go by.
    context.runOnContext(
        now ->
            client
                .request(options)
                .compose(HttpClientRequest::send)
                .map(answer -> new WebBody(answer, bytesMax, ANSWER_MILLIS_MAX))
                .onComplete(coming));
    return coming
        .future()
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(ANSWER_MILLIS_MAX * 2, TimeUnit.MILLISECONDS)
        .join();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
