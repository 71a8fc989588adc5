package id.pantau.count;

import id.pantau.platform.RedisLink;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/**
 * What Redis says of its memory, asked every few seconds over the count's own connection. While it
 * does not answer nobody knows: the gauges say so, and not what was true before.
 */
final class RedisMemory {
  private static final int ASK_MILLIS = 2_000;

  private final Vertx vertx;
  private final RedisLink link;
  private volatile double bytes = Double.NaN;
  private volatile double bytesMax = Double.NaN;
  private long timer = -1;

  RedisMemory(Vertx vertx, RedisLink link, MeterRegistry registry) {
    this.vertx = vertx;
    this.link = link;
    Gauge.builder("pantau.redis.up", link, l -> l.isUp() ? 1 : 0)
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
    if (!link.isUp()) {
      forget();
      return;
    }
    link.send(Request.cmd(Command.INFO).arg("memory"))
        .onSuccess(
            info -> {
              String text = info.toString();
              bytes = number(text, "used_memory");
              bytesMax = number(text, "maxmemory");
            })
        .onFailure(e -> forget());
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
