package id.pantau.api.card;

import java.awt.geom.Path2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Our typeface, Hanken Grotesk (SIL Open Font License 1.1), as the outlines that {@code
 * frontend/scripts/typeface.mjs} packs; the format stands there.
 */
record Typeface(Face light, Face regular, Face semibold) {
  private static final String FILE = "/typeface/hanken-grotesk.outlines";
  private static final int VERSION = 1;

  /** Reads the packed outlines; null where this jar was built without the pages. */
  static @Nullable Typeface packed() {
    try (InputStream in = Typeface.class.getResourceAsStream(FILE)) {
      return in == null ? null : read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IllegalArgumentException where the bytes are not such a file
   */
  static Typeface read(byte[] bytes) {
    Numbers numbers = new Numbers(new ByteArrayInputStream(bytes));
    if (numbers.next() != VERSION) {
      throw new IllegalArgumentException("outlines of another version");
    }
    Map<Integer, Face> faces = new HashMap<>();
    for (int left = numbers.next(); left > 0; left--) {
      faces.put(numbers.next(), face(numbers));
    }
    return new Typeface(weight(faces, 300), weight(faces, 400), weight(faces, 600));
  }

  private static Face weight(Map<Integer, Face> faces, int weight) {
    Face face = faces.get(weight);
    if (face == null) {
      throw new IllegalArgumentException("no outlines of weight " + weight);
    }
    return face;
  }

  private static Face face(Numbers numbers) {
    Face.Measures measures =
        new Face.Measures(
            numbers.next(), numbers.next(), numbers.next(), numbers.next(), numbers.next());
    Map<Integer, Glyph> glyphs = new HashMap<>();
    int point = 0;
    for (int left = numbers.next(); left > 0; left--) {
      point += numbers.next();
      glyphs.put(point, new Glyph(numbers.next(), outline(numbers)));
    }
    Map<Integer, Map<Integer, Integer>> kerning = new HashMap<>();
    for (int lefts = numbers.next(); lefts > 0; lefts--) {
      int first = numbers.next();
      Map<Integer, Integer> seconds = new HashMap<>();
      int second = 0;
      for (int rights = numbers.next(); rights > 0; rights--) {
        second += numbers.next();
        seconds.put(second, numbers.next());
      }
      kerning.put(first, seconds);
    }
    return new Face(measures, glyphs, kerning);
  }

  private static Path2D.Float outline(Numbers numbers) {
    Path2D.Float path = new Path2D.Float(Path2D.WIND_NON_ZERO);
    int[] at = new int[6];
    int[] pen = new int[2];
    for (int left = numbers.next(); left > 0; left--) {
      int step = numbers.next();
      int points = step == 4 ? 0 : step == 3 ? 3 : step == 2 ? 2 : 1;
      for (int i = 0; i < points * 2; i++) {
        pen[i & 1] += numbers.next();
        at[i] = (i & 1) == 0 ? pen[0] : -pen[1];
      }
      switch (step) {
        case 0 -> path.moveTo(at[0], at[1]);
        case 1 -> path.lineTo(at[0], at[1]);
        case 2 -> path.quadTo(at[0], at[1], at[2], at[3]);
        case 3 -> path.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
        case 4 -> path.closePath();
        default -> throw new IllegalArgumentException("no such step of an outline: " + step);
      }
    }
    return path;
  }

  /** Zigzag varints, one after another. */
  private record Numbers(InputStream in) {
    int next() {
      try {
        int value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
          int b = in.read();
          if (b < 0) {
            throw new IllegalArgumentException("the outlines end too early");
          }
          value |= (b & 0x7f) << shift;
          if (b < 0x80) {
            return (value >>> 1) ^ -(value & 1);
          }
        }
        throw new IllegalArgumentException("a number of the outlines is too long");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
