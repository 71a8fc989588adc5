package id.pantau.intake;

import id.pantau.platform.Problem;
import io.vertx.core.http.HttpServerResponse;

/** A whole request that is not taken: nothing of it was applied. */
final class Rejected extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int RETRY_SECONDS = 1;

  private final transient Problem problem;
  private final int retryAfterSeconds;

  private Rejected(int status, String code, String detail, int retryAfterSeconds) {
    super(detail, null, false, false);
    this.problem = new Problem(status, code, detail);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  static Rejected malformed(String detail) {
    return new Rejected(400, "malformed", detail, 0);
  }

  static Rejected unauthorized() {
    return new Rejected(
        401, "unauthorized", "forms need the header Authorization: Bearer and a known key", 0);
  }

  static Rejected tooSlow(int seconds) {
    return new Rejected(408, "too-slow", "the body was not in after " + seconds + " s", 0);
  }

  static Rejected tooLarge(String detail) {
    return new Rejected(413, "too-large", detail, 0);
  }

  static Rejected unsupported(String detail) {
    return new Rejected(415, "unsupported-media-type", detail, 0);
  }

  static Rejected tooMany(int inFlightMax) {
    return new Rejected(
        429,
        "too-many-requests",
        "a key has at most " + inFlightMax + " requests at a time",
        RETRY_SECONDS);
  }

  static Rejected busy(String detail) {
    return busy(detail, RETRY_SECONDS);
  }

  static Rejected busy(String detail, int retryAfterSeconds) {
    return new Rejected(503, "busy", detail, Math.max(1, retryAfterSeconds));
  }

  static Rejected internal() {
    return new Rejected(500, "internal", "the node failed; the request may be sent again", 0);
  }

  Problem problem() {
    return problem;
  }

  void send(HttpServerResponse response) {
    if (retryAfterSeconds > 0) {
      response.putHeader("Retry-After", Integer.toString(retryAfterSeconds));
    }
    if (problem.status() == 401) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    problem.send(response);
  }
}
