package id.pantau.command.trail;

import id.pantau.command.Desk;
import id.pantau.command.Role;
import id.pantau.command.SignedIn;
import id.pantau.platform.Problem;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/trail}: who did what, for everybody who may watch. */
public final class TrailDesk implements Desk {
  private static final int LIMIT = 100;
  private static final int LIMIT_MAX = 500;
  private static final Problem MALFORMED =
      new Problem(400, "malformed", "limit is 1 to " + LIMIT_MAX + ", before the seq of an entry");
  private final AuditTrail trail;

  public TrailDesk(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/trail").handler(SignedIn.with(Role.WATCH)).handler(this::list);
  }

  private void list(RoutingContext context) {
    int limit = number(context.request().getParam("limit"), LIMIT);
    int before = number(context.request().getParam("before"), Integer.MAX_VALUE);
    if (limit < 1 || limit > LIMIT_MAX || before < 1) {
      MALFORMED.send(context.response());
      return;
    }
    context
        .vertx()
        .executeBlocking(() -> trail.page(limit, before), false)
        .onSuccess(page -> send(context, page))
        .onFailure(context::fail);
  }

  /** The lines are JSON already, byte for byte what their hashes stand for. */
  private static void send(RoutingContext context, AuditTrail.Page page) {
    String next = page.next() == 0 ? "null" : Integer.toString(page.next());
    context
        .response()
        .putHeader("Content-Type", "application/json")
        .end("{\"entries\":[" + entries(page) + "],\"next\":" + next + "}");
  }

  private static String entries(AuditTrail.Page page) {
    return String.join(
        ",", page.lines().stream().map(line -> isObject(line) ? line : broken(line)).toList());
  }

  private static boolean isObject(String line) {
    return TrailLine.read(line) != null;
  }

  /** A line that was tampered with is shown as what it is. */
  private static String broken(String line) {
    return new JsonObject().put("what", "trail-broken").put("text", line).encode();
  }

  private static int number(@Nullable String text, int otherwise) {
    if (text == null) {
      return otherwise;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
