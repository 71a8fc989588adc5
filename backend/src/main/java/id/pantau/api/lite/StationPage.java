package id.pantau.api.lite;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Station;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plain page of a station in one contest: its form as on the paper, photos as text, revisions.
 */
final class StationPage {
  private final Election election;
  private final Contest contest;
  private final Station station;
  private final JsonNode body;
  private final Shell shell;
  private final Words words;
  private final Html html;

  StationPage(
      Election election, Contest contest, Station station, JsonNode body, Language language) {
    this.election = election;
    this.contest = contest;
    this.station = station;
    this.body = body;
    this.shell = new Shell(election, language);
    this.words = shell.words();
    this.html = shell.html;
  }

  /** The page; null where there is none of that number. */
  @Nullable String page(int page) {
    List<Choice> choices = contest.choices();
    Revisions revisions =
        new Revisions(html, words, choices, body.path("revisions"), body.has("withheld"));
    if (page < 1 || page > revisions.pages()) {
      return null;
    }
    String name = body.path("name").asText();
    String village = Names.readable(election.areas().area(station.village()).name());
    String state = Summary.station(words, body.path("status").asText());
    String asOf = body.path("asOf").textValue();
    String place = name + ", " + village;
    shell.begin(
        place + " · " + shell.name(contest) + (page == 1 ? "" : " · " + page),
        Summary.of(election, contest, place, state, asOf, words),
        links -> links.plainStation(station.code(), contest, page));
    shell.path(contest, Links.path(election.areas(), station.village()), name);
    html.raw("<main id=\"isi\"><p class=\"kind\">");
    html.text(shell.name(contest) + " · " + words.say(Word.STATION) + " " + station.code());
    html.raw("</p><h1>").text(name + " " + village).raw("</h1>\n");
    Freshness.write(html, words, asOf, position());
    Statements statements = new Statements(html, words);
    statements.notices(body.path("notices"));
    shell.contests(contest, station.code(), c -> shell.links().plainStation(station.code(), c));
    status(state);
    if (body.has("withheld")) {
      statements.withheld(body.path("withheld"));
    }
    JsonNode current = body.path("current");
    if (page == 1 && current.isObject() && !body.path("status").asText().equals("withdrawn")) {
      new PaperForm(html, words, choices, current).write();
      Photos.write(html, words, current.path("images"));
    }
    revisions.write(page);
    pages(page, revisions.pages());
    return shell.end(
        shell.links().station(station.code(), contest),
        "/api/v1/stations/" + station.code() + "/" + contest.id());
  }

  private String position() {
    JsonNode position = body.path("position");
    return position.path("epoch").asText() + "·" + position.path("revision").asText();
  }

  private void status(String state) {
    html.raw("<p><strong>").text(state).raw(".</strong> ");
    String wire = body.path("status").asText();
    FormWord more = Phrase.keyed(FormWord.class, "MORE", wire);
    if (more != null) {
      html.text(words.say(more) + " ");
    }
    JsonNode current = body.path("current");
    if (current.isObject()) {
      if (wire.equals("counted") && current.path("findings").isEmpty()) {
        html.text(words.say(FormWord.NO_FINDINGS) + " ");
      }
      FormWord method = Phrase.keyed(FormWord.class, "METHOD", current.path("method").asText());
      html.text(words.say(FormWord.FORM_OF, current.path("revision").asText()));
      html.text((method == null ? "" : ", " + words.say(method)) + ".");
    }
    html.raw("</p>\n");
  }

  private void pages(int page, int pages) {
    if (pages == 1) {
      return;
    }
    html.raw("<nav class=\"pages\" aria-label=\"").text(words.say(Word.PAGES)).raw("\">");
    for (int i = 1; i <= pages; i++) {
      if (i == page) {
        html.raw("<span aria-current=\"page\">").text(words.integer(i)).raw("</span>");
      } else {
        html.link(shell.links().plainStation(station.code(), contest, i), words.integer(i));
      }
    }
    html.raw("</nav>\n");
  }
}
