package id.pantau.api.lite;

import id.pantau.model.Contest;
import id.pantau.model.Election;
import org.jspecify.annotations.Nullable;

/** A page in a sentence or two, for those who list or share it; it ends with the notice. */
public final class Summary {
  private Summary() {}

  static String of(
      Election election,
      Contest contest,
      String place,
      Results.@Nullable Sums sums,
      @Nullable String asOf,
      Words words) {
    String counted =
        sums == null ? null : coverage(words, sums.counted(), sums.held(), sums.expected());
    return of(election, contest, place, counted, asOf, words);
  }

  /** "12.445 dari 30.766 TPS dihitung", or that nothing has come in. */
  public static String coverage(Words words, long counted, long held, long expected) {
    if (expected == 0) {
      return words.say(Word.NO_STATIONS);
    }
    if (counted == 0 && held == 0) {
      return words.say(Word.NONE_YET);
    }
    return words.say(Word.OF_STATIONS, words.integer(counted), words.integer(expected))
        + " "
        + words.say(Word.COUNTED);
  }

  /** A station's state in words. */
  public static String station(Words words, String status) {
    FormWord state = Phrase.keyed(FormWord.class, "STATUS", status);
    return state == null ? status : words.say(state);
  }

  /** Why a form came, in words. */
  public static String reason(Words words, String kind) {
    FormWord reason = Phrase.keyed(FormWord.class, "REASON", kind);
    return reason == null ? kind : words.say(reason);
  }

  /**
   * The sentences.
   *
   * @param state how far the count of the place is; null where that is not known
   * @param asOf of the numbers, as on the wire; null where nothing was counted
   */
  public static String of(
      Election election,
      Contest contest,
      String place,
      @Nullable String state,
      @Nullable String asOf,
      Words words) {
    String language = words.language().wire();
    StringBuilder text = new StringBuilder(300);
    String banner = election.banners().get(language);
    if (banner != null && !banner.isEmpty()) {
      text.append(banner).append(". ");
    }
    text.append(contest.names().getOrDefault(language, contest.id())).append(", ").append(place);
    if (state != null) {
      text.append(": ").append(state);
    }
    if (asOf != null) {
      text.append(state == null ? ": " : ", ").append(words.exact(asOf));
    }
    return text.append(". ").append(election.notices().getOrDefault(language, "")).toString();
  }
}
