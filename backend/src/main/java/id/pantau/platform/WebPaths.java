package id.pantau.platform;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;

/**
 * Lets only paths through that have one spelling (F34). Dot segments, encoded slashes and dots,
 * backslashes, path parameters and empty segments are how one resource gets a second name that a
 * check did not think of; no address of ours needs any of them.
 */
final class WebPaths implements Handler<RoutingContext> {
  private static final Problem NOT_FOUND = new Problem(404, "not-found", "there is nothing here");
  private static final List<String> REFUSED =
      List.of("//", "/./", "/../", "\\", ";", "%2e", "%2f", "%5c", "%00", "%25");

  @Override
  public void handle(RoutingContext context) {
    if (plain(context.request().path())) {
      context.next();
    } else {
      NOT_FOUND.send(context.response());
    }
  }

  /** True where the path is its own only spelling. */
  static boolean plain(@org.jspecify.annotations.Nullable String path) {
    if (path == null || !path.startsWith("/") || path.endsWith("/.") || path.endsWith("/..")) {
      return false;
    }
    String lower = path.toLowerCase(Locale.ROOT);
    return REFUSED.stream().noneMatch(lower::contains);
  }
}
