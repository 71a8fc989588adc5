package id.pantau.command;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * What every answer of the command centre forbids the browser: scripts from elsewhere, being
 * framed, guessing types, telling other sites where it was, keeping answers of the API.
 */
final class CommandHeaders implements Handler<RoutingContext> {
  /** Styles may be inline as on the public page: Vaadin's components need it, scripts do not. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self';"
          + " connect-src 'self'; img-src 'self' data:; manifest-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private static final String ONE_YEAR = "max-age=31536000";
  private final boolean secure;

  /**
   * @param secure true where operators come over https
   */
  CommandHeaders(boolean secure) {
    this.secure = secure;
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerResponse response = context.response();
    response.putHeader("Content-Security-Policy", POLICY);
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("X-Frame-Options", "DENY");
    response.putHeader("Referrer-Policy", "no-referrer");
    response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.putHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (secure) {
      response.putHeader("Strict-Transport-Security", ONE_YEAR);
    }
    String path = context.request().path();
    if (path != null && path.startsWith("/api")) {
      response.putHeader("Cache-Control", "no-store");
    }
    context.next();
  }
}
