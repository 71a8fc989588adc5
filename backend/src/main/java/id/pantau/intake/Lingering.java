package id.pantau.intake;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Refuses a request whose body has not all come, so that the sender still hears why. Closing at
 * once would reset the connection, and a reset throws away the answer on its way: so the rest of
 * the body is read into nothing, for a short time and up to a size, and then the connection ends.
 */
final class Lingering {
  private static final long LINGER_MILLIS = 2_000;
  private static final long LINGER_BYTES_MAX = 32 << 20;

  private Lingering() {}

  /**
   * Answers. The connection lives on only where the whole body is in, or is declared to be small
   * and comes within the time.
   *
   * @param bytesMax a declared length that is small
   */
  static void reject(Vertx vertx, HttpServerRequest request, Rejected why, long bytesMax) {
    if (request.isEnded()) {
      why.send(request.response());
      return;
    }
    boolean keep = isSmall(request, bytesMax) && why.problem().status() != 408;
    if (!keep) {
      request.response().putHeader("Connection", "close");
    }
    long timer = vertx.setTimer(LINGER_MILLIS, id -> request.connection().close());
    AtomicLong dropped = new AtomicLong();
    request.handler(
        chunk -> {
          if (dropped.addAndGet(chunk.length()) > LINGER_BYTES_MAX) {
            request.connection().close();
          }
        });
    request.exceptionHandler(e -> vertx.cancelTimer(timer));
    request.endHandler(
        end -> {
          vertx.cancelTimer(timer);
          if (!keep) {
            request.connection().close();
          }
        });
    why.send(request.response());
  }

  private static boolean isSmall(HttpServerRequest request, long bytesMax) {
    String length = request.getHeader("Content-Length");
    if (length == null) {
      return !request.headers().contains("Transfer-Encoding");
    }
    return length.length() < 10 && Long.parseLong(length) <= bytesMax;
  }
}
