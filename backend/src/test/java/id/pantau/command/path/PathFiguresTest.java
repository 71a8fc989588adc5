package id.pantau.command.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.election.ElectionReader;
import id.pantau.model.Answer;
import id.pantau.model.Election;
import id.pantau.platform.Health;
import id.pantau.platform.Meters;
import id.pantau.platform.Nodes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PathFiguresTest {
  private static final double EXACT = 1e-6;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final Election ELECTION = ElectionReader.packed("contoh");

  private static final Nodes.Row OTHER =
      new Nodes.Row(
          "5f0c",
          "b:8080",
          List.of("board", "api"),
          Instant.parse("2024-02-14T09:59:51Z"),
          77,
          List.of(new Nodes.Check("board", false, "not: every province was read")),
          true,
          false);

  private final PrometheusMeterRegistry registry = Meters.registry();
  private final AtomicLong nanos = new AtomicLong(7 * SECOND);
  private final InstantSource clock = InstantSource.fixed(Instant.parse("2024-02-14T10:00:00Z"));
  private final PathFigures figures = new PathFigures(registry, clock, nanos::get, 1000);
  private final Health health = new Health();
  private final PathJson json =
      new PathJson(ELECTION, health, () -> List.of(OTHER), "127.0.0.1:8080");

  @AfterEach
  void close() {
    registry.close();
  }

  private void forms(Answer.Status status, String province, String submitter, int count) {
    Counter.builder("pantau.intake.forms")
        .tags("status", status.wire(), "province", province)
        .register(registry)
        .increment(count);
    Counter.builder("pantau.intake.submitter.forms")
        .tags("status", status.wire(), "submitter", submitter)
        .register(registry)
        .increment(count);
  }

  private JsonObject next(double seconds) {
    nanos.addAndGet((long) (seconds * SECOND));
    return new JsonObject(json.write(figures.take()));
  }

  @Test
  void rates_twoReadings_areWhatCameBetweenThemPerSecond() {
    String province = ELECTION.areas().area(ELECTION.areas().provinces()[0]).code();
    forms(Answer.Status.COUNTED, province, "s-1", 100);
    assertEquals(0, perSecond(next(0), "counted"), EXACT);
    forms(Answer.Status.COUNTED, province, "s-1", 50);
    forms(Answer.Status.HELD, province, "s-2", 5);
    JsonObject path = next(2);
    assertEquals(25, perSecond(path, "counted"), EXACT);
    assertEquals(2.5, perSecond(path, "held"), EXACT);
    assertEquals(0, perSecond(path, "refused"), EXACT);
    JsonObject row = path.getJsonObject("forms").getJsonArray("provinces").getJsonObject(0);
    assertEquals(province, row.getString("code"));
    assertEquals(150, row.getInteger("counted"));
    assertEquals(27.5, row.getDouble("perSecond"), EXACT);
    JsonArray submitters = path.getJsonObject("forms").getJsonArray("submitters");
    assertEquals("s-2", submitters.getJsonObject(1).getString("id"));
    assertEquals(2.5, submitters.getJsonObject(1).getDouble("perSecond"), EXACT);
    assertEquals(0, perSecond(next(1), "counted"), EXACT);
  }

  private static double perSecond(JsonObject path, String status) {
    return path.getJsonObject("forms").getJsonObject("perSecond").getDouble(status);
  }

  @Test
  void totals_whateverCame_areTheCountersSums() {
    Random random = new Random(20240214);
    int[] provinces = ELECTION.areas().provinces();
    for (int round = 0; round < 50; round++) {
      for (int i = 0; i < 20; i++) {
        Answer.Status[] all = Answer.Status.values();
        int at = random.nextInt(provinces.length + 1);
        String province =
            at == provinces.length ? "none" : ELECTION.areas().area(provinces[at]).code();
        forms(
            all[random.nextInt(all.length)], province, "s-" + random.nextInt(9), random.nextInt(9));
      }
      JsonObject forms = next(1).getJsonObject("forms");
      for (Answer.Status status : Answer.Status.values()) {
        long counters = sum("pantau.intake.forms", status);
        assertEquals(counters, forms.getJsonObject("total").getLong(status.wire()));
      }
      long held = 0;
      for (Object row : forms.getJsonArray("submitters")) {
        held += ((JsonObject) row).getLong("held");
      }
      assertEquals(sum("pantau.intake.submitter.forms", Answer.Status.HELD), held);
    }
  }

  private long sum(String name, Answer.Status status) {
    return Math.round(
        registry.get(name).tag("status", status.wire()).counters().stream()
            .mapToDouble(Counter::count)
            .sum());
  }

  @Test
  void percentiles_ofTheLastMinute_forgetWhatCameBefore() {
    Timer timer =
        Timer.builder(Reading.COUNTED)
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofSeconds(30))
            .register(registry);
    assertNull(counted(next(0)).getDouble("p50"), "absent is not zero");
    timer.record(20, TimeUnit.SECONDS);
    assertTrue(counted(next(1)).getDouble("p99") > 10);
    for (int i = 0; i < 70; i++) {
      timer.record(5, TimeUnit.MILLISECONDS);
      next(1);
    }
    double p99 = counted(next(1)).getDouble("p99");
    assertTrue(p99 > 0.003 && p99 < 0.008, () -> "p99 is " + p99);
  }

  private static JsonObject counted(JsonObject path) {
    return path.getJsonObject("seconds").getJsonObject("counted");
  }

  @Test
  void gauges_areThoseOfTheRegistry() {
    AtomicLong value = new AtomicLong(4711);
    Gauge.builder("pantau.redis.memory.bytes", value, AtomicLong::get).register(registry);
    Gauge.builder("pantau.redis.up", () -> 1).register(registry);
    Gauge.builder("pantau.live.viewers", () -> 3).tag("kind", "websocket").register(registry);
    Gauge.builder("pantau.live.viewers", () -> 2).tag("kind", "sse").register(registry);
    DistributionSummary batches = DistributionSummary.builder(Reading.BATCHES).register(registry);
    next(0);
    batches.record(10);
    batches.record(30);
    health.register("count", () -> Health.State.red("not: counting"));
    JsonObject path = next(1);
    assertEquals(4711, path.getJsonObject("redis").getLong("memoryBytes"));
    assertTrue(path.getJsonObject("redis").getBoolean("up"));
    assertEquals(3, path.getJsonObject("viewers").getLong("websocket"));
    assertEquals(2, path.getJsonObject("viewers").getLong("sse"));
    assertEquals(20, path.getJsonObject("batch").getDouble("mean"), EXACT);
    assertEquals(30, path.getJsonObject("batch").getLong("max"));
    assertEquals("count", path.getJsonArray("health").getJsonObject(0).getString("name"));
    assertEquals("path", path.getString("kind"));
  }

  @Test
  void nodes_areAllThatWereHeard() {
    assertEquals(
        new JsonArray(
            "[{\"id\":\"5f0c\",\"node\":\"b:8080\",\"roles\":[\"board\",\"api\"],"
                + "\"at\":\"2024-02-14T09:59:51Z\",\"uptimeSeconds\":77,\"stale\":true,"
                + "\"self\":false,\"health\":[{\"name\":\"board\",\"green\":false,"
                + "\"detail\":\"not: every province was read\"}]}]"),
        new JsonArray(next(1).getJsonArray("nodes").encode()));
  }

  @Test
  void series_longerThanTenMinutes_keepsTheNewestTenMinutes() {
    for (int i = 0; i < 605; i++) {
      forms(Answer.Status.COUNTED, "none", "s-1", i);
      next(1);
    }
    JsonObject series = figures.series();
    JsonArray rows = series.getJsonArray("rows");
    assertEquals(1000, series.getInteger("stepMillis"));
    assertEquals(600, rows.size());
    assertEquals(604, rows.getJsonObject(599).getDouble("counted"), EXACT);
    assertEquals(5, rows.getJsonObject(0).getDouble("counted"), EXACT);
  }
}
