package id.pantau.model.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the search, taken apart.
 *
 * @param code the text as a code, {@code 3171} or {@code 31.71}; null where it cannot be one
 * @param station the number of {@code TPS 12}; -1 where none was asked for
 * @param words the other words, folded
 */
record SearchQuestion(@Nullable String code, int station, List<String> words) {
  /** Words of one question; the rest is not looked at. */
  private static final int WORDS_MAX = 6;

  private static final Pattern CODE = Pattern.compile("[0-9][0-9A-Z]{0,12}");
  private static final Pattern STATION =
      Pattern.compile("(?:^|\\s)(?:tps|pos|ksk)\\s*0{0,2}([0-9]{1,3})(?=\\s|$)");

  static SearchQuestion of(String text) {
    String compact = text.strip().replace(".", "").toUpperCase(Locale.ROOT);
    String code = CODE.matcher(compact).matches() ? compact : null;
    String folded = Folded.of(text);
    Matcher matcher = STATION.matcher(folded);
    int station = -1;
    if (matcher.find()) {
      station = Integer.parseInt(matcher.group(1));
      folded =
          Folded.of(folded.substring(0, matcher.start()) + " " + folded.substring(matcher.end()));
    }
    List<String> words = new ArrayList<>();
    for (String word : folded.split(" ")) {
      if (!word.isEmpty() && words.size() < WORDS_MAX) {
        words.add(word);
      }
    }
    return new SearchQuestion(code, station, List.copyOf(words));
  }
}
