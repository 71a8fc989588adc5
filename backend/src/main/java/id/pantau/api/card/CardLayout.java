package id.pantau.api.card;

import java.time.Instant;
import java.util.List;

/** What stands where on a card: {@link #of} gives its marks, in the order they are drawn. */
final class CardLayout {
  private static final int STRIP = 46;
  private static final int FOOT_TOP = 502;
  private static final int TITLE_MAX = 60;
  private static final int TITLE_MIN = 46;
  private static final String NAME = "Pantau Suara";

  private final Sheet sheet;
  private final CardContent content;
  private final SideColumn side;

  private CardLayout(CardContent content, Typeface typeface) {
    this.sheet = new Sheet(typeface);
    this.content = content;
    this.side = new SideColumn(sheet, content);
  }

  static List<Mark> of(CardContent content, Typeface typeface) {
    CardLayout layout = new CardLayout(content, typeface);
    double top = layout.strip();
    double body = layout.head(top);
    layout.body(body);
    layout.foot();
    return layout.sheet.marks();
  }

  /** Says first what must not be overlooked: that these are no numbers of a running count. */
  private double strip() {
    String test = content.numbers().isTest() ? content.words().testData() : "";
    if (test.isEmpty() && content.banner().isEmpty()) {
      return 12;
    }
    sheet.add(new Mark.Block(Sheet.box(0, 0, Sheet.WIDTH, STRIP), Ink.INK, true));
    Type strong = sheet.semibold(22);
    sheet.left(test, strong, Ink.PAPER, Sheet.MARGIN, STRIP - 15);
    double x = Sheet.MARGIN + (test.isEmpty() ? 0 : strong.width(test) + 18);
    Type plain = sheet.regular(22);
    String banner = plain.fit(content.banner(), Sheet.RIGHT_END - x);
    sheet.left(banner, plain, Ink.PAPER, x, STRIP - 15);
    return STRIP;
  }

  /** Contest and place; gives where the numbers begin. */
  private double head(double top) {
    Type kicker = sheet.regular(26);
    String level = " · " + content.level();
    String contest = kicker.fit(content.contest(), Sheet.LEFT_WIDTH - kicker.width(level));
    sheet.left(contest + level, kicker, Ink.QUIET, Sheet.MARGIN, top + 52);
    side.placeTime(top + 52);

    double size = TITLE_MAX;
    while (size > TITLE_MIN && titled(size).width(content.place()) > Sheet.LEFT_WIDTH) {
      size -= 2;
    }
    Type title = titled(size);
    String place = title.fit(content.place(), Sheet.LEFT_WIDTH);
    sheet.left(place, title, Ink.INK, Sheet.MARGIN - size * 0.04, top + 114);
    if (content.path().isEmpty()) {
      return top + 144;
    }
    Type small = sheet.regular(22);
    String path = small.fit(String.join(" · ", content.path()), Sheet.LEFT_WIDTH);
    sheet.left(path, small, Ink.QUIET, Sheet.MARGIN, top + 148);
    return top + 174;
  }

  private Type titled(double size) {
    Type plain = sheet.semibold(size);
    return new Type(plain.face(), size, -0.018);
  }

  private void body(double y) {
    sheet.line(Sheet.MARGIN, y, Sheet.LEFT_WIDTH, 2, Ink.INK);
    CardNumbers.Stations stations = content.numbers().stations();
    CardNumbers.Withheld withheld = content.numbers().withheld();
    if (withheld != null || stations == null || content.numbers().votes().isEmpty()) {
      sheet.line(Sheet.RIGHT_X, y, Sheet.RIGHT_WIDTH, 2, Ink.INK);
      withheld(y, withheld);
      return;
    }
    new ChoiceRows(sheet, content, FOOT_TOP - y).place(y);
    side.placeCoverage(y, stations);
  }

  /** In place of the numbers: that there are none, who decided it, why, and until when. */
  private void withheld(double y, CardNumbers.@org.jspecify.annotations.Nullable Withheld by) {
    double baseline =
        lines(content.words().withheld(), sheet.semibold(36), Ink.INK, y + 62, 46, 2) + 18;
    if (by == null) {
      return;
    }
    String reason = by.reason().getOrDefault(content.words().language(), "");
    baseline = lines(reason, sheet.regular(25), Ink.INK, baseline, 34, 3) + 10;
    String office = content.words().withheldBy() + " " + by.office();
    baseline = lines(office, sheet.regular(22), Ink.QUIET, baseline, 30, 1);
    Instant until = by.until();
    if (until != null) {
      String end = content.words().withheldUntil() + " " + content.formats().time(until);
      lines(end, sheet.regular(22), Ink.QUIET, baseline, 30, 1);
    }
  }

  private double lines(String text, Type type, int color, double baseline, double step, int max) {
    double next = baseline;
    if (text.isEmpty()) {
      return next;
    }
    for (String line : type.lines(text, Sheet.LEFT_WIDTH, max)) {
      sheet.left(line, type, color, Sheet.MARGIN, next);
      next += step;
    }
    return next;
  }

  /** Whose numbers these are, where they are, and what they are not. */
  private void foot() {
    Type notice = sheet.regular(21);
    List<String> lines = notice.balanced(content.notice(), Sheet.LEFT_WIDTH, 2);
    double first = Sheet.BOTTOM - (lines.size() - 1) * 26.0;
    for (int i = 0; i < lines.size(); i++) {
      sheet.left(lines.get(i), notice, Ink.INK, Sheet.MARGIN, first + i * 26);
    }
    double baseline = first - 36;
    sheet.add(new Mark.Sign(Sheet.box(Sheet.MARGIN, baseline - 18, 20, 20), Ink.INK));
    Type name = sheet.semibold(24);
    sheet.left(NAME, name, Ink.INK, Sheet.MARGIN + 30, baseline);
    double x = Sheet.MARGIN + 30 + name.width(NAME) + 18;
    Type address = sheet.regular(24);
    double end = Sheet.MARGIN + Sheet.LEFT_WIDTH;
    sheet.left(address.fit(content.address(), end - x), address, Ink.INK, x, baseline);
    side.placeCode();
  }
}
