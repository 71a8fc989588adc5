package id.pantau.api.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The outlines as the frontend's build packed them. */
final class TypefaceTest {
  private static final List<Face> FACES =
      List.of(Ballots.TYPEFACE.light(), Ballots.TYPEFACE.regular(), Ballots.TYPEFACE.semibold());

  @Test
  void figures_ofEveryWeight_areEquallyWide() {
    for (Face face : FACES) {
      List<Integer> widths =
          "0123456789".chars().mapToObj(c -> face.glyph(c).advance()).distinct().toList();
      assertEquals(1, widths.size(), widths::toString);
    }
  }

  @Test
  void figures_areNeverKerned() {
    for (Face face : FACES) {
      for (char left = '0'; left <= '9'; left++) {
        for (char right : "0123456789.,%".toCharArray()) {
          assertEquals(0, face.kerning(left, right));
          assertEquals(0, face.kerning(right, left));
        }
      }
    }
  }

  @Test
  void letters_thatNeedIt_areKerned() {
    for (Face face : FACES) {
      assertTrue(face.kerning('A', 'V') < 0);
      assertTrue(face.kerning('T', 'o') < 0);
      assertEquals(0, face.kerning('n', 'n'));
    }
  }

  @Test
  void characters_ofEveryName_areThere() {
    String names =
        Ballots.REAL.contests().get(0).choices().stream()
            .map(choice -> choice.name() + choice.shortName())
            .collect(Collectors.joining());
    StringBuilder all = new StringBuilder(names).append("·–…’“”%\u00a0");
    for (int i = 0; i < Ballots.REAL.areas().size(); i++) {
      all.append(Ballots.REAL.areas().area(i).name());
    }
    List<String> missing =
        all.codePoints()
            .distinct()
            .filter(c -> !FACES.get(0).has(c))
            .mapToObj(Character::toString)
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void glyph_ofALetterWeLack_isItsPlainLetterOrTheSignForMissing() {
    Face face = Ballots.TYPEFACE.regular();
    assertSame(face.glyph('a'), face.glyph(0x1EA1), "a with a dot below");
    assertSame(face.glyph(Face.MISSING), face.glyph(0x4E2D), "a Han character");
    assertTrue(face.glyph(Face.MISSING).outline().getBounds2D().getHeight() > 300);
  }

  @Test
  void outline_ofAnX_standsOnTheBaselineAsHighAsTheFaceSays() {
    for (Face face : FACES) {
      assertEquals(0, face.glyph('x').outline().getBounds2D().getMaxY(), 1);
      assertEquals(-face.measures().capHeight(), face.glyph('H').outline().getBounds2D().getY(), 4);
    }
  }

  @Test
  void read_whatIsNoOutlines_isRefused() {
    for (byte[] bytes : new byte[][] {{}, {2}, {4, 2}, {2, 2, 0}, {2, -1, -1, -1, -1, -1, -1}}) {
      assertThrows(IllegalArgumentException.class, () -> Typeface.read(bytes));
    }
  }
}
