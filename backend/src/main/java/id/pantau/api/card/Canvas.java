package id.pantau.api.card;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Fills the marks of a card into an image. Uses shapes only: no font, no window, no screen. */
final class Canvas {
  static {
    // A machine with DISPLAY set but without the libraries of windows would fail at the first
    // shape.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
  }

  private static final int TICK = 6;

  /** Ticks on a lower bar would be more than the bar. */
  private static final int TICKED_MIN = 8;

  private final BufferedImage image =
      new BufferedImage(Sheet.WIDTH, Sheet.HEIGHT, BufferedImage.TYPE_INT_RGB);
  private final Graphics2D graphics = image.createGraphics();

  private Canvas() {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  static BufferedImage draw(List<Mark> marks) {
    Canvas canvas = new Canvas();
    canvas.fill(new Rectangle2D.Double(0, 0, Sheet.WIDTH, Sheet.HEIGHT), Ink.PAPER);
    for (Mark mark : marks) {
      canvas.draw(mark);
    }
    canvas.graphics.dispose();
    return canvas.image;
  }

  private void draw(Mark mark) {
    if (mark instanceof Mark.Words words) {
      fill(words.type().outline(words.text(), words.x(), words.baseline()), words.color());
    } else if (mark instanceof Mark.Block block) {
      fill(block.box(), block.color());
    } else if (mark instanceof Mark.Key key) {
      key(key);
    } else if (mark instanceof Mark.ShareBar bar) {
      shareBar(bar);
    } else if (mark instanceof Mark.CoverageBar bar) {
      coverageBar(bar);
    } else if (mark instanceof Mark.Sign sign) {
      sign(sign);
    } else if (mark instanceof Mark.Code code) {
      code(code);
    }
  }

  private void fill(Shape shape, int color) {
    graphics.setColor(new Color(color));
    graphics.fill(shape);
  }

  private void textured(Rectangle2D box, Fill fill) {
    if (box.getWidth() <= 0) {
      return;
    }
    fill(box, fill.color());
    Shape clip = graphics.getClip();
    graphics.clip(box);
    fill(Textures.paper(fill.texture(), box), Ink.PAPER);
    graphics.setClip(clip);
  }

  private void key(Mark.Key key) {
    if (key.isFilled()) {
      textured(key.box(), key.fill());
      return;
    }
    Rectangle2D b = key.box();
    graphics.setColor(new Color(Ink.TICK));
    graphics.setStroke(new BasicStroke(1.5f));
    graphics.draw(
        new Rectangle2D.Double(
            b.getX() + 0.75, b.getY() + 0.75, b.getWidth() - 1.5, b.getHeight() - 1.5));
  }

  private void shareBar(Mark.ShareBar bar) {
    Rectangle2D b = bar.box();
    fill(Sheet.box(b.getX(), b.getMaxY() - 2, b.getWidth(), 2), Ink.LINE);
    for (int quarter = 1; quarter <= 4 && b.getHeight() >= TICKED_MIN; quarter++) {
      double x = b.getX() + b.getWidth() * quarter / 4 - (quarter == 4 ? 2 : 1);
      fill(Sheet.box(Math.rint(x), b.getMaxY() - TICK, 2, TICK), Ink.TICK);
    }
    textured(Sheet.box(b.getX(), b.getY(), b.getWidth() * bar.part(), b.getHeight()), bar.fill());
  }

  private void coverageBar(Mark.CoverageBar bar) {
    Rectangle2D b = bar.box();
    double counted = b.getWidth() * bar.counted();
    double held = b.getWidth() * bar.held();
    fill(Sheet.box(b.getX(), b.getMaxY() - 2, b.getWidth(), 2), Ink.LINE);
    textured(Sheet.box(b.getX(), b.getY(), counted, b.getHeight()), Fill.COUNTED);
    textured(Sheet.box(b.getX() + counted, b.getY(), held, b.getHeight()), Fill.HELD);
    fill(Sheet.box(b.getX(), b.getY(), b.getWidth(), 2), Ink.INK);
  }

  private void sign(Mark.Sign sign) {
    Rectangle2D b = sign.box();
    double side = b.getWidth();
    graphics.setColor(new Color(sign.color()));
    graphics.setStroke(new BasicStroke((float) (side * 0.115)));
    double inset = side * 0.0575;
    graphics.draw(
        new Ellipse2D.Double(
            b.getX() + inset, b.getY() + inset, side - 2 * inset, side - 2 * inset));
    double point = side * 0.33;
    graphics.fill(
        new Ellipse2D.Double(b.getCenterX() - point / 2, b.getCenterY() - point / 2, point, point));
  }

  private void code(Mark.Code mark) {
    Path2D dark = new Path2D.Double();
    int size = mark.code().size;
    int module = mark.module();
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        if (mark.code().getModule(x, y)) {
          dark.append(
              Sheet.box(mark.x() + x * module, mark.y() + y * module, module, module), false);
        }
      }
    }
    fill(dark, Ink.INK);
  }
}
