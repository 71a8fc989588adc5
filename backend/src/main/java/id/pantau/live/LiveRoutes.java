package id.pantau.live;

import id.pantau.platform.Problem;
import id.pantau.platform.Settings;
import id.pantau.platform.Showing;
import id.pantau.platform.WebDoor;
import id.pantau.platform.WebMount;
import id.pantau.platform.contract.Contract;
import id.pantau.platform.contract.Operation;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoop;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.ext.web.RoutingContext;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where viewers come in: WebSocket {@code /live} and SSE {@code /live/events}. Any Origin may, as
 * there are no credentials and nothing can be written. One object for all event loops of the node.
 */
public final class LiveRoutes implements WebMount {
  private static final String VERSION = "13";
  private static final int UNAVAILABLE = 503;
  private static final int UPGRADE_REQUIRED = 426;

  private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);

  private final Showing showing;
  private final Settings.Live limits;
  private final BooleanSupplier delayed;
  private final LiveMeters meters;
  private final Pace pace;
  private final List<EventLoop> loops = new CopyOnWriteArrayList<>();

  /**
   * @param delayed true while the node hears nothing from the count; asked on every event loop
   */
  public LiveRoutes(
      Showing showing, Settings.Live limits, BooleanSupplier delayed, MeterRegistry registry) {
    this.showing = showing;
    this.limits = limits;
    this.delayed = delayed;
    this.meters = new LiveMeters(registry);
    if (limits.ioUring() && !Ring.isThere()) {
      LOG.info("live: this system lets us have no io_uring, states are written one by one");
    }
    this.pace = new Pace(limits.joinsPerSecondMax(), limits.joinSecondsMax(), System.nanoTime());
  }

  /** The loops of viewers, one of each door that was mounted so far; it grows. */
  public List<EventLoop> loops() {
    return Collections.unmodifiableList(loops);
  }

  @Override
  public void mount(WebDoor door) {
    Entrance entrance = new Entrance(door.vertx(), pace);
    ViewersLoop beside = new ViewersLoop(door.vertx());
    loops.add(beside.loop());
    Hub sockets = hub(door, beside.context());
    // Before any socket comes to that loop: it does one after the other.
    beside.context().runOnContext(now -> sockets.start(limits.ioUring()));
    door.webSocket("/live", handshake -> welcome(sockets, entrance, handshake));
    door.onStop(() -> stop(sockets, beside.context()));
    // Not sooner: who waits for a connection's end hears of it on that loop.
    door.onClosed(beside::end);
    Operation live = Contract.packed().operation("live");
    live.route(door.router()).method(live.method()).handler(LiveRoutes::noSocket);
    // A stream of events is an answer of HTTP and stays on its connection's loop.
    Hub streams = hub(door, Objects.requireNonNull(Vertx.currentContext()));
    streams.start(false);
    Operation events = Contract.packed().operation("events");
    events
        .route(door.router())
        .method(events.method())
        .handler(new EventsRoute(streams, entrance, limits, meters, events));
    events.route(door.router()).method(HttpMethod.OPTIONS).handler(EventsRoute::preflight);
    door.onStop(streams::stop);
  }

  private Hub hub(WebDoor door, Context home) {
    return new Hub(door.vertx(), home, showing, limits, meters, delayed);
  }

  private static Future<Void> stop(Hub sockets, Context home) {
    Promise<Void> gone = Promise.promise();
    home.runOnContext(now -> sockets.stop().onComplete(gone));
    return gone.future();
  }

  /** A seat is taken before the wait, so no more wait than may come in. */
  private void welcome(Hub hub, Entrance entrance, ServerWebSocketHandshake handshake) {
    if (!VERSION.equals(handshake.headers().get("Sec-WebSocket-Version"))) {
      handshake.reject(UPGRADE_REQUIRED);
    } else if (hub.isStopping() || !meters.sit(Wire.Kind.SOCKET, limits.socketsMax())) {
      handshake.reject(UNAVAILABLE);
    } else if (!entrance.admit(() -> enter(hub, handshake))) {
      meters.leave(Wire.Kind.SOCKET);
      handshake.reject(UNAVAILABLE);
    }
  }

  /** Vert.x throws where the viewer gave up while it waited. */
  private void enter(Hub hub, ServerWebSocketHandshake handshake) {
    try {
      if (hub.isStopping()) {
        handshake.reject(UNAVAILABLE);
        meters.leave(Wire.Kind.SOCKET);
      } else {
        accept(hub, handshake);
      }
    } catch (IllegalStateException gone) {
      meters.leave(Wire.Kind.SOCKET);
    }
  }

  private void accept(Hub hub, ServerWebSocketHandshake handshake) {
    handshake
        .accept()
        .onSuccess(
            socket -> {
              SocketWire wire = new SocketWire(hub, meters);
              Upgrade.takeOver(socket, wire, hub.loop(), limits.backlogBytesMax())
                  .onFailure(gone -> meters.leave(Wire.Kind.SOCKET));
            })
        .onFailure(refused -> meters.leave(Wire.Kind.SOCKET));
  }

  private static void noSocket(RoutingContext context) {
    context.response().putHeader("Upgrade", "websocket").putHeader("Connection", "Upgrade");
    new Problem(UPGRADE_REQUIRED, "upgrade-required", "this address speaks WebSocket only")
        .send(context.response());
  }
}
