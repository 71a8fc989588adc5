package id.pantau.api;

import id.pantau.platform.Body;
import id.pantau.platform.Problem;
import id.pantau.platform.Showing;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The instant of {@code ?at=}: how it is written, and how long its answer may be kept. */
final class AtInstant {
  static final Problem MALFORMED =
      new Problem(
          400,
          "malformed",
          "at is an instant that has been, such as 2024-02-15T19:30:00+07:00 or"
              + " 2024-02-15T12:30:00Z");

  /** A date with nanoseconds and an offset with seconds has 38. */
  private static final int CHARACTERS_MAX = 40;

  /** Clocks of readers and counting nodes may run ahead of ours by so much. */
  private static final int AHEAD_MILLIS = 5_000;

  /** What was counted a minute ago is in every board, unless it is refilled later. */
  private static final int SETTLED_MILLIS = 60_000;

  private static final String SETTLED = "public, max-age=60";

  private final InstantSource clock;
  private final String fresh;

  AtInstant(InstantSource clock, int freshSeconds) {
    this.clock = clock;
    this.fresh = "public, max-age=" + freshSeconds;
  }

  /**
   * Results that were asked for.
   *
   * @param cache what {@code Cache-Control} says of them
   */
  record Asked(Future<Body> body, String cache) {}

  /**
   * The results of now, or of the instant of {@code ?at=}; null where that is none, which was
   * answered then.
   */
  @Nullable Asked results(RoutingContext context, Showing showing, String contest, String area) {
    String at = context.request().getParam("at");
    if (at == null) {
      return new Asked(showing.results(contest, area), fresh);
    }
    OptionalLong millis = millis(at);
    if (millis.isEmpty()) {
      Answers.problem(context, MALFORMED);
      return null;
    }
    long then = millis.getAsLong();
    return new Asked(showing.resultsAt(contest, area, then), cache(then));
  }

  /** Epoch milliseconds, cut; empty where the text is no instant or one in the future. */
  OptionalLong millis(String text) {
    if (text.length() > CHARACTERS_MAX) {
      return OptionalLong.empty();
    }
    try {
      // In an address a plus sign that nobody escaped reads as a blank.
      long millis = OffsetDateTime.parse(text.replace(' ', '+')).toInstant().toEpochMilli();
      return millis > clock.millis() + AHEAD_MILLIS
          ? OptionalLong.empty()
          : OptionalLong.of(millis);
    } catch (DateTimeException | ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  /** What {@code Cache-Control} says of an answer. */
  String cache(long atMillis) {
    return atMillis < clock.millis() - SETTLED_MILLIS ? SETTLED : fresh;
  }
}
