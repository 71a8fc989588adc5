package id.pantau.api.card;

import id.pantau.api.lite.Shares;
import io.nayuki.qrcodegen.QrCode;
import java.time.Instant;
import java.util.List;

/** The narrow column: when, at which position, how far, and the code to the page of just that. */
final class SideColumn {
  private static final int CODE_SIDE_MAX = 168;
  private static final int MODULE_MAX = 4;
  private static final int KEY_SIDE = 13;
  private static final int LINE = 30;
  private static final int BAR_HEIGHT = 14;
  private final Sheet sheet;
  private final CardContent content;

  SideColumn(Sheet sheet, CardContent content) {
    this.sheet = sheet;
    this.content = content;
  }

  /** Adds time and position; the baseline is the first line's. */
  void placeTime(double baseline) {
    CardWords words = content.words();
    Instant asOf = content.numbers().asOf();
    Instant at = content.numbers().at();
    Type small = sheet.regular(20);
    if (content.numbers().isWaiting() || asOf == null) {
      List<String> lines = sheet.semibold(22).balanced(words.noneYet(), Sheet.RIGHT_WIDTH, 2);
      for (int i = 0; i < lines.size(); i++) {
        sheet.left(lines.get(i), sheet.semibold(22), Ink.INK, Sheet.RIGHT_X, baseline + i * 28);
      }
      return;
    }
    Instant shown = at != null ? at : asOf;
    String label = at != null ? words.asOf() : words.lastCount();
    sheet.left(label, small, Ink.QUIET, Sheet.RIGHT_X, baseline);
    sheet.left(
        content.formats().time(shown), sheet.semibold(23.5), Ink.INK, Sheet.RIGHT_X, baseline + 30);
    String position =
        words.position()
            + " "
            + content.numbers().position().epoch()
            + "·"
            + content.numbers().position().revision();
    sheet.left(position, small, Ink.QUIET, Sheet.RIGHT_X, baseline + 58);
  }

  /** Adds the coverage below y. */
  void placeCoverage(double y, CardNumbers.Stations stations) {
    CardWords words = content.words();
    double expected = Math.max(1, stations.expected());
    sheet.add(
        new Mark.CoverageBar(
            Sheet.box(Sheet.RIGHT_X, y, Sheet.RIGHT_WIDTH, BAR_HEIGHT),
            stations.counted() / expected,
            stations.held() / expected));
    int progress = Shares.progress(stations.counted(), stations.expected());
    double next = y + 62;
    if (progress == Shares.NONE || progress == Shares.ALL) {
      String whole = progress == Shares.ALL ? words.complete() : words.noStations();
      List<String> lines = sheet.semibold(26).balanced(whole, Sheet.RIGHT_WIDTH, 2);
      for (int i = 0; i < lines.size(); i++) {
        sheet.left(lines.get(i), sheet.semibold(26), Ink.INK, Sheet.RIGHT_X, y + 50 + i * 34);
      }
    } else {
      Type large = sheet.semibold(44);
      String number = content.formats().share(progress);
      sheet.left(number, large, Ink.INK, Sheet.RIGHT_X, next);
      sheet.left(
          words.percentGap() + "%",
          sheet.regular(24),
          Ink.INK,
          Sheet.RIGHT_X + large.width(number) + 2,
          next);
      sheet.left(words.progress(), sheet.regular(22), Ink.INK, Sheet.RIGHT_X, next + 32);
    }
    figure(words.counted(), stations.counted(), Fill.COUNTED, true, next + 73);
    figure(words.held(), stations.held(), Fill.HELD, true, next + 73 + LINE);
    figure(words.expected(), stations.expected(), Fill.COUNTED, false, next + 73 + 2 * LINE);
  }

  private void figure(String name, long value, Fill fill, boolean isFilled, double baseline) {
    sheet.add(
        new Mark.Key(
            Sheet.box(Sheet.RIGHT_X, baseline - KEY_SIDE - 0.5, KEY_SIDE, KEY_SIDE),
            fill,
            isFilled));
    sheet.left(name, sheet.regular(20), Ink.QUIET, Sheet.RIGHT_X + KEY_SIDE + 10, baseline);
    String number = content.formats().integer(value);
    sheet.right(number, sheet.regular(24), Ink.INK, Sheet.RIGHT_END, baseline);
  }

  /** Adds the code, its lower edge on the bottom line, and what it is for. */
  void placeCode() {
    QrCode code = QrCode.encodeText(content.permalink(), QrCode.Ecc.MEDIUM);
    int module = Math.max(2, Math.min(MODULE_MAX, CODE_SIDE_MAX / code.size));
    double side = (double) module * code.size;
    double x = Sheet.RIGHT_END - side;
    sheet.add(new Mark.Code(code, x, Sheet.BOTTOM - side, module));
    double room = x - module * Mark.Code.QUIET_MODULES - Sheet.RIGHT_X;
    Type small = sheet.regular(18);
    boolean plain = content.numbers().isWaiting() || content.numbers().withheld() != null;
    String scan = plain ? content.words().scanPage() : content.words().scan();
    List<String> lines = small.balanced(scan, room, 4);
    for (int i = 0; i < lines.size(); i++) {
      double baseline = Sheet.BOTTOM - (lines.size() - 1 - i) * 23.0;
      sheet.left(lines.get(i), small, Ink.QUIET, Sheet.RIGHT_X, baseline);
    }
  }
}
