package id.pantau.platform;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** What an operator's machines ask: is it alive, should it get traffic, how is it doing. */
final class ManagementRoutes {
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final Health health;
  private final HealthLoops loops;
  private final PrometheusMeterRegistry registry;

  ManagementRoutes(Health health, HealthLoops loops, PrometheusMeterRegistry registry) {
    this.health = health;
    this.loops = loops;
    this.registry = registry;
  }

  void mount(Router router) {
    router.get("/livez").handler(this::live);
    router.get("/readyz").handler(this::ready);
    router.get("/metrics").handler(this::metrics);
  }

  private void live(RoutingContext context) {
    boolean turning = loops.turning();
    JsonObject body = new JsonObject().put("alive", turning);
    send(context, turning, body);
  }

  private void ready(RoutingContext context) {
    Map<String, Health.State> states = health.now();
    boolean ready = states.values().stream().allMatch(Health.State::green);
    JsonObject checks = new JsonObject();
    states.forEach(
        (name, state) ->
            checks.put(
                name, new JsonObject().put("green", state.green()).put("detail", state.detail())));
    send(context, ready, new JsonObject().put("ready", ready).put("checks", checks));
  }

  /** Rendering some hundred series takes milliseconds, which no event loop has to spare. */
  private void metrics(RoutingContext context) {
    context
        .vertx()
        .executeBlocking(() -> registry.scrape(PROMETHEUS), false)
        .onSuccess(
            text ->
                context
                    .response()
                    .putHeader("Content-Type", PROMETHEUS)
                    .putHeader("Cache-Control", "no-store")
                    .end(text))
        .onFailure(context::fail);
  }

  private static void send(RoutingContext context, boolean good, JsonObject body) {
    context
        .response()
        .setStatusCode(good ? OK : UNAVAILABLE)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(body.toBuffer());
  }
}
