package id.pantau.intake;

import id.pantau.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * Reads one body as it comes, under a limit of bytes and of time. Runs on the request's event loop;
 * what comes after it has failed is dropped unread.
 */
final class BodyReading {
  private final int bytesMax;
  private final long declared;
  private final Admission.Ticket ticket;
  private final Buffer body = Buffer.buffer();
  private final Promise<byte[]> whole = Promise.promise();

  private BodyReading(int bytesMax, long declared, Admission.Ticket ticket) {
    this.bytesMax = bytesMax;
    this.declared = declared;
    this.ticket = ticket;
  }

  /**
   * Starts reading; the request's body must not have been touched.
   *
   * @return the bytes; fails with {@link Rejected}, or with {@link Gone} where the sender left
   * @throws Rejected where the node holds too many bytes for what the head declares
   */
  static Future<byte[]> start(
      Vertx vertx,
      HttpServerRequest request,
      RequestHead head,
      Settings.Intake limits,
      Admission.Ticket ticket) {
    int timeoutSeconds = limits.bodyTimeoutSeconds();
    BodyReading reading = new BodyReading(limits.bodyBytesMax(), head.length(), ticket);
    ticket.hold(Math.max(0, head.length()));
    long timer =
        vertx.setTimer(
            timeoutSeconds * 1000L, id -> reading.fail(Rejected.tooSlow(timeoutSeconds)));
    request.handler(reading::take);
    request.endHandler(end -> reading.whole.tryComplete(reading.body.getBytes()));
    request.exceptionHandler(e -> reading.fail(new Gone()));
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      request.response().writeContinue();
    }
    return reading.whole.future().onComplete(done -> vertx.cancelTimer(timer));
  }

  private void take(Buffer chunk) {
    if (whole.future().isComplete()) {
      return;
    }
    int length = body.length() + chunk.length();
    if (length > bytesMax) {
      fail(Rejected.tooLarge("a body has at most " + bytesMax + " bytes"));
      return;
    }
    try {
      ticket.hold(Math.max(length, declared));
    } catch (Rejected busy) {
      fail(busy);
      return;
    }
    body.appendBuffer(chunk);
  }

  private void fail(RuntimeException why) {
    whole.tryFail(why);
  }

  /** The sender closed the connection before the body was in. */
  static final class Gone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Gone() {
      super("the sender left", null, false, false);
    }
  }
}
