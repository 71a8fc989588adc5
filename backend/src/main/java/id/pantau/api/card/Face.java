package id.pantau.api.card;

import java.text.Normalizer;
import java.util.Map;

/** One weight of our typeface: outlines, advances, kerning. Its figures are all equally wide. */
final class Face {
  /** The code point under which the typeface keeps the sign for what it does not have. */
  static final int MISSING = 0;

  private final Map<Integer, Glyph> glyphs;
  private final Map<Integer, Map<Integer, Integer>> kerning;
  private final Measures measures;
  private final Glyph missing;

  /** Heights in units of the face; the descender is negative. */
  record Measures(int unitsPerEm, int ascender, int descender, int capHeight, int xHeight) {}

  Face(Measures measures, Map<Integer, Glyph> glyphs, Map<Integer, Map<Integer, Integer>> kerning) {
    this.measures = measures;
    this.glyphs = Map.copyOf(glyphs);
    this.kerning = Map.copyOf(kerning);
    Glyph sign = glyphs.get(MISSING);
    if (sign == null) {
      throw new IllegalArgumentException("the typeface has no sign for what it does not have");
    }
    missing = sign;
  }

  Measures measures() {
    return measures;
  }

  boolean has(int point) {
    return glyphs.containsKey(point);
  }

  /**
   * The character; where the typeface does not have it, its letter without marks; else the sign for
   * what is missing.
   */
  Glyph glyph(int point) {
    Glyph known = glyphs.get(point);
    if (known == null) {
      String parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
      known = glyphs.get(parts.codePointAt(0));
    }
    return known != null ? known : missing;
  }

  /**
   * What two neighbours are moved together (negative) or apart. Figures are never moved: columns of
   * numbers stay in line.
   */
  int kerning(int left, int right) {
    return isFigure(left) || isFigure(right) ? 0 : moved(left, right);
  }

  private static boolean isFigure(int point) {
    return point >= '0' && point <= '9';
  }

  private int moved(int left, int right) {
    Map<Integer, Integer> rights = kerning.get(left);
    return rights == null ? 0 : rights.getOrDefault(right, 0);
  }
}
