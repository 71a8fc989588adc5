package id.pantau.platform;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Makes a client read its answers before it gets new ones. Vert.x queues responses without limit
 * for a client that sends requests one behind the other and reads nothing; here the next request
 * waits until what was written before has drained, and the idle timeout ends the wait.
 */
final class WebPatience implements Handler<RoutingContext> {
  @Override
  public void handle(RoutingContext context) {
    if (!context.response().writeQueueFull()) {
      context.next();
      return;
    }
    HttpServerRequest request = context.request().pause();
    context
        .response()
        .drainHandler(
            drained -> {
              context.response().drainHandler(null);
              request.resume();
              context.next();
            });
  }
}
