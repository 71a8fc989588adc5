package id.pantau.command.path;

import id.pantau.command.Desk;
import id.pantau.command.Role;
import id.pantau.command.Screens;
import id.pantau.command.SignedIn;
import id.pantau.command.WallCost;
import id.pantau.model.Election;
import id.pantau.platform.Health;
import id.pantau.platform.Nodes;
import id.pantau.platform.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /api/path}, {@code GET /api/path/series}, and the same figures on every open screen.
 * The registry is read once in a period on a worker, whoever asks; JSON is made only for somebody.
 */
public final class PathDesk implements Desk {
  private static final Logger LOG = LoggerFactory.getLogger(PathDesk.class);

  private final Vertx vertx;
  private final int figuresMillis;
  private final PathFigures figures;
  private final PathJson json;
  private final Screens screens;
  private final WallCost cost;
  private boolean taking;

  public PathDesk(
      Vertx vertx,
      Settings settings,
      Election election,
      MeterRegistry registry,
      Health health,
      Nodes nodes,
      Screens screens,
      WallCost cost,
      InstantSource clock) {
    this.vertx = vertx;
    this.figuresMillis = settings.command().figuresMillis();
    this.figures = new PathFigures(registry, clock, System::nanoTime, figuresMillis);
    this.json = new PathJson(election, health, nodes, settings.node().called());
    this.screens = screens;
    this.cost = cost;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/path").handler(SignedIn.with(Role.WATCH)).handler(this::path);
    router.get("/api/path/series").handler(SignedIn.with(Role.WATCH)).handler(this::series);
    vertx.setPeriodic(0, figuresMillis, t -> take());
  }

  /** A worker that is late must not find a queue of readings behind it. */
  private void take() {
    if (taking) {
      return;
    }
    taking = true;
    vertx
        .executeBlocking(() -> cost.figures(this::takeAndTell), false)
        .onFailure(e -> LOG.error("the figures of the path cannot be read", e))
        .onComplete(done -> taking = false);
  }

  private boolean takeAndTell() {
    PathFigures.Moment moment = figures.take();
    boolean watched = screens.watching() > 0;
    if (watched) {
      screens.tell("path", json.write(moment));
    }
    return watched;
  }

  private void path(RoutingContext context) {
    answer(context, () -> json.write(figures.newest()));
  }

  private void series(RoutingContext context) {
    answer(context, () -> figures.series().toBuffer());
  }

  private void answer(RoutingContext context, Callable<Buffer> body) {
    vertx
        .executeBlocking(() -> cost.figures(body), false)
        .onSuccess(bytes -> send(context.response(), bytes))
        .onFailure(context::fail);
  }

  private static void send(HttpServerResponse response, Buffer body) {
    response
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(body);
  }
}
