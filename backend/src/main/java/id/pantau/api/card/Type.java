package id.pantau.api.card;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A weight at a size: measures text and makes its outline.
 *
 * @param size pixels an em
 * @param tracking what stands between any two characters beyond their advance, in ems
 */
record Type(Face face, double size, double tracking) {
  private static final String ELLIPSIS = "…";

  /** What no cut text ends with, before its ellipsis. */
  private static final Pattern LOOSE_END = Pattern.compile("[\\s\\p{Pd},.·(]+$");

  Type(Face face, double size) {
    this(face, size, 0);
  }

  double scale() {
    return size / face.measures().unitsPerEm();
  }

  /** What a line takes above its baseline: the height of its capitals. */
  double ascent() {
    return face.measures().capHeight() * scale();
  }

  /** What a line takes below its baseline, for letters such as g. */
  double descent() {
    return -face.measures().descender() * scale() * 0.75;
  }

  /** Width of a text in pixels. */
  double width(String text) {
    double units = 0;
    int before = -1;
    int count = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(before)) {
      int point = text.codePointAt(i);
      units += (before < 0 ? 0 : face.kerning(before, point)) + face.glyph(point).advance();
      before = point;
      count++;
    }
    return units * scale() + Math.max(0, count - 1) * tracking * size;
  }

  /** The text, or as much of its beginning as fits with an ellipsis; "" where nothing does. */
  String fit(String text, double widthMax) {
    if (width(text) <= widthMax) {
      return text;
    }
    int end = text.length();
    while (end > 0) {
      end = text.offsetByCodePoints(end, -1);
      String kept = LOOSE_END.matcher(text.substring(0, end)).replaceFirst("");
      if (kept.isEmpty()) {
        return "";
      }
      if (width(kept + ELLIPSIS) <= widthMax) {
        return kept + ELLIPSIS;
      }
      end = kept.length();
    }
    return "";
  }

  /**
   * The words in lines no wider than that; what does not fit into the last line is cut with an
   * ellipsis.
   */
  List<String> lines(String text, double widthMax, int linesMax) {
    List<String> all = wrapped(text, widthMax);
    int count = Math.min(all.size(), linesMax);
    List<String> lines = new ArrayList<>(all.subList(0, count - 1));
    lines.add(String.join(" ", all.subList(count - 1, all.size())));
    return lines.stream().map(line -> fit(line, widthMax)).toList();
  }

  /** The same lines, about equally long: no word stands alone on the last. */
  List<String> balanced(String text, double widthMax, int linesMax) {
    int count = wrapped(text, widthMax).size();
    double step = widthMax / 40;
    for (double width = width(text) / count; count <= linesMax && width < widthMax; width += step) {
      List<String> lines = wrapped(text, width);
      if (lines.size() == count && lines.stream().allMatch(line -> width(line) <= widthMax)) {
        return lines;
      }
    }
    return lines(text, widthMax, linesMax);
  }

  /** As many lines as it takes; a word that is too wide stands alone. */
  private List<String> wrapped(String text, double widthMax) {
    List<String> lines = new ArrayList<>();
    double space = width(" ");
    StringBuilder line = new StringBuilder();
    double filled = 0;
    for (String word : text.split(" ")) {
      double wide = width(word);
      if (!line.isEmpty() && filled + space + wide > widthMax) {
        lines.add(line.toString());
        line.setLength(0);
      }
      filled = line.isEmpty() ? wide : filled + space + wide;
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** The outline of a text whose baseline begins at a point. */
  Path2D outline(String text, double x, double baseline) {
    Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double pen = x;
    int before = -1;
    for (int i = 0; i < text.length(); i += Character.charCount(before)) {
      int point = text.codePointAt(i);
      Glyph glyph = face.glyph(point);
      pen += before < 0 ? 0 : face.kerning(before, point) * scale() + tracking * size;
      AffineTransform place = new AffineTransform(scale(), 0, 0, scale(), pen, baseline);
      path.append(glyph.outline().getPathIterator(place), false);
      pen += glyph.advance() * scale();
      before = point;
    }
    return path;
  }
}
