package id.pantau.count;

import id.pantau.platform.RedisLink;
import id.pantau.platform.RedisLinks;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Redis says of its memory, asked every few seconds over the count's own connections; on a
 * Redis Cluster that of the primary with the least room. While one does not answer nobody knows:
 * the gauges say so, and not what was true before.
 */
final class RedisMemory {
  private static final int ASK_MILLIS = 2_000;

  private final Vertx vertx;
  private final RedisLinks links;
  private volatile double bytes = Double.NaN;
  private volatile double bytesMax = Double.NaN;
  private long timer = -1;

  RedisMemory(Vertx vertx, RedisLinks links, MeterRegistry registry) {
    this.vertx = vertx;
    this.links = links;
    Gauge.builder("pantau.redis.up", links, l -> l.allUp() ? 1 : 0)
        .description("1 while the count's connection to Redis stands and is prepared")
        .register(registry);
    Gauge.builder("pantau.redis.memory.bytes", this, m -> m.bytes)
        .description("memory that Redis uses; no number while it does not answer")
        .register(registry);
    Gauge.builder("pantau.redis.memory.max.bytes", this, m -> m.bytesMax)
        .description("memory that Redis may use, 0 = any; past it writes fail")
        .register(registry);
  }

  void start() {
    timer = vertx.setPeriodic(0, ASK_MILLIS, t -> ask());
  }

  void stop() {
    vertx.cancelTimer(timer);
    forget();
  }

  private void ask() {
    if (!links.allUp()) {
      forget();
      return;
    }
    Map<String, Future<Response>> byServer = new HashMap<>();
    for (RedisLink link : links.all()) {
      byServer.computeIfAbsent(
          link.runId(), run -> link.send(Request.cmd(Command.INFO).arg("memory")));
    }
    Future.all(List.copyOf(byServer.values()))
        .onSuccess(all -> tell(all.list()))
        .onFailure(e -> forget());
  }

  private void tell(List<Response> servers) {
    double fullest = -1;
    for (Response info : servers) {
      double used = number(info.toString(), "used_memory");
      double max = number(info.toString(), "maxmemory");
      double full = max > 0 ? used / max : 0;
      if (full > fullest || (full == fullest && used > bytes)) {
        fullest = full;
        bytes = used;
        bytesMax = max;
      }
    }
  }

  private void forget() {
    bytes = Double.NaN;
    bytesMax = Double.NaN;
  }

  private static double number(String info, String key) {
    String value = RedisLink.field(info, key);
    return value.isEmpty() ? Double.NaN : Double.parseDouble(value);
  }
}
