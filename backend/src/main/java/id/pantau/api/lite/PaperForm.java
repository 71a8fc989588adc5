package id.pantau.api.lite;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Choice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as it stands on the paper: sections I to V, every figure where the paper has it, and what
 * the checks say below the figure concerned.
 */
final class PaperForm {
  private static final int FIGURE_COLUMNS = 2;
  private static final int SEX_COLUMNS = 4;
  private final Html html;
  private final Words words;
  private final List<Choice> choices;
  private final JsonNode form;

  PaperForm(Html html, Words words, List<Choice> choices, JsonNode form) {
    this.html = html;
    this.words = words;
    this.choices = choices;
    this.form = form;
  }

  void write() {
    html.raw("<section><h2>").text(words.say(FormWord.FORM)).raw("</h2>\n");
    electors("I.A", FormWord.SECTION_REGISTERED, Paper.REGISTERED);
    electors("I.B", FormWord.SECTION_USERS, Paper.USERS);
    plain("II", FormWord.SECTION_BALLOTS, Paper.BALLOTS);
    html.raw("<h3>III ").text(words.say(FormWord.SECTION_DISABLED)).raw("</h3><p class=\"q\">");
    html.text(words.say(FormWord.NOT_CARRIED)).raw("</p>\n");
    votes();
    plain("V", FormWord.SECTION_VALIDITY, Paper.VALIDITY);
    List<JsonNode> elsewhere = at(null);
    if (!elsewhere.isEmpty()) {
      html.raw("<h3>").text(words.say(FormWord.FINDINGS)).raw("</h3>");
      list(html, words, elsewhere);
    }
    html.raw("</section>\n");
  }

  /** Findings as a list, each in plain words behind its code. */
  static void list(Html html, Words words, Iterable<JsonNode> findings) {
    html.raw("<ul>");
    for (JsonNode finding : findings) {
      html.raw("<li>");
      words(html, words, finding);
      html.raw("</li>");
    }
    html.raw("</ul>\n");
  }

  private static void words(Html html, Words words, JsonNode finding) {
    String code = finding.path("code").asText();
    Law law = Phrase.keyed(Law.class, "LAW", code);
    html.raw("<strong>").text(code).raw("</strong> ");
    html.text(law == null ? finding.path("message").asText() : words.say(law));
  }

  private void head(String number, FormWord title) {
    html.text(number + " " + words.say(title)).raw("</h3></caption>");
  }

  private void electors(String number, FormWord title, List<String> rows) {
    html.raw("<table class=\"p e\"><caption><h3>");
    head(number, title);
    html.raw("<thead><tr><td class=\"n\"></td><td></td>");
    sex(FormWord.MALE, FormWord.MALE_LONG);
    sex(FormWord.FEMALE, FormWord.FEMALE_LONG);
    html.raw("<th scope=\"col\">").text(words.say(FormWord.ALL));
    html.raw("</th></tr></thead><tbody>\n");
    for (String row : rows) {
      begin(Paper.number(row), Paper.name(words, row), row.equals("users.all"));
      Paper.SEXES.forEach(sex -> figure(row + "." + sex));
      html.raw("</tr>\n");
      said(row, SEX_COLUMNS);
    }
    html.raw("</tbody></table>\n");
  }

  private void sex(FormWord letter, FormWord name) {
    html.raw("<th scope=\"col\"><abbr title=\"").text(words.say(name)).raw("\">");
    html.text(words.say(letter)).raw("</abbr></th>");
  }

  private void plain(String number, FormWord title, List<String> rows) {
    html.raw("<table class=\"p\"><caption><h3>");
    head(number, title);
    html.raw("<tbody>\n");
    for (String row : rows) {
      begin(Paper.number(row), Paper.name(words, row), row.equals("total"));
      figure(row);
      html.raw("</tr>\n");
      said(row, FIGURE_COLUMNS);
    }
    html.raw("</tbody></table>\n");
  }

  private void votes() {
    html.raw("<table class=\"p\"><caption><h3>");
    head("IV", FormWord.SECTION_VOTES);
    html.raw("<tbody>\n");
    for (Choice choice : choices) {
      String field = "votes." + choice.id();
      begin(Integer.toString(choice.number()), Names.readable(choice.shortName()), false);
      figure(field);
      html.raw("</tr>\n");
      said(field, FIGURE_COLUMNS);
    }
    said("votes", FIGURE_COLUMNS);
    html.raw("</tbody></table>\n");
  }

  private void begin(String number, String name, boolean sum) {
    html.raw("<tr");
    if (sum) {
      html.raw(" class=\"sum\"");
    }
    html.raw("><td class=\"n\">").text(number).raw("</td><th scope=\"row\">").text(name);
    html.raw("</th>");
  }

  private void figure(String field) {
    Long value = Paper.figure(form, field);
    if (value == null) {
      html.raw("<td title=\"").text(words.say(FormWord.ABSENT)).raw("\">–</td>");
    } else {
      html.raw("<td>").text(words.integer(value)).raw("</td>");
    }
  }

  /** The findings that belong to a row; with null those that belong to none. */
  private List<JsonNode> at(@Nullable String row) {
    List<JsonNode> here = new ArrayList<>();
    for (JsonNode finding : form.path("findings")) {
      String its = Paper.rowOf(finding, choices);
      if (row == null ? its == null : row.equals(its)) {
        here.add(finding);
      }
    }
    return here;
  }

  private void said(String row, int columns) {
    List<JsonNode> findings = at(row);
    if (findings.isEmpty()) {
      return;
    }
    html.raw("<tr class=\"said\"><td></td><td colspan=\"").text(Integer.toString(columns));
    html.raw("\">");
    for (JsonNode finding : findings) {
      html.raw("<p>");
      words(html, words, finding);
      html.raw("</p>");
    }
    html.raw("</td></tr>\n");
  }
}
