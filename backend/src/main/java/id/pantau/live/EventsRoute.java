package id.pantau.live;

import id.pantau.platform.Problem;
import id.pantau.platform.Settings;
import id.pantau.platform.contract.Operation;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * {@code /live/events?topics=ppwp/0,ppwp/31}: the topics are fixed by the address. Who comes back
 * with the {@code Last-Event-ID} of a topic's newest state is not sent that state again.
 */
final class EventsRoute implements Handler<RoutingContext> {
  private static final int RETRY_MILLIS_MIN = 1_000;
  private static final int RETRY_MILLIS_MAX = 5_000;
  private static final String RETRY_SECONDS = "5";
  private static final int NO_CONTENT = 204;
  private static final String METHODS = "GET, OPTIONS";
  private final Operation operation;
  private final Hub hub;
  private final Entrance entrance;
  private final Settings.Live limits;
  private final LiveMeters meters;

  EventsRoute(
      Hub hub, Entrance entrance, Settings.Live limits, LiveMeters meters, Operation operation) {
    this.operation = operation;
    this.hub = hub;
    this.entrance = entrance;
    this.limits = limits;
    this.meters = meters;
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerResponse response = context.response();
    response.putHeader("Access-Control-Allow-Origin", "*");
    if (!operation.accepts(context)) {
      return;
    }
    List<String> list = List.of(operation.text(context, "topics").split(",", -1));
    if (list.size() > limits.topicsPerSocketMax()) {
      String detail = "topics is a list of 1 to " + limits.topicsPerSocketMax() + " topics";
      new Problem(400, "malformed", detail).send(response);
    } else if (hub.isStopping() || !meters.sit(Wire.Kind.EVENTS, limits.socketsMax())) {
      refuse(response);
    } else {
      String known = context.request().getHeader("Last-Event-ID");
      if (!entrance.admit(() -> enter(response, list, known))) {
        meters.leave(Wire.Kind.EVENTS);
        refuse(response);
      }
    }
  }

  private static void refuse(HttpServerResponse response) {
    response.putHeader("Retry-After", RETRY_SECONDS);
    new Problem(503, "full", "this node has as many viewers as it takes").send(response);
  }

  private void enter(HttpServerResponse response, List<String> topics, @Nullable String known) {
    if (response.closed()) {
      meters.leave(Wire.Kind.EVENTS);
    } else if (hub.isStopping()) {
      meters.leave(Wire.Kind.EVENTS);
      refuse(response);
    } else {
      stream(response, topics, known);
    }
  }

  /** Each viewer gets its own time to come back, so that a restart is not met by all at once. */
  private void stream(HttpServerResponse response, List<String> topics, @Nullable String known) {
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Accel-Buffering", "no")
        .setWriteQueueMaxSize(limits.backlogBytesMax());
    int retryMillis = ThreadLocalRandom.current().nextInt(RETRY_MILLIS_MIN, RETRY_MILLIS_MAX);
    response.write("retry: " + retryMillis + "\n\n");
    Session session = hub.join(new EventsWire(response));
    response.drainHandler(drained -> session.writability(true, System.nanoTime()));
    response.exceptionHandler(failure -> session.leave());
    AtomicBoolean left = new AtomicBoolean();
    response.closeHandler(closed -> leave(session, left));
    response.endHandler(ended -> leave(session, left));
    hub.watch(session, topics, known);
  }

  /**
   * Answers what a browser asks before a script of another site sends the header by itself; its own
   * {@code EventSource} need not ask.
   */
  static void preflight(RoutingContext context) {
    context
        .response()
        .setStatusCode(NO_CONTENT)
        .putHeader("Allow", METHODS)
        .putHeader("Access-Control-Allow-Origin", "*")
        .putHeader("Access-Control-Allow-Methods", METHODS)
        .putHeader("Access-Control-Allow-Headers", "Last-Event-ID, Cache-Control")
        .putHeader("Access-Control-Max-Age", "86400")
        .end();
  }

  /** The stream's end and its connection's end both come here, and either may come alone. */
  private void leave(Session session, AtomicBoolean left) {
    if (left.compareAndSet(false, true)) {
      // Whoever waits for the hub to be empty may look at the meters then.
      meters.leave(Wire.Kind.EVENTS);
      hub.closed(session);
    }
  }
}
