package id.pantau.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Form;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Mutations of a valid form: the parser gives a form or says why not, and does nothing else. */
class FormParserFuzzTest {
  private static final FormParser PARSER = new FormParser(16);
  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "null",
    "true",
    "-",
    "1e999",
    "0",
    "99999999999999999999",
    "\\ud800",
    "\\u0000",
    "\\",
    "/*",
    "//",
    "\u0000",
    "\uFEFF",
    "é",
    "\n",
    "\"votes\":null",
    "\"total\":166,",
    "NaN",
    "[[[[[[[[[[[[[[[[[[[[[[[["
  };

  @Test
  void parse_randomMutations_neverThrowsAnythingButMalformed() {
    Random random = new Random(20_240_214);
    int forms = 0;
    int malformed = 0;
    int undecodable = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = mutate(random);
      CharBuffer text = Text.decode(bytes);
      if (text == null) {
        undecodable++;
        continue;
      }
      try {
        checkSane(PARSER.parse(text));
        forms++;
      } catch (Malformed e) {
        assertFalse(e.sentence().isBlank());
        assertTrue(e.field().length() < 80);
        malformed++;
      }
    }
    assertEquals(20_000, forms + malformed + undecodable);
    assertTrue(forms > 100 && malformed > 5_000 && undecodable > 100, forms + " " + malformed);
  }

  private static void checkSane(Form form) {
    form.votes().values().forEach(v -> assertTrue(v >= 0));
    assertTrue(form.station().length() <= 13);
    assertTrue(form.generation() >= 0 && form.generation() <= Form.GENERATION_MAX);
    assertTrue(form.revision() >= 0);
  }

  private static byte[] mutate(Random random) {
    StringBuilder text = new StringBuilder(FormText.VALID);
    int changes = 1 + random.nextInt(3);
    for (int c = 0; c < changes; c++) {
      int at = random.nextInt(text.length());
      int to = Math.min(text.length(), at + random.nextInt(12));
      switch (random.nextInt(5)) {
        case 0 -> text.delete(at, to);
        case 1 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 2 -> text.setCharAt(at, (char) (' ' + random.nextInt(95)));
        case 3 -> text.insert(at, text.substring(at, to));
        default -> text.replace(at, to, PIECES[random.nextInt(PIECES.length)]);
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(4) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }
}
