package id.pantau.platform;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a room hangs its routes on: one event loop's share of the public port. */
public final class WebDoor {
  private static final int NOT_FOUND = 404;
  private final Vertx vertx;
  private final Router router;
  private final Map<String, Handler<ServerWebSocketHandshake>> sockets = new HashMap<>();
  private final List<Supplier<Future<Void>>> onStop = new ArrayList<>();
  private final List<Runnable> onClosed = new ArrayList<>();

  WebDoor(Vertx vertx, Router router) {
    this.vertx = vertx;
    this.router = router;
  }

  public Vertx vertx() {
    return vertx;
  }

  public Router router() {
    return router;
  }

  /** Takes the WebSocket handshakes of one exact path. */
  public void webSocket(String path, Handler<ServerWebSocketHandshake> handler) {
    sockets.put(path, handler);
  }

  /** Runs before the server closes its connections; the future says when it is done. */
  public void onStop(Supplier<Future<Void>> step) {
    onStop.add(step);
  }

  /** Runs when the server has no connections any more. */
  public void onClosed(Runnable step) {
    onClosed.add(step);
  }

  void handshake(ServerWebSocketHandshake handshake) {
    Handler<ServerWebSocketHandshake> handler = sockets.get(handshake.path());
    if (handler == null) {
      handshake.reject(NOT_FOUND);
    } else {
      handler.handle(handshake);
    }
  }

  Future<Void> stop() {
    return Future.join(onStop.stream().map(Supplier::get).toList()).mapEmpty();
  }

  void closed() {
    onClosed.forEach(Runnable::run);
  }
}
