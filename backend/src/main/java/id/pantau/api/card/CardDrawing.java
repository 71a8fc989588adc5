package id.pantau.api.card;

import id.pantau.model.Contest;
import id.pantau.model.Election;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws cards of one election. Safe to share: everything it holds is read only. */
public final class CardDrawing {
  private static final int KEPT_MAX = 100;
  private final Election election;
  private final Typeface typeface;

  private CardDrawing(Election election, Typeface typeface) {
    this.election = election;
    this.typeface = typeface;
  }

  /** Reads the packed typeface, so it takes a moment; null where this jar was built without it. */
  public static @Nullable CardDrawing of(Election election) {
    Typeface typeface = Typeface.packed();
    return typeface == null ? null : new CardDrawing(election, typeface);
  }

  /**
   * A PNG of 1200 × 630.
   *
   * @param body a results body (wire-protocol §2)
   * @param language {@code id} or {@code en}
   * @param base the public address of the site, {@code https://host}
   */
  public byte[] png(byte[] body, String language, String base) {
    CardNumbers numbers = CardNumbers.read(body, election);
    CardContent content = CardContent.of(numbers, election, CardWords.of(language), base);
    List<Mark> marks = CardLayout.of(content, typeface);
    return Png.of(Canvas.draw(marks), colors(numbers.contest()));
  }

  /** The colours that carry meaning: they are on the card exactly. */
  private static List<Integer> colors(Contest contest) {
    Stream<Integer> choices = contest.choices().stream().map(c -> Fill.of(c).color());
    return Stream.concat(Stream.of(Ink.PAPER, Ink.INK, Ink.QUIET, Ink.LINE, Ink.TICK), choices)
        .distinct()
        .limit(KEPT_MAX)
        .toList();
  }
}
