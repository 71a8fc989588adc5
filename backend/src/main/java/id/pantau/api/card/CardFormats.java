package id.pantau.api.card;

import id.pantau.api.lite.Shares;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * Numbers and times in the reader's format: 1.234.567 and 58,58 %, or 1,234,567 and 58.58%.
 *
 * <p>Times are in WIB, the zone of the commission's own announcements: a picture has no reader
 * whose zone it could know.
 */
record CardFormats(CardWords words) {
  private static final ZoneOffset WIB = ZoneOffset.ofHours(7);

  String integer(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(',', words.grouping());
  }

  /** Two decimals, without the percent sign; "–" of nothing. */
  String share(int hundredths) {
    return hundredths == Shares.NONE
        ? "–"
        : String.format(
            Locale.ROOT, "%d%c%02d", hundredths / 100, words.decimal(), hundredths % 100);
  }

  /** "22 Nov 2026, 07.11.02 WIB". */
  String time(Instant instant) {
    ZonedDateTime t = instant.atZone(WIB);
    return String.format(
        Locale.ROOT,
        "%d %s %d, %02d%c%02d%c%02d WIB",
        t.getDayOfMonth(),
        words.months().get(t.getMonthValue() - 1),
        t.getYear(),
        t.getHour(),
        words.timeSeparator(),
        t.getMinute(),
        words.timeSeparator(),
        t.getSecond());
  }
}
