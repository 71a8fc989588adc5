package id.pantau.platform;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a port answers where no route did: a problem for each, and never a stack trace. */
final class WebProblems {
  private static final Logger LOG = LoggerFactory.getLogger(WebProblems.class);
  private static final Problem BROKEN =
      new Problem(500, "internal", "something went wrong here; it has been logged");

  private WebProblems() {}

  /** Sets the answers of a router. */
  static void install(Router router) {
    router.errorHandler(
        400, c -> send(c, new Problem(400, "malformed", "the request cannot be read")));
    router.errorHandler(404, c -> send(c, new Problem(404, "not-found", "there is nothing here")));
    router.errorHandler(
        405, c -> send(c, new Problem(405, "method-not-allowed", "not with this method")));
    router.errorHandler(
        413, c -> send(c, new Problem(413, "too-large", "the body is larger than the limit")));
    router.errorHandler(500, WebProblems::broken);
  }

  private static void broken(RoutingContext context) {
    LOG.error(
        "{} {} failed", context.request().method(), context.request().path(), context.failure());
    send(context, BROKEN);
  }

  private static void send(RoutingContext context, Problem problem) {
    problem.send(context.response());
  }

  /** Answers a request that is not HTTP as {@link WebHeadDecoder} wants it, and closes. */
  static void invalid(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    Problem problem =
        cause instanceof TooLongHttpLineException
            ? new Problem(414, "uri-too-long", "the request line is longer than the limit")
            : cause instanceof TooLongHttpHeaderException
                ? new Problem(431, "head-too-large", "the header fields are over the limit")
                : new Problem(400, "malformed", "the request is not valid HTTP/1.1");
    request.response().putHeader("Connection", "close");
    problem.send(request.response());
    request.connection().close();
  }
}
