package id.pantau.api;

import id.pantau.platform.Problem;
import id.pantau.platform.contract.Contract;
import id.pantau.platform.contract.Operation;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * An address that anyone may read from any page: GET and HEAD answered where they ask as the
 * contract says, OPTIONS allowed, the rest refused. There are no cookies and no keys on it, so
 * every origin is welcome.
 */
final class Endpoint {
  private static final int NO_CONTENT = 204;
  private static final String METHODS = "GET, HEAD, OPTIONS";
  private static final String PREFLIGHT_SECONDS = "86400";

  private Endpoint() {}

  /**
   * Answers an operation of the contract, at the address that it names.
   *
   * @return what the contract says of it
   */
  static Operation mount(Router router, String id, Handler<RoutingContext> handler) {
    Operation operation = Contract.packed().operation(id);
    operation.route(router).handler(context -> answer(context, operation, handler));
    return operation;
  }

  private static void answer(
      RoutingContext context, Operation operation, Handler<RoutingContext> handler) {
    HttpServerResponse response = context.response();
    response.putHeader("Access-Control-Allow-Origin", "*");
    response.putHeader("X-Content-Type-Options", "nosniff");
    HttpMethod method = context.request().method();
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      response.putHeader(
          "Access-Control-Expose-Headers", "ETag, RateLimit, RateLimit-Policy, Retry-After");
      if (operation.accepts(context)) {
        handler.handle(context);
      }
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
