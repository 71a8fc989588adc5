package id.pantau.webhooks;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt.
 *
 * @param status 0 where no answer came
 * @param askedMillis how long the receiver asks to be left alone; 0 where it does not
 */
record Outcome(Kind kind, int status, long askedMillis) {
  private static final int GONE = 410;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;

  /** Kinds of outcome; the names on the wire and in the meters are lower case. */
  enum Kind {
    DELIVERED,
    /** The receiver wants nothing more (410). */
    GONE,
    /** Any other status; a redirect too, as none is followed. */
    STATUS,
    TIMEOUT,
    /** The name is not known, or leads to an address that is not public. */
    ADDRESS,
    /** The certificate is not that of the name, or nobody we trust vouches for it. */
    TLS,
    UNREACHABLE;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Outcome of(Kind kind) {
    return new Outcome(kind, 0, 0);
  }

  /**
   * What a status means.
   *
   * @param retryAfter the header, seconds or a date; heeded with 429 and 503
   */
  static Outcome of(int status, @Nullable String retryAfter, Instant now) {
    if (status >= 200 && status < 300) {
      return new Outcome(Kind.DELIVERED, status, 0);
    }
    boolean heeded = status == TOO_MANY || status == UNAVAILABLE;
    return new Outcome(
        status == GONE ? Kind.GONE : Kind.STATUS,
        status,
        heeded && retryAfter != null ? millis(retryAfter.strip(), now) : 0);
  }

  private static long millis(String retryAfter, Instant now) {
    if (retryAfter.matches("[0-9]{1,9}")) {
      return Long.parseLong(retryAfter) * 1000;
    }
    try {
      ZonedDateTime until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Math.max(0, Duration.between(now, until.toInstant()).toMillis());
    } catch (DateTimeException | ArithmeticException e) {
      return 0;
    }
  }

  boolean isGood() {
    return kind == Kind.DELIVERED;
  }
}
