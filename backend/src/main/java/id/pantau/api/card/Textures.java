package id.pantau.api.card;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * The fine lines of paper over a fill. Twice as wide as on the pages, since a messenger shows the
 * card at a third of its size.
 */
final class Textures {
  private static final double LINE = 2;
  private static final double STEP = 11;
  private static final double DENSE_STEP = 6;

  private static final double HEIGHT = 14;
  private static final double SCALE_MIN = 0.5;

  private Textures() {}

  /** What of a box is paper; may reach beyond it. Finer where the box is low. */
  static Shape paper(Fill.Texture texture, Rectangle2D box) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double scale = Math.max(SCALE_MIN, Math.min(1, box.getHeight() / HEIGHT));
    double line = LINE * scale;
    double step = STEP * scale;
    switch (texture) {
      case PLAIN -> {}
      case FALLING -> slanted(path, box, line, step, true);
      case RISING -> slanted(path, box, line, step, false);
      case DENSE -> slanted(path, box, LINE, DENSE_STEP, true);
      case UPRIGHT -> {
        for (double x = box.getX() + step - line; x < box.getMaxX(); x += step) {
          path.append(Sheet.box(x, box.getY(), line, box.getHeight()), false);
        }
      }
      case LEVEL -> {
        double apart = box.getHeight() / (scale < 1 ? 2 : 3);
        for (double y = box.getY() + apart; y < box.getMaxY() - line; y += apart) {
          path.append(Sheet.box(box.getX(), y - line / 2, box.getWidth(), line), false);
        }
      }
      case DOTS -> dots(path, box, scale);
    }
    return path;
  }

  private static void slanted(
      Path2D path, Rectangle2D box, double line, double step, boolean falling) {
    double height = box.getHeight();
    BasicStroke stroke = new BasicStroke((float) line, BasicStroke.CAP_SQUARE, 0);
    for (double x = box.getX() - height; x < box.getMaxX(); x += step * Math.sqrt(2)) {
      double top = falling ? x + height : x;
      double bottom = falling ? x : x + height;
      Shape one = new Line2D.Double(top, box.getY(), bottom, box.getMaxY());
      path.append(stroke.createStrokedShape(one), false);
    }
  }

  private static void dots(Path2D path, Rectangle2D box, double scale) {
    double step = (STEP - 2) * scale;
    double side = 3.4 * scale;
    for (double x = box.getX() + step / 2; x < box.getMaxX(); x += step) {
      for (double y = box.getY() + step / 2; y < box.getMaxY(); y += step) {
        path.append(new Ellipse2D.Double(x - side / 2, y - side / 2, side, side), false);
      }
    }
  }
}
