package id.pantau.intake;

import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line for each request that came without a known key, at most so many a second: who knocks must
 * not fill the disk. The key itself is never written.
 */
final class Audit {
  private static final Logger LOG = LoggerFactory.getLogger("id.pantau.audit");
  private static final int LINES_PER_SECOND_MAX = 10;

  private final InstantSource clock;
  private long second;
  private int lines;
  private long unwritten;

  Audit(InstantSource clock) {
    this.clock = clock;
  }

  /** Notes a request that was answered 401. */
  void unauthorized(HttpServerRequest request) {
    if (admits()) {
      String kind = request.getHeader("Authorization") == null ? "without a key" : "unknown key";
      LOG.warn("401 {} from {}", kind, request.remoteAddress());
    }
  }

  private synchronized boolean admits() {
    long now = clock.instant().getEpochSecond();
    if (now != second) {
      if (unwritten > 0) {
        LOG.warn("401 for {} more requests", unwritten);
      }
      second = now;
      lines = 0;
      unwritten = 0;
    }
    if (lines >= LINES_PER_SECOND_MAX) {
      unwritten++;
      return false;
    }
    lines++;
    return true;
  }
}
