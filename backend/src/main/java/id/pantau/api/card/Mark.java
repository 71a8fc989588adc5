package id.pantau.api.card;

import io.nayuki.qrcodegen.QrCode;
import java.awt.geom.Rectangle2D;

/** One thing on a card, at its place. Nothing overlaps another, but what stands on a ground. */
sealed interface Mark {
  /** What it covers, in pixels. */
  Rectangle2D box();

  /** A line of text. */
  record Words(String text, Type type, int color, double x, double baseline) implements Mark {
    @Override
    public Rectangle2D box() {
      double above = type.ascent();
      return new Rectangle2D.Double(x, baseline - above, type.width(text), above + type.descent());
    }
  }

  /** A rectangle: a hairline, or the ground that text stands on. */
  record Block(Rectangle2D box, int color, boolean isGround) implements Mark {}

  /** The square before a figure that says which part of a bar it is. */
  record Key(Rectangle2D box, Fill fill, boolean isFilled) implements Mark {}

  /**
   * The share of a choice: a hairline with ticks at each quarter, filled as far as the share goes.
   *
   * @param part 0 … 1
   */
  record ShareBar(Rectangle2D box, double part, Fill fill) implements Mark {}

  /**
   * How far the count is, on a hairline of all stations.
   *
   * @param counted 0 … 1
   * @param held 0 … 1, after the counted
   */
  record CoverageBar(Rectangle2D box, double counted, double held) implements Mark {}

  /** The sign of the site: a ring around a point. */
  record Sign(Rectangle2D box, int color) implements Mark {}

  /**
   * The address for cameras.
   *
   * @param module pixels of a module, whole ones so that every edge is sharp
   */
  record Code(QrCode code, double x, double y, int module) implements Mark {
    /** How many modules of paper a reader needs on every side (ISO/IEC 18004 §6.3.8). */
    static final int QUIET_MODULES = 4;

    @Override
    public Rectangle2D box() {
      double side = (double) module * code.size;
      return new Rectangle2D.Double(x, y, side, side);
    }
  }
}
