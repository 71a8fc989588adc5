package id.pantau.model.places;

import java.text.Normalizer;
import java.util.Locale;

/** Names as the search compares them: without case, accents and punctuation. */
final class Folded {
  private Folded() {}

  /** Words of a-z and 0-9 with one blank between; {@code "Ma'rang – Éta"} is {@code marang eta}. */
  static String of(String text) {
    String plain =
        isAscii(text)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(plain.length());
    boolean gap = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = lower(plain.charAt(i));
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

  /** As nearly all names of places are: nothing in them is to be taken apart. */
  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
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
