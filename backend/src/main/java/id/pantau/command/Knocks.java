package id.pantau.command;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down who knocked and was not let in: without a session, with a forged or expired one, from
 * a page of another origin. At most so many entries a minute and then how many more there were, so
 * that nobody can fill the disk. Used on one event loop.
 */
final class Knocks {
  private static final Logger LOG = LoggerFactory.getLogger(Knocks.class);
  private static final int ENTRIES_PER_MINUTE_MAX = 30;
  private static final int MINUTE_SECONDS = 60;
  private static final int TEXT_CHARS_MAX = 200;

  private final Trail trail;
  private final boolean behindFront;
  private final InstantSource clock;
  private long minute;
  private int entries;
  private long unwritten;

  /**
   * @param behindFront true where requests come through a front that appends to X-Forwarded-For
   */
  Knocks(Trail trail, boolean behindFront, InstantSource clock) {
    this.trail = trail;
    this.behindFront = behindFront;
    this.clock = clock;
  }

  /** Notes a refusal: {@code no-session} or {@code foreign-origin}. */
  void refused(String what, String path, MultiMap headers, SocketAddress from) {
    if (!admits()) {
      return;
    }
    JsonObject details =
        new JsonObject()
            .put("address", address(headers, from))
            .put("origin", printable(headers.get("Origin")))
            .put("cookie", headers.contains("Cookie"));
    trail
        .write("?", what, printable(path), details)
        .onFailure(e -> LOG.error("a refusal is not in the trail", e));
  }

  /**
   * Where a request comes from. Behind a front that is the last address it noted: those before it
   * are what the sender claims.
   */
  String address(MultiMap headers, SocketAddress from) {
    String forwarded = behindFront ? headers.get("X-Forwarded-For") : null;
    if (forwarded != null) {
      return printable(forwarded.substring(forwarded.lastIndexOf(',') + 1).strip());
    }
    return String.valueOf(from == null ? "" : from.hostAddress());
  }

  private boolean admits() {
    long now = clock.instant().getEpochSecond() / MINUTE_SECONDS;
    if (now != minute) {
      if (unwritten > 0) {
        trail
            .write("?", "refused-more", "", new JsonObject().put("requests", unwritten))
            .onFailure(e -> LOG.error("refusals are not in the trail", e));
      }
      minute = now;
      entries = 0;
      unwritten = 0;
    }
    if (entries < ENTRIES_PER_MINUTE_MAX) {
      entries++;
      return true;
    }
    unwritten++;
    return false;
  }

  private static String printable(@Nullable String text) {
    String some = text == null ? "" : text;
    return some.substring(0, Math.min(some.length(), TEXT_CHARS_MAX)).replaceAll("\\p{Cntrl}", "?");
  }
}
