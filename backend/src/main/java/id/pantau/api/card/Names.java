package id.pantau.api.card;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names as they are read, not as they are shouted: the reference data writes most of them in
 * capitals. The rule of the pages ({@code frontend/src/model/names.ts}).
 */
final class Names {
  private static final Pattern SPACED = Pattern.compile("\\p{Lu}(?: \\p{Lu}){2,}");
  private static final Pattern SHOUTED =
      Pattern.compile("(?<![\\p{L}'’])\\p{Lu}[\\p{Lu}'’]+(?![\\p{L}'’])");
  private static final Pattern ROMAN = Pattern.compile("(?=[XVI])X{0,3}(?:IX|IV|V?I{0,3})");
  private static final Pattern VOWEL = Pattern.compile("[AEIOUY]");
  private static final Set<String> KEPT =
      Set.of("DKI", "UPT", "PTP", "TPS", "KSK", "POS", "RT", "RW");

  private Names() {}

  /** "KOTA ADM. JAKARTA PUSAT" → "Kota Adm. Jakarta Pusat"; words with lower case stay. */
  static String readable(String name) {
    String joined = SPACED.matcher(name).matches() ? name.replace(" ", "") : name;
    Matcher words = SHOUTED.matcher(joined);
    return words.replaceAll(
        found -> {
          boolean dot = found.end() < joined.length() && joined.charAt(found.end()) == '.';
          return Matcher.quoteReplacement(word(found.group(), dot));
        });
  }

  private static String word(String text, boolean dotFollows) {
    boolean stays =
        KEPT.contains(text)
            || ROMAN.matcher(text).matches()
            || (!dotFollows && !VOWEL.matcher(text).find());
    return stays ? text : text.charAt(0) + text.substring(1).toLowerCase(Locale.ROOT);
  }
}
