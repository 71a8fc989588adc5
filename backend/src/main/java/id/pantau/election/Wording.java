package id.pantau.election;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks texts that people read: names, notices, banners, sources. */
final class Wording {
  private static final List<String> LANGUAGES = List.of("id", "en");
  private static final int CHARS_MAX = 300;

  private Wording() {}

  /** The text without blanks around it; refused where it is empty, too long or not of one line. */
  static String of(String text, String what, Place place) {
    String words = text.strip();
    if (words.isEmpty() || words.length() > CHARS_MAX) {
      throw place.refused(what + " has not 1…" + CHARS_MAX + " characters");
    }
    if (hasUnshowable(words)) {
      throw place.refused(what + " holds a control character");
    }
    return words;
  }

  /** By hand: a node reads 90,000 names before it is warm, and nearly all are ASCII. */
  private static boolean hasUnshowable(String words) {
    int c;
    for (int i = 0; i < words.length(); i += Character.charCount(c)) {
      c = words.codePointAt(i);
      if ((c < ' ' || c > '~') && isUnshowable(c)) {
        return true;
      }
    }
    return false;
  }

  /** Control, direction and line-breaking characters: they could make a name look like another. */
  private static boolean isUnshowable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  static String of(Text text, String what, Place file) {
    return of(text.value(), what, file.at(text.line()));
  }

  /** A text in each language of the pages, and in no other. */
  static Map<String, String> inLanguages(Map<String, Text> texts, String what, Place file) {
    Map<String, String> words = new HashMap<>();
    texts.forEach(
        (language, text) -> {
          if (!LANGUAGES.contains(language)) {
            throw file.at(text.line()).refused(what + " knows no language " + language);
          }
          words.put(language, of(text, what + "." + language, file));
        });
    for (String language : LANGUAGES) {
      if (!words.containsKey(language)) {
        int line = texts.values().stream().mapToInt(Text::line).min().orElse(0);
        throw file.at(line).refused(what + " has no text in " + language);
      }
    }
    return words;
  }
}
