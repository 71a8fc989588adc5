package id.pantau.command.path;

import id.pantau.model.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The readings of the last minute and the rows of the last ten: rates come from the last two
 * readings, percentiles from the newest and the oldest. Any thread, one at a time.
 */
final class PathFigures {
  private static final double WINDOW_SECONDS = 60;
  private static final int SERIES_MILLIS = 600_000;

  private final MeterRegistry registry;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final int stepMillis;
  private final Deque<Reading> minute = new ArrayDeque<>();
  private final Deque<JsonObject> rows = new ArrayDeque<>();
  private @Nullable Moment newest;

  /**
   * What there is to show at one moment.
   *
   * @param before the reading before; itself where there is none
   * @param oldest the oldest of the last minute
   */
  record Moment(Reading now, Reading before, Reading oldest) {
    /** What changed a second since the reading before; 0 at first. */
    double perSecond(long now, long before) {
      double seconds = now().secondsSince(before());
      return seconds <= 0 ? 0 : (now - before) / seconds;
    }

    double perSecond(Answer.Status status) {
      return perSecond(now.total(status), before.total(status));
    }

    /** A percentile of a timer over the last minute, in seconds; NaN where nothing came. */
    double quantile(String timer, double share) {
      return now.timer(timer).since(oldest.timer(timer)).quantile(share);
    }

    /** A counter's or gauge's value; 0 where this node has none. */
    double value(String name) {
      double value = now.value(name);
      return Double.isNaN(value) ? 0 : value;
    }

    /** How much a counter rose over the last minute. */
    double rise(String name) {
      double before = oldest.value(name);
      return value(name) - (Double.isNaN(before) ? 0 : before);
    }
  }

  /**
   * @param nanos a clock that only goes on
   * @param stepMillis how often {@link #take} will be called
   */
  PathFigures(MeterRegistry registry, InstantSource clock, LongSupplier nanos, int stepMillis) {
    this.registry = registry;
    this.clock = clock;
    this.nanos = nanos;
    this.stepMillis = stepMillis;
  }

  /** Reads the registry once and adds a row to the series. */
  synchronized Moment take() {
    Reading now = Reading.of(registry, clock.millis(), nanos.getAsLong());
    Reading before = minute.isEmpty() ? now : minute.getLast();
    minute.add(now);
    while (now.secondsSince(minute.getFirst()) > WINDOW_SECONDS) {
      minute.removeFirst();
    }
    Moment moment = new Moment(now, before, minute.getFirst());
    rows.add(row(moment));
    if (rows.size() > Math.max(1, SERIES_MILLIS / stepMillis)) {
      rows.removeFirst();
    }
    newest = moment;
    return moment;
  }

  /** The newest moment, taken now where there is none yet. */
  synchronized Moment newest() {
    return newest == null ? take() : newest;
  }

  /** {@code {"stepMillis","rows":[…]}}, oldest first. */
  synchronized JsonObject series() {
    JsonArray all = new JsonArray();
    rows.forEach(all::add);
    return new JsonObject().put("stepMillis", stepMillis).put("rows", all);
  }

  private static JsonObject row(Moment m) {
    return new JsonObject()
        .put("at", Instant.ofEpochMilli(m.now().atMillis()).toString())
        .put("counted", PathJson.rounded(m.perSecond(Answer.Status.COUNTED)))
        .put("held", PathJson.rounded(m.perSecond(Answer.Status.HELD)))
        .put("refused", PathJson.rounded(m.perSecond(Answer.Status.REFUSED)))
        .put("p99Counted", PathJson.rounded(m.quantile(Reading.COUNTED, PathJson.P99)))
        .put("p99Seen", PathJson.rounded(m.quantile(Reading.SEEN, PathJson.P99)))
        .put("viewers", PathJson.viewers(m, "websocket") + PathJson.viewers(m, "sse"))
        .put("queue", Math.round(m.value("pantau.count.queue.forms")));
  }
}
