package id.pantau.api.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TypeTest {
  private static final Type TYPE = new Type(Ballots.TYPEFACE.semibold(), 40);
  private static final String NAME = "Kota Adm. Jakarta Pusat";

  @Test
  void width_isWhatTheOutlineTakes() {
    for (String text : List.of("H", "AVATAR", "16.891.304", NAME)) {
      double inked = TYPE.outline(text, 0, 0).getBounds2D().getWidth();
      assertTrue(Math.abs(TYPE.width(text) - inked) < TYPE.size() * 0.2, text);
    }
    assertEquals(0, TYPE.width(""));
  }

  @Test
  void width_ofNumbersOfAsManyFigures_isTheSame() {
    assertEquals(TYPE.width("11.111.111"), TYPE.width("98.765.432"), 1e-9);
  }

  @Test
  void tracking_standsBetweenCharactersOnly() {
    Type wide = new Type(TYPE.face(), 40, 0.1);
    assertEquals(TYPE.width("n"), wide.width("n"), 1e-9);
    assertEquals(TYPE.width("nnn") + 2 * 4, wide.width("nnn"), 1e-9);
  }

  @Test
  void fit_enoughRoom_isTheText() {
    assertEquals(NAME, TYPE.fit(NAME, TYPE.width(NAME)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {5, 39, 40, 60, 90, 120, 180, 240, 300, 360, 420})
  void fit_lessRoom_isTheLongestBeginningThatFits(double room) {
    String cut = TYPE.fit(NAME, room);
    assertTrue(TYPE.width(cut) <= room, cut);
    if (cut.isEmpty()) {
      assertTrue(TYPE.width("K…") > room);
      return;
    }
    assertTrue(cut.endsWith("…") && NAME.startsWith(cut.substring(0, cut.length() - 1)), cut);
    assertTrue(Character.isLetter(cut.charAt(cut.length() - 2)), cut);
    String longer = NAME.substring(0, cut.length() + 2);
    assertTrue(TYPE.width(longer.strip() + "…") > room, () -> longer + " would fit too");
  }

  @Test
  void fit_charactersOfTwoUnits_areNeverCutInTwo() {
    String text = "😀😀😀😀";
    for (double room = 0; room < TYPE.width(text); room += 7) {
      String cut = TYPE.fit(text, room);
      assertTrue(cut.codePoints().noneMatch(c -> c >= 0xD800 && c < 0xE000), cut);
    }
  }

  @Test
  void lines_tooManyWords_endWithAnEllipsis() {
    List<String> lines = TYPE.lines("satu dua tiga empat lima enam tujuh delapan", 200, 2);
    assertEquals(2, lines.size());
    assertTrue(lines.get(1).endsWith("…"), lines::toString);
    lines.forEach(line -> assertTrue(TYPE.width(line) <= 200, line));
  }

  @Test
  void balanced_leavesNoWordAlone() {
    Type small = new Type(Ballots.TYPEFACE.regular(), 18);
    List<String> lines = small.balanced("Pindai untuk membuka angka ini", 131, 4);
    double longest = lines.stream().mapToDouble(small::width).max().orElseThrow();
    double last = small.width(lines.get(lines.size() - 1));
    assertTrue(longest <= 131 && last > longest / 2, lines::toString);
    assertEquals("Pindai untuk membuka angka ini", String.join(" ", lines));
  }

  @Test
  void balanced_aWordTooWideForAnyLine_isCut() {
    List<String> lines = TYPE.balanced("tak-terpisahkan-sama-sekali dan", 100, 3);
    lines.forEach(line -> assertTrue(TYPE.width(line) <= 100, line));
  }
}
