package id.pantau.platform;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public port: one instance for each event loop, all on one address, so a connection stays on
 * the loop that accepted it. It only opens the door; the rooms mount their routes.
 */
public final class WebServer extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private final HttpServerOptions options;
  private final List<WebMount> mounts;
  private final AtomicInteger boundPort;
  private @Nullable WebDoor door;
  private @Nullable HttpServer server;

  /**
   * @param port 0 = any; below 0 = any, but the same for all instances
   * @param messageBytesMax of one WebSocket message from a viewer
   * @param mounts called in this order on each instance
   * @param boundPort gets the port that was bound
   */
  public WebServer(
      String host, int port, int messageBytesMax, List<WebMount> mounts, AtomicInteger boundPort) {
    this.options = WebLimits.options(host, port, messageBytesMax);
    this.mounts = List.copyOf(mounts);
    this.boundPort = boundPort;
  }

  @Override
  public Future<?> start() {
    Router router = Router.router(vertx);
    WebProblems.install(router);
    router.route() /*X*/.handler(new WebPaths());
    WebDoor opened = new WebDoor(vertx, router);
    mounts.forEach(mount -> mount.mount(opened));
    door = opened;
    server =
        vertx
            .createHttpServer(options)
            .requestHandler(router)
            .invalidRequestHandler(WebProblems::invalid)
            .connectionHandler(connection -> WebAccepted.prepare(connection, options))
            .webSocketHandshakeHandler(opened::handshake)
            .exceptionHandler(failure -> LOG.debug("a connection failed", failure));
    return server.listen().onSuccess(listening -> boundPort.set(listening.actualPort()));
  }

  /** Lets the rooms say goodbye first: after it the connections are cut. */
  @Override
  public Future<?> stop() {
    Future<Void> goodbye = door == null ? Future.succeededFuture() : door.stop();
    return goodbye
        .otherwiseEmpty()
        .compose(said -> server == null ? Future.succeededFuture() : server.close())
        .onComplete(
            closed -> {
              if (door != null) {
                door.closed();
              }
            });
  }
}
