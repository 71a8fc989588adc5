package id.pantau.api.lite;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The administrative figures, each with the stations it is the sum of, and the turnout. */
final class Figures {
  private Figures() {}

  static void write(Html html, Words words, Results.Sums sums) {
    JsonNode turnout = sums.turnout();
    if (sums.valid() == null && turnout == null) {
      return;
    }
    html.raw("<table class=\"f\"><caption><h2>").text(words.say(Word.FIGURES));
    html.raw("</h2></caption><thead><tr><th scope=\"col\">").text(words.say(Word.FIGURE));
    html.raw("</th><th scope=\"col\">").text(words.say(Word.SUM));
    html.raw("</th><th scope=\"col\">").text(words.say(Word.FROM));
    html.raw("</th></tr></thead><tbody>\n");
    row(html, words, Word.VALID, sums.valid());
    row(html, words, Word.INVALID, sums.invalid());
    row(html, words, Word.REGISTERED, sums.registered());
    row(html, words, Word.USERS, sums.users());
    if (turnout != null) {
      int share = Shares.share(turnout.path("users").asLong(), turnout.path("registered").asLong());
      row(html, words, Word.TURNOUT, words.percent(share), turnout.path("stations").asLong());
    }
    html.raw("</tbody></table><p class=\"q\">").text(words.say(Word.FIGURES_NOTE)).raw("</p>\n");
  }

  private static void row(Html html, Words words, Word name, Results.@Nullable Figure figure) {
    if (figure != null) {
      row(html, words, name, words.integer(figure.value()), figure.stations());
    }
  }

  private static void row(Html html, Words words, Word name, String value, long stations) {
    html.raw("<tr><th scope=\"row\">").text(words.say(name)).raw("</th><td>").text(value);
    html.raw("</td><td class=\"from\">")
        .text(words.say(Word.FROM_STATIONS, words.integer(stations)))
        .raw("</td></tr>\n");
  }
}
