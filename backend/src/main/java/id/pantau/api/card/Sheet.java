package id.pantau.api.card;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The marks of a card while it is laid out, and the weights to set it in. */
final class Sheet {
  static final int WIDTH = 1200;
  static final int HEIGHT = 630;

  /** Paper on every side that nothing but a ground enters. */
  static final int MARGIN = 52;

  /** The wide column: choices. */
  static final int LEFT_WIDTH = 744;

  /** The narrow column: time, coverage, code. */
  static final int RIGHT_X = 848;

  static final int RIGHT_END = WIDTH - MARGIN;
  static final int RIGHT_WIDTH = RIGHT_END - RIGHT_X;

  /** The baseline of the last line, the lower edge of the code. */
  static final int BOTTOM = HEIGHT - 26;

  private final Typeface typeface;
  private final List<Mark> marks = new ArrayList<>();

  Sheet(Typeface typeface) {
    this.typeface = typeface;
  }

  List<Mark> marks() {
    return List.copyOf(marks);
  }

  Type light(double size) {
    return new Type(typeface.light(), size);
  }

  Type regular(double size) {
    return new Type(typeface.regular(), size);
  }

  Type semibold(double size) {
    return new Type(typeface.semibold(), size, size > 24 ? -0.008 : 0);
  }

  void add(Mark mark) {
    marks.add(mark);
  }

  /** Text that begins at x; "" leaves no mark. */
  void left(String text, Type type, int color, double x, double baseline) {
    if (!text.isEmpty()) {
      add(new Mark.Words(text, type, color, x, baseline));
    }
  }

  /** Text that ends at x. */
  void right(String text, Type type, int color, double end, double baseline) {
    left(text, type, color, end - type.width(text), baseline);
  }

  /** A horizontal line whose upper edge is at y. */
  void line(double x, double y, double width, double height, int color) {
    add(new Mark.Block(new Rectangle2D.Double(x, y, width, height), color, false));
  }

  static Rectangle2D box(double x, double y, double width, double height) {
    return new Rectangle2D.Double(x, y, width, height);
  }
}
