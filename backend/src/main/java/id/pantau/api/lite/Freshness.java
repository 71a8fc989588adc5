package id.pantau.api.lite;

import org.jspecify.annotations.Nullable;

/** When the numbers of a page were counted, and that the page stands still. */
final class Freshness {
  private Freshness() {}

  static void write(Html html, Words words, @Nullable String asOf, String position) {
    html.raw("<p class=\"q\">");
    if (asOf == null) {
      html.text(words.say(Word.NONE_YET) + ". ");
    } else {
      html.text(words.say(Word.UPDATED) + ": ");
      html.raw("<time datetime=\"").text(asOf).raw("\">").text(words.exact(asOf)).raw("</time>. ");
    }
    html.text(words.say(Word.POSITION) + " " + position + ". " + words.say(Word.STILL));
    html.raw("</p>\n");
  }
}
