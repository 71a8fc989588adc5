package id.pantau.api.lite;

import id.pantau.model.Area;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import java.util.List;
import java.util.function.Function;

/** What every plain page has around its content: head, banner, notice, language, sources. */
final class Shell {
  private final Election election;
  private final Language language;
  private final Words words;
  final Html html = new Html();

  Shell(Election election, Language language) {
    this.election = election;
    this.language = language;
    this.words = new Words(language);
  }

  Words words() {
    return words;
  }

  Links links() {
    return new Links(election, language);
  }

  /**
   * Everything above the content.
   *
   * @param self the page's own address in a language
   */
  void begin(String title, String description, Function<Links, String> self) {
    String id = self.apply(new Links(election, Language.ID));
    String en = self.apply(new Links(election, Language.EN));
    html.raw("<!DOCTYPE html>\n<html lang=\"").text(language.wire()).raw("\"><head>");
    html.raw("<meta charset=\"utf-8\"/>");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
    html.raw("<title>").text(title + " · " + words.say(Word.SITE)).raw("</title>");
    html.raw("<meta name=\"description\" content=\"").text(description).raw("\"/>");
    html.raw("<style>").raw(Style.TEXT).raw("</style></head><body>\n");
    html.raw("<a class=\"skip\" href=\"#isi\">").text(words.say(Word.SKIP)).raw("</a>\n<header>");
    html.raw("<p><a class=\"site\" href=\"").text(home()).raw("\">");
    html.text(words.say(Word.SITE)).raw("</a></p><p>");
    Language other = language == Language.ID ? Language.EN : Language.ID;
    html.raw("<a lang=\"").text(other.wire()).raw("\" hreflang=\"").text(other.wire());
    html.raw("\" href=\"").text(other == Language.ID ? id : en).raw("\">");
    html.text(words.say(Word.OTHER_LANGUAGE)).raw("</a></p></header>\n");
    String banner = election.banners().get(language.wire());
    if (banner != null && !banner.isEmpty()) {
      html.raw("<p class=\"banner\">").text(banner).raw("</p>\n");
    }
    html.raw("<p class=\"notice\">");
    html.text(election.notices().getOrDefault(language.wire(), "")).raw("</p>\n");
  }

  /** The way from the nation to here, the last without a link. */
  void path(Contest contest, List<Area> above, String here) {
    html.raw("<nav aria-label=\"").text(words.say(Word.NAVIGATION)).raw("\"><ol class=\"path\">");
    for (Area step : above) {
      html.raw("<li>")
          .link(links().plainArea(contest.id(), step.code()), Names.readable(step.name()));
      html.raw("</li>");
    }
    html.raw("<li aria-current=\"page\">").text(here).raw("</li></ol></nav>\n");
  }

  /** Other contests of the same place, where there are any. */
  void contests(Contest here, String code, Function<Contest, String> address) {
    List<Contest> all = election.contests().stream().filter(c -> Links.isIn(c, code)).toList();
    if (all.size() < 2) {
      return;
    }
    html.raw("<nav class=\"pages\" aria-label=\"").text(words.say(Word.CONTESTS)).raw("\">");
    for (Contest contest : all) {
      if (contest.id().equals(here.id())) {
        html.raw("<span aria-current=\"page\">").text(name(contest)).raw("</span>");
      } else {
        html.link(address.apply(contest), name(contest));
      }
    }
    html.raw("</nav>\n");
  }

  /**
   * Everything below the content.
   *
   * @param full the dashboard's page of the same place
   * @param data the body that the numbers are of
   */
  String end(String full, String data) {
    html.raw("</main>\n<footer><p>").link(full, words.say(Word.FULL_PAGE)).raw("<br/>");
    html.link(data, words.say(Word.OPEN_DATA)).raw("</p>");
    return close();
  }

  /** The same of a page that is about no place. */
  String end() {
    html.raw("</main>\n<footer>");
    return close();
  }

  private String close() {
    html.raw("<p>").text(words.say(Word.SOURCES) + ": " + String.join("; ", election.sources()));
    return html.raw("</p></footer></body></html>\n").toString();
  }

  String name(Contest contest) {
    return contest.names().getOrDefault(language.wire(), contest.id());
  }

  String home() {
    Contest first = election.contests().get(0);
    return links().plainArea(first.id(), Links.start(first));
  }
}
