package id.pantau.intake;

import id.pantau.model.Answer;
import id.pantau.model.Area;
import id.pantau.model.Election;
import id.pantau.model.Station;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What intake measures. Provinces are a label, stations never. The counters of every province are
 * there from the start: a rate over a counter that is born at 1 would miss its first form, and a
 * form costs no look-up in the registry.
 */
final class IntakeMeters {
  static final int SUBMITTERS_MAX = 200;
  private static final int PROVINCE_CHARS = 2;
  private static final String NOWHERE = "none";
  private static final String OTHER = "other";

  private final MeterRegistry registry;
  private final Election election;
  private final Timer seconds;
  private final Map<String, Map<Answer.Status, Counter>> provinces = new HashMap<>();
  private final Map<String, Map<Answer.Status, Counter>> submitters = new ConcurrentHashMap<>();
  private final Map<String, Counter> refusals = new ConcurrentHashMap<>();
  private final Map<Answer.Status, Counter> others;

  IntakeMeters(MeterRegistry registry, Election election, Admission admission) {
    this.registry = registry;
    this.election = election;
    this.seconds =
        Timer.builder("pantau.intake.seconds")
            .description("from the head of a request to its answer")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofSeconds(30))
            .register(registry);
    Gauge.builder("pantau.intake.bodies.bytes", admission, Admission::bytes)
        .description("bytes of bodies on their way")
        .baseUnit("bytes")
        .register(registry);
    provinces.put(NOWHERE, ofProvince(NOWHERE));
    for (int province : election.areas().provinces()) {
      Area area = election.areas().area(province);
      provinces.put(area.code(), ofProvince(area.code()));
    }
    others = ofSubmitter(OTHER);
  }

  /**
   * One form was answered.
   *
   * @param submitter the id of the key that sent it
   * @param station its code, perhaps of no station; null where the form could not be read
   */
  void answered(Answer.Status status, String submitter, @Nullable String station) {
    of(provinces.get(province(status, station)), status).increment();
    of(submitter(submitter), status).increment();
  }

  /**
   * A form, or a whole request, was not taken.
   *
   * @param reason a rule's code or a problem's
   */
  void refused(String reason) {
    refusals.computeIfAbsent(reason, this::ofReason).increment();
  }

  Timer.Sample start() {
    return Timer.start(registry);
  }

  void stop(Timer.Sample sample) {
    sample.stop(seconds);
  }

  private static Counter of(@Nullable Map<Answer.Status, Counter> counters, Answer.Status status) {
    return Objects.requireNonNull(Objects.requireNonNull(counters).get(status));
  }

  /** Keys come and go; past the limit those who come new share one label. */
  private Map<Answer.Status, Counter> submitter(String id) {
    Map<Answer.Status, Counter> known = submitters.get(id);
    if (known != null) {
      return known;
    }
    return submitters.size() < SUBMITTERS_MAX
        ? submitters.computeIfAbsent(id, this::ofSubmitter)
        : others;
  }

  private Map<Answer.Status, Counter> ofProvince(String code) {
    return counters("pantau.intake.forms", "forms answered, by province", "province", code);
  }

  private Map<Answer.Status, Counter> ofSubmitter(String id) {
    return counters(
        "pantau.intake.submitter.forms", "forms answered, by submitter", "submitter", id);
  }

  private Map<Answer.Status, Counter> counters(String name, String what, String tag, String value) {
    Map<Answer.Status, Counter> each = new EnumMap<>(Answer.Status.class);
    for (Answer.Status status : Answer.Status.values()) {
      each.put(
          status,
          Counter.builder(name)
              .description(what)
              .tag("status", status.wire())
              .tag(tag, value)
              .register(registry));
    }
    return each;
  }

  private Counter ofReason(String reason) {
    return Counter.builder("pantau.intake.refusals")
        .description("forms and requests not taken")
        .tag("reason", reason)
        .register(registry);
  }

  /**
   * What was not refused is of a station that there is (R02): its code begins with its province.
   */
  private String province(Answer.Status status, @Nullable String code) {
    if (code != null && status != Answer.Status.REFUSED) {
      return code.substring(0, PROVINCE_CHARS);
    }
    Station station = code == null ? null : election.areas().station(code);
    return station == null ? NOWHERE : election.areas().area(station.province()).code();
  }
}
