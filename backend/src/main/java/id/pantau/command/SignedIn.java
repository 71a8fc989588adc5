package id.pantau.command;

import id.pantau.platform.Problem;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/** Who sends a request: set once the session was checked, read by every desk. */
public final class SignedIn {
  private static final String KEY = "pantau.operator";
  private static final int FORBIDDEN = 403;

  private SignedIn() {}

  /** The operator of a request that the door let through. */
  public static Operator of(RoutingContext context) {
    return Objects.requireNonNull(context.<Operator>get(KEY), "the door was passed by");
  }

  static void set(RoutingContext context, Operator operator) {
    context.put(KEY, operator);
  }

  /** Lets only operators with a role go on; 403 {@code role} for the others. */
  public static Handler<RoutingContext> with(Role role) {
    return context -> {
      if (of(context).may(role)) {
        context.next();
      } else {
        new Problem(FORBIDDEN, "role", "this needs the role " + role.wire())
            .send(context.response());
      }
    };
  }
}
