package id.pantau.sirekap;

import de.siegmar.fastcsv.reader.CsvRecord;
import id.pantau.model.Reason;
import id.pantau.platform.Refused;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The columns of a CSV of tallies: {@code tps[,seen],ts,p1,…,imgs}, and how a cell is read.
 *
 * <p>Times without a zone are Jakarta's (WIB). A row arrives when the last photograph of its pages
 * did, {@code max(imgs)}: that is the moment the paper reached the count, while {@code ts} is only
 * the batch in which Sirekap published it, hours later and often for a whole province at once.
 * Where no photograph is named, {@code ts} is all there is.
 */
final class TalliesColumns {
  static final ZoneOffset WIB = ZoneOffset.ofHours(7);

  /** After the votes: valid, invalid, total; then all, male, female of each row of people. */
  private static final List<String> OTHERS =
      List.of(
          "sah",
          "tidak_sah",
          "total",
          "dpt",
          "dpt_l",
          "dpt_p",
          "pdpt",
          "pdpt_l",
          "pdpt_p",
          "pdptb",
          "pdptb_l",
          "pdptb_p",
          "pdpk",
          "pdpk_l",
          "pdpk_p",
          "ptot",
          "ptot_l",
          "ptot_p");

  private static final DateTimeFormatter TS = time("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter IMAGE = time("uuuuMMdd-HHmmss");
  private static final Pattern STATION = Pattern.compile("[0-9A-Z]{10}[0-9]{3}");
  private static final Pattern IMAGES = Pattern.compile("[0-9]{8}-[0-9]{6}( [0-9]{8}-[0-9]{6})*");
  private static final int DIGITS_MAX = 9;

  private static DateTimeFormatter time(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }

  private final String file;
  private final boolean history;
  private final int choices;
  private final int cells;

  private TalliesColumns(String file, boolean history, int choices) {
    this.file = file;
    this.history = history;
    this.choices = choices;
    this.cells = names(history, choices).size();
  }

  /** Tells the kind of the file by its header; the contest says how many votes a row has. */
  static TalliesColumns of(CsvRecord header, int choices, String file) {
    for (boolean history : new boolean[] {false, true}) {
      if (header.getFields().equals(names(history, choices))) {
        return new TalliesColumns(file, history, choices);
      }
    }
    throw new Refused(
        file
            + " line 1: the header is neither "
            + String.join(",", names(false, choices))
            + " nor the same with seen after tps");
  }

  private static List<String> names(boolean history, int choices) {
    List<String> names = new ArrayList<>();
    names.add("tps");
    if (history) {
      names.add("seen");
    }
    names.add("ts");
    for (int i = 1; i <= choices; i++) {
      names.add("p" + i);
    }
    names.addAll(OTHERS);
    names.add("imgs");
    return names;
  }

  boolean history() {
    return history;
  }

  /** Reads a row as a first form, whether it has votes or not. */
  TalliesRow read(CsvRecord row) {
    if (row.getFieldCount() != cells) {
      throw refused(row, row.getFieldCount() + " cells, " + cells + " are expected");
    }
    String station = row.getField(0);
    if (!STATION.matcher(station).matches()) {
      throw refused(row, "tps \"" + station + "\" is no code of a station");
    }
    int ts = history ? 2 : 1;
    long recorded = recordedSeconds(row, ts);
    long at = history ? seenSeconds(row) : recorded;
    int[] figures = new int[cells - ts - 2];
    for (int i = 0; i < figures.length; i++) {
      figures[i] = figure(row, ts + 1 + i);
    }
    TalliesRow read = new TalliesRow(station, at, recorded, figures, 1, Reason.Kind.NEW);
    if (at == TalliesRow.NO_TIME && read.hasVotes(choices)) {
      throw refused(row, "votes without a time: neither ts nor imgs");
    }
    return read;
  }

  private long recordedSeconds(CsvRecord row, int ts) {
    String images = row.getField(cells - 1);
    if (images.isEmpty()) {
      return row.getField(ts).isEmpty()
          ? TalliesRow.NO_TIME
          : seconds(row, "ts", row.getField(ts), TS);
    }
    if (!IMAGES.matcher(images).matches()) {
      throw refused(row, "imgs \"" + images + "\" are no times like 20240214-190000");
    }
    String last = "";
    for (String time : images.split(" ")) {
      last = time.compareTo(last) > 0 ? time : last;
    }
    return seconds(row, "imgs", last, IMAGE);
  }

  private long seconds(CsvRecord row, String column, String text, DateTimeFormatter format) {
    try {
      return LocalDateTime.parse(text, format).toEpochSecond(WIB);
    } catch (DateTimeException e) {
      throw refused(row, column + " \"" + text + "\" is no time");
    }
  }

  private long seenSeconds(CsvRecord row) {
    String text = row.getField(1);
    try {
      return OffsetDateTime.parse(text).toEpochSecond();
    } catch (DateTimeException e) {
      throw refused(row, "seen \"" + text + "\" is no time with an offset");
    }
  }

  private int figure(CsvRecord row, int cell) {
    String text = row.getField(cell);
    if (text.isEmpty()) {
      return TalliesRow.ABSENT;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || text.length() > DIGITS_MAX) {
        throw refused(row, "cell " + (cell + 1) + " \"" + text + "\" is no whole number");
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private Refused refused(CsvRecord row, String reason) {
    return new Refused(file + " line " + row.getStartingLineNumber() + ": " + reason);
  }
}
