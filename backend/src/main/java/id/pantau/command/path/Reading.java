package id.pantau.command.path;

import id.pantau.model.Answer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * One look at the registry: every figure of the path at one moment, by the names that Prometheus
 * knows. One pass over the meters; to be taken on a worker, for there may be thousands.
 */
final class Reading {
  static final String INTAKE = "pantau.intake.seconds";
  static final String COUNTED = "pantau.count.seconds";
  static final String SEEN = "pantau.live.seen.seconds";
  static final String REDIS = "pantau.count.redis";
  static final String BATCHES = "pantau.count.batch.forms";
  static final String VIEWERS = "pantau.live.viewers";
  static final String ERRORS = "logback.events";
  private static final String PROVINCES = "pantau.intake.forms";
  private static final String SUBMITTERS = "pantau.intake.submitter.forms";
  private static final Map<String, Answer.Status> STATUSES = statuses();

  private final long atMillis;
  private final long atNanos;
  private final Map<String, long[]> provinces = new HashMap<>();
  private final Map<String, long[]> submitters = new TreeMap<>();
  private final Map<String, Buckets> timers = new HashMap<>();
  private final Map<String, Double> values = new HashMap<>();

  private Reading(long atMillis, long atNanos) {
    this.atMillis = atMillis;
    this.atNanos = atNanos;
  }

  /** Reads every meter of the path. */
  static Reading of(MeterRegistry registry, long atMillis, long atNanos) {
    Reading reading = new Reading(atMillis, atNanos);
    registry.getMeters().forEach(reading::take);
    return reading;
  }

  private void take(Meter meter) {
    String name = meter.getId().getName();
    switch (name) {
      case PROVINCES -> form(provinces, "province", (Counter) meter);
      case SUBMITTERS -> form(submitters, "submitter", (Counter) meter);
      case INTAKE, COUNTED, SEEN, REDIS -> timers.put(name, Buckets.of((Timer) meter));
      case BATCHES -> {
        DistributionSummary batches = (DistributionSummary) meter;
        values.put(BATCHES + ".count", (double) batches.count());
        values.put(BATCHES + ".sum", batches.totalAmount());
        values.put(BATCHES + ".max", batches.max());
      }
      case VIEWERS -> put(name + "." + meter.getId().getTag("kind"), meter);
      case ERRORS -> {
        if ("error".equals(meter.getId().getTag("level"))) {
          put(name, meter);
        }
      }
      default -> {
        if (name.startsWith("pantau.") || name.equals("process.uptime")) {
          put(name, meter);
        }
      }
    }
  }

  private void put(String name, Meter meter) {
    if (meter instanceof Gauge gauge) {
      values.merge(name, gauge.value(), Double::sum);
    } else if (meter instanceof Counter counter) {
      values.merge(name, counter.count(), Double::sum);
    }
  }

  private static void form(Map<String, long[]> into, String tag, Counter counter) {
    Answer.Status status = STATUSES.get(counter.getId().getTag("status"));
    String whose = counter.getId().getTag(tag);
    if (status != null && whose != null) {
      into.computeIfAbsent(whose, w -> new long[STATUSES.size()])[status.ordinal()] +=
          Math.round(counter.count());
    }
  }

  private static Map<String, Answer.Status> statuses() {
    Map<String, Answer.Status> byName = new HashMap<>();
    for (Answer.Status status : Answer.Status.values()) {
      byName.put(status.wire(), status);
    }
    return byName;
  }

  long atMillis() {
    return atMillis;
  }

  /** Seconds since an earlier reading. */
  double secondsSince(Reading before) {
    return (atNanos - before.atNanos) / 1e9;
  }

  /** Forms that a province got that answer for; those of no province count in none. */
  long province(String code, Answer.Status status) {
    return of(provinces, code, status);
  }

  /** Submitters that sent anything, by id; past the limit of intake one is {@code other}. */
  List<String> submitters() {
    return submitters.entrySet().stream()
        .filter(each -> LongStream.of(each.getValue()).sum() > 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  long submitter(String id, Answer.Status status) {
    return of(submitters, id, status);
  }

  /** Forms of all provinces and of none that got that answer. */
  long total(Answer.Status status) {
    return provinces.values().stream().mapToLong(each -> each[status.ordinal()]).sum();
  }

  private static long of(Map<String, long[]> whose, String key, Answer.Status status) {
    long[] counts = whose.get(key);
    return counts == null ? 0 : counts[status.ordinal()];
  }

  /** A timer's histogram; nothing where this node has none. */
  Buckets timer(String name) {
    return timers.getOrDefault(name, Buckets.NONE);
  }

  /** A counter's or gauge's value, summed over its labels; NaN where this node has none. */
  double value(String name) {
    return values.getOrDefault(name, Double.NaN);
  }
}
