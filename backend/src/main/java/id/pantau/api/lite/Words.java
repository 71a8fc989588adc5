package id.pantau.api.lite;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/** Words, numbers and times as a language writes them. */
public record Words(Language language) {
  private static final ZoneOffset WIB = ZoneOffset.ofHours(7);
  private static final char NO_BREAK = '\u00a0';
  private static final String NONE = "–";
  private static final List<List<String>> DAYS =
      List.of(
          List.of("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
          List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"));
  private static final List<List<String>> MONTHS =
      List.of(
          List.of(
              "Januari",
              "Februari",
              "Maret",
              "April",
              "Mei",
              "Juni",
              "Juli",
              "Agustus",
              "September",
              "Oktober",
              "November",
              "Desember"),
          List.of(
              "January",
              "February",
              "March",
              "April",
              "May",
              "June",
              "July",
              "August",
              "September",
              "October",
              "November",
              "December"));

  /** A phrase with its figures in the places of {@code {}}, in their order. */
  String say(Phrase phrase, String... figures) {
    String text = phrase.in(language);
    if (figures.length == 0) {
      return text;
    }
    StringBuilder said = new StringBuilder();
    int from = 0;
    for (String figure : figures) {
      int gap = text.indexOf("{}", from);
      if (gap < 0) {
        throw new IllegalArgumentException(phrase + " has fewer gaps than figures");
      }
      said.append(text, from, gap).append(figure);
      from = gap + 2;
    }
    return said.append(text, from, text.length()).toString();
  }

  /** {@code 1.234.567} or {@code 1,234,567}. */
  public String integer(long value) {
    String digits = Long.toString(Math.abs(value));
    StringBuilder grouped = new StringBuilder(digits.length() + 4);
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        grouped.append(language == Language.ID ? '.' : ',');
      }
      grouped.append(digits.charAt(i));
    }
    return value < 0 ? "\u2212" + grouped : grouped.toString();
  }

  /**
   * Hundredths of a percent as {@code 58,58 %} or {@code 58.58%}; a dash for a share of nothing.
   */
  public String percent(int hundredths) {
    if (hundredths == Shares.NONE) {
      return NONE;
    }
    return language == Language.ID ? points(hundredths) + NO_BREAK + "%" : points(hundredths) + "%";
  }

  /** Hundredths without the sign. */
  String points(int hundredths) {
    char mark = language == Language.ID ? ',' : '.';
    return integer(hundredths / 100)
        + mark
        + String.format(Locale.ROOT, "%02d", Math.abs(hundredths % 100));
  }

  /**
   * Weekday, date, time to the second and zone: {@code Rabu, 14 Februari 2024 pukul 16.20.00 WIB}.
   */
  public String exact(Instant at) {
    OffsetDateTime there = at.atOffset(WIB);
    String day = DAYS.get(language.ordinal()).get(there.getDayOfWeek().getValue() - 1);
    String time =
        language == Language.ID
            ? String.format(
                Locale.ROOT,
                "%02d.%02d.%02d",
                there.getHour(),
                there.getMinute(),
                there.getSecond())
            : String.format(
                Locale.ROOT,
                "%02d:%02d:%02d",
                there.getHour(),
                there.getMinute(),
                there.getSecond());
    return say(
        Word.AT,
        day
            + (language == Language.ID ? ", " : " ")
            + there.getDayOfMonth()
            + " "
            + MONTHS.get(language.ordinal()).get(there.getMonthValue() - 1)
            + " "
            + there.getYear(),
        time);
  }

  /** The same of a wire time; a text that is no time comes back as it is. */
  String exact(String iso) {
    try {
      return exact(OffsetDateTime.parse(iso).toInstant());
    } catch (DateTimeParseException e) {
      return iso;
    }
  }
}
