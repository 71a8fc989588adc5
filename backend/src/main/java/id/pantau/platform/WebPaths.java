package id.pantau.platform;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets only addresses through that can be read, and only paths that have one spelling (F34). Dot
 * segments, encoded slashes and dots, backslashes, path parameters and empty segments are how one
 * resource gets a second name that a check did not think of; no address of ours needs any of them.
 */
final class WebPaths implements Handler<RoutingContext> {
  private static final Problem NOT_FOUND = new Problem(404, "not-found", "there is nothing here");
  private static final Problem MALFORMED =
      new Problem(400, "malformed", "a percent sign stands before two hex digits");
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");
  private static final List<String> REFUSED =
      List.of("//", "/./", "/../", "\\", ";", "%2e", "%2f", "%5c", "%00", "%25");

  @Override
  public void handle(RoutingContext context) {
    if (!plain(context.request().path())) {
      NOT_FOUND.send(context.response());
    } else if (!decodable(context.request().query())) {
      MALFORMED.send(context.response());
    } else {
      context.next();
    }
  }

  /** True where every percent sign of a query stands before two hex digits. */
  static boolean decodable(@Nullable String query) {
    return query == null || !BROKEN_ESCAPE.matcher(query).find();
  }

  /** True where the path is its own only spelling. */
  static boolean plain(@Nullable String path) {
    if (path == null || !path.startsWith("/") || path.endsWith("/.") || path.endsWith("/..")) {
      return false;
    }
    String lower = path.toLowerCase(Locale.ROOT);
    return REFUSED.stream().noneMatch(lower::contains);
  }
}
