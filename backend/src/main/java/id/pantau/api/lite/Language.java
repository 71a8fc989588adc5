package id.pantau.api.lite;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages of the pages; Indonesian is the first. */
public enum Language {
  ID,
  EN;

  /** {@code id}, {@code en}: as in {@code lang} and in the wire's texts. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The language of a {@code ?lang=}; Indonesian where it is none of ours. */
  public static Language of(@Nullable String text) {
    return "en".equals(text) ? EN : ID;
  }

  /** What an address needs to stay in this language: a query that begins with {@code first}. */
  String query(char first) {
    return this == ID ? "" : first + "lang=en";
  }
}
