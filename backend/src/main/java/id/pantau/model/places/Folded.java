package id.pantau.model.places;

import java.text.Normalizer;
import java.util.Locale;

/** Names as the search compares them: without case, accents and punctuation. */
final class Folded {
  private Folded() {}

  /** Words of a-z and 0-9 with one blank between; {@code "Ma'rang – Éta"} is {@code marang eta}. */
  static String of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(plain.length());
    boolean gap = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        if (gap && folded.length() > 0) {
          folded.append(' ');
        }
        folded.append(c);
        gap = false;
      } else if (!isJoiner(c)) {
        gap = true;
      }
    }
    return folded.toString();
  }

  /** Accents that stand after their letter, and the apostrophes of Ma'rang and Ba’a. */
  private static boolean isJoiner(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK
        || c == '\''
        || c == '`'
        || c == '\u2019'
        || c == '\u2018';
  }
}
