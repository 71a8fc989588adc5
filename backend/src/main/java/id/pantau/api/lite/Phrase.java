package id.pantau.api.lite;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A sentence in every language of the pages. */
interface Phrase {
  String id();

  String en();

  /** The phrase in a language. */
  default String in(Language language) {
    return language == Language.EN ? en() : id();
  }

  /**
   * The phrase named after a word of the wire, {@code STATUS} and {@code held} for {@code
   * STATUS_HELD}; null where the wire says a word that the catalogue does not know.
   */
  static <E extends Enum<E>> @Nullable E keyed(Class<E> catalogue, String kind, String word) {
    String name = kind + "_" + word.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    for (E phrase : catalogue.getEnumConstants()) {
      if (phrase.name().equals(name)) {
        return phrase;
      }
    }
    return null;
  }
}
