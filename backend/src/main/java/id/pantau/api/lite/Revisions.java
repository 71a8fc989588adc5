package id.pantau.api.lite;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Every revision of a station's form, newest first: what changed, when, why, what the checks said.
 */
final class Revisions {
  static final int REVISIONS_PER_PAGE = 6;
  private static final int NAMES_MAX = 4;
  private final Html html;
  private final Words words;
  private final List<Choice> choices;
  private final JsonNode revisions;
  private final boolean withheld;

  /**
   * @param withheld true where the figures are withheld: then nothing is said of what changed
   */
  Revisions(Html html, Words words, List<Choice> choices, JsonNode revisions, boolean withheld) {
    this.html = html;
    this.words = words;
    this.choices = choices;
    this.revisions = revisions;
    this.withheld = withheld;
  }

  int pages() {
    return Math.max(1, (revisions.size() + REVISIONS_PER_PAGE - 1) / REVISIONS_PER_PAGE);
  }

  void write(int page) {
    if (revisions.isEmpty()) {
      return;
    }
    html.raw("<section><h2>").text(words.say(FormWord.REVISIONS)).raw(" <small>");
    html.text(words.integer(revisions.size())).raw("</small></h2>\n");
    int from = (page - 1) * REVISIONS_PER_PAGE;
    for (int i = from; i < Math.min(revisions.size(), from + REVISIONS_PER_PAGE); i++) {
      one(revisions.get(i), revisions.get(i + 1));
    }
    html.raw("</section>\n");
  }

  private void one(JsonNode revision, @Nullable JsonNode before) {
    int generation = revision.path("generation").asInt();
    html.raw("<article><h3>");
    html.text(words.say(FormWord.FORM_OF, revision.path("revision").asText()));
    if (generation > 0) {
      html.text(", " + words.say(FormWord.GENERATION, Integer.toString(generation + 1)));
    }
    html.raw("</h3><p>").text(named("STATUS", revision.path("status").asText()));
    String was = revision.path("was").asText("");
    if (!was.isEmpty()) {
      html.text(", " + words.say(FormWord.WAS, named("STATUS", was).toLowerCase(Locale.ROOT)));
    }
    html.text(". ");
    why(revision.path("reason"));
    html.raw("</p><p class=\"q\">").text(named("METHOD", revision.path("method").asText()));
    String submitter = revision.path("submitter").asText("");
    if (!submitter.isEmpty()) {
      html.text(" · " + words.say(FormWord.SUBMITTER) + " " + submitter);
    }
    times(revision);
    html.raw("</p>\n");
    changes(revision, before);
    if (!revision.path("findings").isEmpty()) {
      html.raw("<p class=\"q\">").text(words.say(FormWord.FINDINGS)).raw("</p>");
      PaperForm.list(html, words, revision.path("findings"));
    }
    html.raw("</article>\n");
  }

  private void times(JsonNode revision) {
    time(FormWord.RECORDED, revision.path("recordedAt").asText(""));
    time(FormWord.RECEIVED, revision.path("receivedAt").asText(""));
    time(FormWord.COUNTED_AT, revision.path("countedAt").asText(""));
  }

  private void time(FormWord what, String iso) {
    if (!iso.isEmpty() && !iso.equals("null")) {
      html.raw("<br/>").text(words.say(what) + " ");
      html.raw("<time datetime=\"").text(iso).raw("\">").text(words.exact(iso)).raw("</time>");
    }
  }

  private void why(JsonNode reason) {
    html.text(named("REASON", reason.path("kind").asText()));
    String note = reason.path("note").textValue();
    html.text(note == null || note.isEmpty() ? "." : ": " + note);
    list(FormWord.OVERRIDES, reason.path("codes"));
    list(FormWord.BY, reason.path("by"));
    String cites = reason.path("cites").textValue();
    if (cites != null && !cites.isEmpty()) {
      html.raw("<br/>").text(words.say(FormWord.CITES) + " " + cites);
    }
  }

  private void list(FormWord what, JsonNode values) {
    if (values.isEmpty()) {
      return;
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode value : values) {
      texts.add(value.asText());
    }
    boolean cut = texts.size() > NAMES_MAX;
    String said = String.join(", ", cut ? texts.subList(0, NAMES_MAX) : texts);
    html.raw("<br/>").text(words.say(what) + " " + said + (cut ? " …" : ""));
  }

  private void changes(JsonNode revision, @Nullable JsonNode before) {
    if (before == null) {
      html.raw("<p class=\"q\">").text(words.say(FormWord.FIRST_FORM)).raw("</p>\n");
      return;
    }
    if (withheld) {
      String not = words.say(FormWord.STATUS_WITHHELD).toLowerCase(Locale.ROOT);
      html.raw("<p class=\"q\">").text(words.say(FormWord.CHANGED_FROM) + ": " + not).raw("</p>\n");
      return;
    }
    List<String> changed =
        Paper.fields(choices).stream()
            .filter(f -> !Objects.equals(Paper.figure(before, f), Paper.figure(revision, f)))
            .toList();
    if (changed.isEmpty()) {
      html.raw("<p class=\"q\">").text(words.say(FormWord.NOTHING_CHANGED)).raw("</p>\n");
      return;
    }
    html.raw("<p class=\"q\">").text(words.say(FormWord.CHANGED_FROM)).raw("</p><ul>");
    for (String field : changed) {
      html.raw("<li>").text(Paper.label(words, choices, field) + ": ");
      html.text(figure(before, field) + " → " + figure(revision, field)).raw("</li>");
    }
    html.raw("</ul>\n");
  }

  private String figure(JsonNode form, String field) {
    Long value = Paper.figure(form, field);
    return value == null ? words.say(FormWord.ABSENT) : words.integer(value);
  }

  private String named(String kind, String word) {
    FormWord phrase = Phrase.keyed(FormWord.class, kind, word);
    return phrase == null ? word : words.say(phrase);
  }
}
