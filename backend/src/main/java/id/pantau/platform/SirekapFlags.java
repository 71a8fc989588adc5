package id.pantau.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What KPU's station file said of itself where its figures say otherwise: {@code status_suara} true
 * without a vote, {@code status_adm} false above an administrative section. A form has no field for
 * it, so it stands in the note of the form's reason, where everybody sees it, and is read back from
 * there.
 *
 * @param votes {@code status_suara}; null where it says what the figures say
 * @param administrative {@code status_adm}; likewise
 */
public record SirekapFlags(@Nullable Boolean votes, @Nullable Boolean administrative) {
  private static final String VOTES = "status_suara";
  private static final String ADMINISTRATIVE = "status_adm";
  private static final Pattern FLAG =
      Pattern.compile("\\b(" + VOTES + "|" + ADMINISTRATIVE + ")=(true|false)\\b");

  /** The words for a note; null where there is nothing to say. */
  public @Nullable String note() {
    List<String> words = new ArrayList<>();
    if (votes != null) {
      words.add(VOTES + "=" + votes);
    }
    if (administrative != null) {
      words.add(ADMINISTRATIVE + "=" + administrative);
    }
    return words.isEmpty() ? null : "Sirekap: " + String.join(", ", words);
  }

  /** What a note says; nothing where it is not about this. */
  public static SirekapFlags of(@Nullable String note) {
    Boolean votes = null;
    Boolean administrative = null;
    Matcher flag = FLAG.matcher(note == null ? "" : note);
    while (flag.find()) {
      Boolean value = Boolean.valueOf(flag.group(2));
      if (flag.group(1).equals(VOTES)) {
        votes = value;
      } else {
        administrative = value;
      }
    }
    return new SirekapFlags(votes, administrative);
  }
}
