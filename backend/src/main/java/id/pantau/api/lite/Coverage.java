package id.pantau.api.lite;

/** How far the count is: counted, held, expected, and a percentage that is never too much. */
final class Coverage {
  private Coverage() {}

  static void write(Html html, Words words, Results.Sums sums) {
    html.raw("<section><h2>").text(words.say(Word.COVERAGE)).raw("</h2>");
    html.paragraph(inWords(words, sums)).raw("<dl>");
    figure(html, words, Word.COUNTED, sums.counted());
    figure(html, words, Word.HELD, sums.held());
    figure(html, words, Word.EXPECTED, sums.expected());
    html.raw("</dl><p class=\"q\">").text(words.say(Word.HELD_NOTE)).raw("</p></section>\n");
  }

  private static void figure(Html html, Words words, Word name, long value) {
    html.raw("<div><dt>").text(words.say(name)).raw("</dt><dd>").text(words.integer(value));
    html.raw("</dd></div>");
  }

  private static String inWords(Words words, Results.Sums sums) {
    int progress = Shares.progress(sums.counted(), sums.expected());
    if (progress == Shares.NONE) {
      return words.say(Word.NO_CHILDREN);
    }
    return sums.counted() >= sums.expected()
        ? words.say(Word.COMPLETE)
        : words.say(Word.PROGRESS, words.percent(progress));
  }

  /** {@code 12.445 dari 30.766 TPS · 40,45 %}, under the name of a row. */
  static String brief(Words words, Results.Sums sums) {
    int progress = Shares.progress(sums.counted(), sums.expected());
    if (progress == Shares.NONE) {
      return words.say(Word.NO_STATIONS);
    }
    return words.say(
            Word.OF_STATIONS, words.integer(sums.counted()), words.integer(sums.expected()))
        + " · "
        + words.percent(progress);
  }
}
