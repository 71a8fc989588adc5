package id.pantau.platform;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The management port: health and metrics, which the public port never shows (F50). */
public final class ManagementServer extends VerticleBase {
  private static final int MESSAGE_BYTES_MAX = 125;
  private final HttpServerOptions options;
  private final Health health;
  private final List<? extends EventExecutor> others;
  private final PrometheusMeterRegistry registry;
  private final AtomicInteger boundPort;
  private @Nullable HealthLoops loops;

  /**
   * @param port 0 = any
   * @param others event loops besides Vert.x' own, all there when this is deployed
   * @param boundPort gets the port that was bound
   */
  public ManagementServer(
      String host,
      int port,
      Health health,
      List<? extends EventExecutor> others,
      PrometheusMeterRegistry registry,
      AtomicInteger boundPort) {
    this.options = WebLimits.options(host, port, MESSAGE_BYTES_MAX);
    this.health = health;
    this.others = others;
    this.registry = registry;
    this.boundPort = boundPort;
  }

  @Override
  public Future<?> start() {
    HealthLoops started = new HealthLoops(vertx, others, registry, health);
    loops = started;
    health.meters(registry);
    Router router = Router.router(vertx);
    WebProblems.install(router);
    new ManagementRoutes(health, started, registry).mount(router);
    return vertx
        .createHttpServer(options)
        .requestHandler(router)
        .invalidRequestHandler(WebProblems::invalid)
        .connectionHandler(connection -> WebAccepted.prepare(connection, options))
        .listen()
        .onSuccess(server -> boundPort.set(server.actualPort()));
  }

  @Override
  public Future<?> stop() {
    if (loops != null) {
      loops.stop();
    }
    return Future.succeededFuture();
  }
}
