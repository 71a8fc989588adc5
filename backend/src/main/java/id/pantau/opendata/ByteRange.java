package id.pantau.opendata;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One range of a file (RFC 9110 §14). Several at once, and what cannot be read, are answered with
 * the whole file, as the standard allows.
 *
 * @param first of the bytes asked for, from 0
 * @param last included; below {@code first} where the file has none of them
 */
record ByteRange(long first, long last) {
  private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

  /**
   * The range of a header.
   *
   * @param length of the file
   * @return null for the whole file
   */
  static @Nullable ByteRange of(@Nullable String header, long length) {
    Matcher one = header == null ? null : ONE.matcher(header);
    if (one == null || !one.matches()) {
      return null;
    }
    String from = one.group(1);
    String to = one.group(2);
    if (from.isEmpty()) {
      return to.isEmpty()
          ? null
          : new ByteRange(Math.max(0, length - number(to)), length - 1).orNone(number(to) == 0);
    }
    long first = number(from);
    long last = to.isEmpty() ? length - 1 : Math.min(number(to), length - 1);
    boolean backwards = !to.isEmpty() && number(to) < first;
    return backwards ? null : new ByteRange(first, last).orNone(first >= length);
  }

  private ByteRange orNone(boolean none) {
    return none ? new ByteRange(0, -1) : this;
  }

  private static long number(String digits) {
    return Long.parseLong(digits);
  }

  /** True where the file has none of these bytes. */
  boolean isNone() {
    return last < first;
  }

  long bytes() {
    return last - first + 1;
  }
}
