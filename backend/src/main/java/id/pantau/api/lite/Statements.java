package id.pantau.api.lite;

import com.fasterxml.jackson.databind.JsonNode;

/** What offices say of a place in public: notices, and why its numbers are withheld. */
final class Statements {
  private final Html html;
  private final Words words;

  Statements(Html html, Words words) {
    this.html = html;
    this.words = words;
  }

  /**
   * The notices of a place and of those above it; nothing where there are none.
   *
   * @param notices {@code notices} of a body; missing where it has none
   */
  void notices(JsonNode notices) {
    if (notices.isEmpty()) {
      return;
    }
    html.raw("<section><h2>").text(words.say(Word.NOTICES)).raw("</h2>");
    for (JsonNode notice : notices) {
      html.raw("<article>");
      said(notice);
      html.raw("</article>");
    }
    html.raw("</section>\n");
  }

  /** The statement that stands where the numbers would: who, why, since when, until when. */
  void withheld(JsonNode withheld) {
    html.raw("<section><h2>").text(words.say(Word.WITHHELD)).raw("</h2>");
    said(withheld);
    html.raw("</section>\n");
  }

  private void said(JsonNode statement) {
    html.paragraph(statement.path("reason").path(words.language().wire()).asText());
    String since = words.exact(statement.path("since").asText());
    html.raw("<p class=\"q\">");
    html.text(words.say(Word.WITHHELD_BY, statement.path("office").asText(), since));
    String until = statement.path("until").textValue();
    if (until != null) {
      html.text(", " + words.say(Word.WITHHELD_UNTIL, words.exact(until)));
    }
    html.raw("</p>");
  }
}
