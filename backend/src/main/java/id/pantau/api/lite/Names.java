package id.pantau.api.lite;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names as they are read, not as they are shouted: the reference data writes most of them in
 * capitals. Only the case changes, and the one province that is spaced out ("P A P U A"). The rules
 * of the dashboard's {@code model/names.ts}.
 */
public final class Names {
  private static final Pattern SPACED = Pattern.compile("\\p{Lu}(?: \\p{Lu}){2,}");
  private static final Pattern SHOUTED =
      Pattern.compile("(?<![\\p{L}'’])\\p{Lu}[\\p{Lu}'’]+(?![\\p{L}'’])");
  private static final Pattern ROMAN = Pattern.compile("(?=[XVI])X{0,3}(?:IX|IV|V?I{0,3})");
  private static final Pattern VOWEL = Pattern.compile("[AEIOUY]");
  private static final Pattern PAIR = Pattern.compile(" [-–] ");
  private static final Set<String> KEPT =
      Set.of("DKI", "UPT", "PTP", "TPS", "KSK", "POS", "RT", "RW");

  private Names() {}

  /** "KOTA ADM. JAKARTA PUSAT" → "Kota Adm. Jakarta Pusat"; words with lower-case letters stay. */
  public static String readable(String name) {
    String joined = SPACED.matcher(name).matches() ? name.replace(" ", "") : name;
    Matcher shouted = SHOUTED.matcher(joined);
    StringBuilder read = new StringBuilder(joined.length());
    while (shouted.find()) {
      boolean abbreviated = shouted.end() < joined.length() && joined.charAt(shouted.end()) == '.';
      shouted.appendReplacement(read, Matcher.quoteReplacement(word(shouted.group(), abbreviated)));
    }
    return shouted.appendTail(read).toString();
  }

  /** The persons of a choice's full name, which the ballot joins with a spaced dash. */
  static List<String> pair(String name) {
    return PAIR.splitAsStream(name).map(Names::readable).toList();
  }

  private static String word(String text, boolean abbreviated) {
    if (KEPT.contains(text) || ROMAN.matcher(text).matches()) {
      return text;
    }
    if (!VOWEL.matcher(text).find() && !abbreviated) {
      return text;
    }
    return text.charAt(0) + text.substring(1).toLowerCase(Locale.ROOT);
  }
}
