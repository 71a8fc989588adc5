package id.pantau.api.card;

import id.pantau.api.lite.Shares;
import id.pantau.model.Choice;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The choices in ballot order, each in a cell of the same size: number, name, votes, share, bar. As
 * many columns as it takes for all of them to be on the card: leaving out the last of the ballot
 * would not be neutral.
 */
final class ChoiceRows {
  private static final int ONE_COLUMN_MAX = 6;
  private static final int TWO_COLUMNS_MAX = 20;
  private static final int GUTTER = 32;
  private static final int CELL_HEIGHT_MAX = 116;

  /** A cell lower than this has no room for a bar. */
  private static final int BARRED_MIN = 26;

  private final Sheet sheet;
  private final CardContent content;
  private final List<Choice> choices;
  private final Style style;
  private final int rows;
  private final double cellWidth;
  private final double cellHeight;

  /**
   * Sizes that all cells of a card share.
   *
   * @param bar height of the bar, 0 where there is no room for it
   * @param below paper under the bar
   * @param above paper between the bar and the text
   */
  private record Style(
      Type number,
      Type name,
      Type votes,
      Type share,
      Type unit,
      double bar,
      double below,
      double above) {}

  /** Where the columns of a cell are, from its left edge. */
  private record Columns(double name, double nameEnd, double votesEnd, double shareEnd) {}

  ChoiceRows(Sheet sheet, CardContent content, double height) {
    this.sheet = sheet;
    this.content = content;
    this.choices = content.numbers().contest().choices();
    int count = Math.max(1, choices.size());
    int columns = count <= ONE_COLUMN_MAX ? 1 : count <= TWO_COLUMNS_MAX ? 2 : 3;
    rows = (count + columns - 1) / columns;
    cellWidth = (Sheet.LEFT_WIDTH - (columns - 1) * GUTTER) / (double) columns;
    cellHeight = Math.min(height / rows, CELL_HEIGHT_MAX);
    style = fitted(columns == 1);
  }

  /** The largest sizes at which no name is cut, down to where it would be hard to read. */
  private Style fitted(boolean isWide) {
    double size =
        isWide
            ? Math.min(38, cellHeight * 0.46)
            : Math.min(24, cellHeight * (cellHeight >= BARRED_MIN ? 0.56 : 0.74));
    double least = Math.min(size, isWide ? 26 : 17);
    while (true) {
      Style candidate = isWide ? wide(sheet, cellHeight, size) : narrow(sheet, cellHeight, size);
      Columns columns = columns(candidate);
      double name = widest(i -> candidate.name().width(choices.get(i).shortName()));
      if (name <= columns.nameEnd() - columns.name() || size <= least) {
        return candidate;
      }
      size = Math.max(least, size - 1);
    }
  }

  private static Style wide(Sheet sheet, double height, double size) {
    return new Style(
        sheet.light(size * 1.18),
        sheet.semibold(size),
        sheet.regular(size * 1.02),
        sheet.semibold(size * 1.18),
        sheet.regular(size * 0.6),
        Math.min(14, Math.rint(height * 0.15)),
        height * 0.12,
        Math.min(16, height * 0.14));
  }

  private static Style narrow(Sheet sheet, double height, double size) {
    boolean bar = height >= BARRED_MIN;
    return new Style(
        sheet.light(size),
        sheet.semibold(size),
        sheet.regular(size * 0.93),
        sheet.semibold(size),
        sheet.regular(size * 0.7),
        bar ? Math.min(10, Math.rint(height * 0.14)) : 0,
        height * 0.13,
        bar ? height * 0.13 : height * 0.1);
  }

  /** Adds all cells below y. */
  void place(double y) {
    Columns columns = columns(style);
    for (int i = 0; i < choices.size(); i++) {
      int column = i / rows;
      double x = Sheet.MARGIN + column * (cellWidth + GUTTER);
      cell(i, x, y + (i % rows) * cellHeight, columns);
    }
  }

  /** Columns wide enough for the widest of any row, so that figures stand under figures. */
  private Columns columns(Style style) {
    double gap = style.name().size() * 0.42;
    double shareEnd = cellWidth - style.unit().width(unit());
    double votesEnd = shareEnd - widest(i -> style.share().width(share(i))) - 1.3 * gap;
    double nameEnd = votesEnd - widest(i -> style.votes().width(votes(i))) - gap;
    double name = widest(i -> style.number().width(number(i))) + 1.2 * gap;
    return new Columns(name, nameEnd, votesEnd, shareEnd);
  }

  private double widest(ToDoubleFunction<Integer> width) {
    double widest = 0;
    for (int i = 0; i < choices.size(); i++) {
      widest = Math.max(widest, width.applyAsDouble(i));
    }
    return widest;
  }

  private void cell(int i, double x, double y, Columns columns) {
    Choice choice = choices.get(i);
    double barTop = y + cellHeight - style.below() - style.bar();
    double baseline = barTop - style.above();
    sheet.left(number(i), style.number(), Ink.INK, x, baseline);
    String name = style.name().fit(choice.shortName(), columns.nameEnd() - columns.name());
    sheet.left(name, style.name(), Ink.INK, x + columns.name(), baseline);
    sheet.right(votes(i), style.votes(), Ink.INK, x + columns.votesEnd(), baseline);
    sheet.right(share(i), style.share(), Ink.INK, x + columns.shareEnd(), baseline);
    int share = hundredths(i);
    if (share != Shares.NONE) {
      sheet.left(unit(), style.unit(), Ink.INK, x + columns.shareEnd(), baseline);
    }
    if (style.bar() > 0) {
      sheet.add(
          new Mark.ShareBar(
              Sheet.box(x, barTop, cellWidth, style.bar()),
              Math.max(0, share) / (double) Shares.ALL,
              Fill.of(choice)));
    }
  }

  private String number(int i) {
    return Integer.toString(choices.get(i).number());
  }

  private String votes(int i) {
    return content.formats().integer(content.numbers().votes().get(i));
  }

  private String share(int i) {
    return content.formats().share(hundredths(i));
  }

  private int hundredths(int i) {
    return Shares.share(content.numbers().votes().get(i), content.numbers().sum());
  }

  private String unit() {
    return content.words().percentGap() + "%";
  }
}
