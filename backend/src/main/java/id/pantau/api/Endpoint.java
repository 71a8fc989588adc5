package id.pantau.api;

import id.pantau.platform.Problem;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * An address that anyone may read from any page: GET and HEAD answered, OPTIONS allowed, the rest
 * refused. There are no cookies and no keys on it, so every origin is welcome.
 */
final class Endpoint {
  private static final int NO_CONTENT = 204;
  private static final String METHODS = "GET, HEAD, OPTIONS";
  private static final String PREFLIGHT_SECONDS = "86400";

  private Endpoint() {}

  static void mount(Router router, String path, Handler<RoutingContext> handler) {
    router.route(path).handler(context -> answer(context, handler));
  }

  private static void answer(RoutingContext context, Handler<RoutingContext> handler) {
    HttpServerResponse response = context.response();
    response.putHeader("Access-Control-Allow-Origin", "*");
    response.putHeader("X-Content-Type-Options", "nosniff");
    HttpMethod method = context.request().method();
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      response.putHeader(
          "Access-Control-Expose-Headers", "ETag, RateLimit, RateLimit-Policy, Retry-After");
      handler.handle(context);
    } else if (method.equals(HttpMethod.OPTIONS)) {
      response
          .setStatusCode(NO_CONTENT)
          .putHeader("Allow", METHODS)
          .putHeader("Access-Control-Allow-Methods", METHODS)
          .putHeader("Access-Control-Allow-Headers", "If-None-Match")
          .putHeader("Access-Control-Max-Age", PREFLIGHT_SECONDS)
          .end();
    } else {
      response.putHeader("Allow", METHODS);
      new Problem(405, "method-not-allowed", "this address is read only").send(response);
    }
  }
}
