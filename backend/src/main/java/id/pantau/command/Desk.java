package id.pantau.command;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;

/**
 * A part of the command centre. Its routes are behind the door: the session, the origin and the
 * size of the body were checked, and {@link SignedIn#of} names the operator. Called once, on the
 * context of the command centre's only instance.
 */
@FunctionalInterface
public interface Desk {
  void mount(Router router);

  /** Ends what it holds open; called on the same context when the port closes. */
  default Future<Void> close() {
    return Future.succeededFuture();
  }
}
