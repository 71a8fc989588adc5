package id.pantau.api;

import id.pantau.platform.Accepted;
import id.pantau.platform.Gzipped;
import id.pantau.platform.PageAnswers;
import id.pantau.platform.Problem;
import id.pantau.platform.Showing;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Sends bodies that are known by their digest: ETag, 304, gzip, and the errors of asking. */
final class Answers {
  private static final int NOT_MODIFIED = 304;
  private static final String RETRY_SECONDS = "2";
  private final Gzipped gzipped;

  Answers(Gzipped gzipped) {
    this.gzipped = gzipped;
  }

  /**
   * Sends a body, or 304 where the client has it.
   *
   * @param digest names exactly this content; the ETag is the digest in quotes, whatever the coding
   * @param cacheControl value of {@code Cache-Control}
   */
  void send(RoutingContext context, Buffer body, String digest, String cacheControl) {
    send(context, body, digest, cacheControl, "application/json");
  }

  /** The same for a body that is not JSON. */
  void send(RoutingContext context, Buffer body, String digest, String cacheControl, String type) {
    HttpServerResponse response = context.response();
    String etag = '"' + digest + '"';
    response.putHeader("ETag", etag);
    response.putHeader("Cache-Control", cacheControl);
    response.putHeader("Vary", "Accept-Encoding");
    if (Accepted.knows(context.request().getHeader("If-None-Match"), etag)) {
      response.setStatusCode(NOT_MODIFIED).end();
      return;
    }
    response.putHeader("Content-Type", type);
    String codings = context.request().getHeader("Accept-Encoding");
    if (body.length() < Gzipped.BODY_BYTES_MIN || !Accepted.coding(codings, "gzip")) {
      end(context, body);
      return;
    }
    gzipped
        .of(context.vertx(), digest, body)
        .onSuccess(
            small -> {
              response.putHeader("Content-Encoding", "gzip");
              end(context, small);
            })
        .onFailure(context::fail);
  }

  /** Ends a response with its body, or for HEAD with only the length of it. */
  static void end(RoutingContext context, Buffer body) {
    PageAnswers.end(context, body);
  }

  /**
   * Answers a question that the board could not: 503 while it loads or is busy, 404 for what is not
   * there.
   */
  static void fail(RoutingContext context, Throwable failure, Problem unknown) {
    if (failure instanceof Showing.NotReady) {
      loading(context, "the board is still loading");
    } else if (failure instanceof Showing.Busy) {
      context.response().putHeader("Retry-After", RETRY_SECONDS);
      problem(context, new Problem(503, "busy", String.valueOf(failure.getMessage())));
    } else if (failure instanceof Showing.Unknown) {
      problem(
          context,
          new Problem(unknown.status(), unknown.code(), String.valueOf(failure.getMessage())));
    } else {
      context.fail(failure);
    }
  }

  /** 503: come again in a moment. */
  static void loading(RoutingContext context, String detail) {
    context.response().putHeader("Retry-After", RETRY_SECONDS);
    problem(context, new Problem(503, "loading", detail));
  }

  static void problem(RoutingContext context, Problem problem) {
    problem.send(context.response());
  }
}
