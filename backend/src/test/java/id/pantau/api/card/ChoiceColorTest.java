package id.pantau.api.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChoiceColorTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"#FFFFFF", "#000000", "#FFFF00", "#8CB9BD", "#C7B7A3", "#B67352", "#00F", "red"})
  void visible_anyColor_standsOutOnBothPapers(String official) {
    int shown = ChoiceColor.visible(official);
    assertTrue(ChoiceColor.contrast(shown, Ink.PAPER) >= 3, () -> Integer.toHexString(shown));
    assertTrue(ChoiceColor.contrast(shown, 0x111417) >= 3, () -> Integer.toHexString(shown));
  }

  /** What the pages' own code gives for these, read from it once. */
  @ParameterizedTest
  @CsvSource({
    "#8CB9BD, #73989b",
    "#C7B7A3, #9b8f7f",
    "#B67352, #b67352",
    "#FFFFFF, #919191",
    "#000000, #636363",
    "#F9E400, #9f9200",
    "#27408B, #4a5f9e",
    "#7A8B00, #7a8b00"
  })
  void visible_official_isThePagesColor(String official, String shown) {
    assertEquals(shown, String.format("#%06x", ChoiceColor.visible(official)));
  }
}
