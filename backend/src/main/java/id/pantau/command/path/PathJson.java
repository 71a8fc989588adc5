package id.pantau.command.path;

import id.pantau.command.path.PathFigures.Moment;
import id.pantau.model.Answer;
import id.pantau.model.Area;
import id.pantau.model.Election;
import id.pantau.platform.Health;
import id.pantau.platform.Nodes;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The figures of the path as {@code docs/command-centre.md} §2 writes them. */
final class PathJson {
  static final double P99 = 0.99;
  private static final double P50 = 0.5;
  private static final double ROUNDING = 1e6;

  private final Election election;
  private final Health health;
  private final Nodes nodes;
  private final String node;

  /**
   * @param node what this node is called on the wall
   */
  PathJson(Election election, Health health, Nodes nodes, String node) {
    this.nodes = nodes;
    this.election = election;
    this.health = health;
    this.node = node;
  }

  /** The whole message, its {@code kind} included. */
  Buffer write(Moment m) {
    return new JsonObject()
        .put("kind", "path")
        .put("at", Instant.ofEpochMilli(m.now().atMillis()).toString())
        .put("node", node)
        .put("uptimeSeconds", Math.round(m.value("process.uptime")))
        .put("health", health())
        .put("forms", forms(m))
        .put("seconds", seconds(m))
        .put("batch", batch(m))
        .put("redis", redis(m))
        .put("journal", journal(m))
        .put("queue", new JsonObject().put("forms", number(m, "pantau.count.queue.forms")))
        .put("viewers", viewers(m))
        .put("live", live(m))
        .put("errors", new JsonObject().put("total", number(m, Reading.ERRORS)))
        .put("nodes", nodes())
        .toBuffer();
  }

  private JsonArray nodes() {
    JsonArray rows = new JsonArray();
    for (Nodes.Row row : nodes.all()) {
      JsonArray checks = new JsonArray();
      row.health().forEach(c -> checks.add(check(c.name(), c.green(), c.detail())));
      rows.add(
          new JsonObject()
              .put("id", row.id())
              .put("node", row.node())
              .put("roles", new JsonArray(row.roles()))
              .put("at", row.at().toString())
              .put("uptimeSeconds", row.uptimeSeconds())
              .put("stale", row.stale())
              .put("self", row.self())
              .put("health", checks));
    }
    return rows;
  }

  private static JsonObject check(String name, boolean green, String detail) {
    return new JsonObject().put("name", name).put("green", green).put("detail", detail);
  }

  private JsonArray health() {
    JsonArray checks = new JsonArray();
    health.now().forEach((name, state) -> checks.add(check(name, state.green(), state.detail())));
    return checks;
  }

  private JsonObject forms(Moment m) {
    JsonObject total = new JsonObject();
    JsonObject perSecond = new JsonObject();
    for (Answer.Status status : Answer.Status.values()) {
      total.put(status.wire(), m.now().total(status));
      perSecond.put(status.wire(), rounded(m.perSecond(status)));
    }
    JsonArray provinces = new JsonArray();
    for (int province : election.areas().provinces()) {
      Area area = election.areas().area(province);
      JsonObject row = new JsonObject().put("code", area.code()).put("name", area.name());
      provinces.add(row(m, row, (reading, status) -> reading.province(area.code(), status)));
    }
    JsonArray submitters = new JsonArray();
    for (String id : m.now().submitters()) {
      JsonObject row = new JsonObject().put("id", id);
      submitters.add(row(m, row, (reading, status) -> reading.submitter(id, status)));
    }
    return new JsonObject()
        .put("total", total)
        .put("perSecond", perSecond)
        .put("provinces", provinces)
        .put("submitters", submitters);
  }

  /** A figure of one province or submitter in a reading. */
  @FunctionalInterface
  private interface Figure {
    long in(Reading reading, Answer.Status status);
  }

  /** Its rate is that of all its forms, whatever became of them. */
  private static JsonObject row(Moment m, JsonObject row, Figure figure) {
    long now = 0;
    long before = 0;
    for (Answer.Status status : Answer.Status.values()) {
      now += figure.in(m.now(), status);
      before += figure.in(m.before(), status);
    }
    return row.put("counted", figure.in(m.now(), Answer.Status.COUNTED))
        .put("held", figure.in(m.now(), Answer.Status.HELD))
        .put("refused", figure.in(m.now(), Answer.Status.REFUSED))
        .put("perSecond", rounded(m.perSecond(now, before)));
  }

  private static JsonObject seconds(Moment m) {
    return new JsonObject()
        .put("intake", percentiles(m, Reading.INTAKE))
        .put("counted", percentiles(m, Reading.COUNTED))
        .put("seen", percentiles(m, Reading.SEEN))
        .put("redis", percentiles(m, Reading.REDIS));
  }

  private static JsonObject percentiles(Moment m, String timer) {
    return new JsonObject()
        .put("p50", rounded(m.quantile(timer, P50)))
        .put("p99", rounded(m.quantile(timer, P99)));
  }

  private static JsonObject batch(Moment m) {
    double mean = m.rise(Reading.BATCHES + ".sum") / m.rise(Reading.BATCHES + ".count");
    return new JsonObject()
        .put("mean", rounded(mean))
        .put("max", number(m, Reading.BATCHES + ".max"));
  }

  private static JsonObject redis(Moment m) {
    double bytes = m.now().value("pantau.redis.memory.bytes");
    return new JsonObject()
        .put("memoryBytes", Double.isNaN(bytes) ? null : Math.round(bytes))
        .put("up", m.value("pantau.redis.up") > 0);
  }

  private static JsonObject journal(Moment m) {
    return new JsonObject()
        .put("pendingBytes", number(m, "pantau.journal.pending.bytes"))
        .put("lagSeconds", rounded(m.value("pantau.journal.lag.seconds")));
  }

  private static JsonObject viewers(Moment m) {
    return new JsonObject().put("websocket", viewers(m, "websocket")).put("sse", viewers(m, "sse"));
  }

  static long viewers(Moment m, String kind) {
    return number(m, Reading.VIEWERS + "." + kind);
  }

  private static JsonObject live(Moment m) {
    String deliveries = "pantau.live.deliveries";
    double before = m.before().value(deliveries);
    long rose = number(m, deliveries);
    double perSecond = m.perSecond(rose, Double.isNaN(before) ? 0 : Math.round(before));
    return new JsonObject()
        .put("deliveries", rose)
        .put("deliveriesPerSecond", rounded(perSecond))
        .put("drops", number(m, "pantau.live.drops"))
        .put("writes", number(m, "pantau.live.writes"));
  }

  private static long number(Moment m, String name) {
    return Math.round(m.value(name));
  }

  /** Six digits behind the point; null where there is no number. */
  static @Nullable Double rounded(double value) {
    return Double.isFinite(value) ? Math.round(value * ROUNDING) / ROUNDING : null;
  }
}
