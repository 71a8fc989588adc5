package id.pantau.api.lite;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Area;
import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plain page of an area: its standing, how far the count is, and what lies below it. */
final class AreaPage {
  private final Election election;
  private final Contest contest;
  private final Area area;
  private final Results results;
  private final Shell shell;
  private final Words words;
  private final Html html;

  AreaPage(Election election, Contest contest, Area area, Results results, Language language) {
    this.election = election;
    this.contest = contest;
    this.area = area;
    this.results = results;
    this.shell = new Shell(election, language);
    this.words = shell.words();
    this.html = shell.html;
  }

  /** The page; null where the area has no page of that number. */
  @Nullable String page(int page) {
    Rows rows = new Rows(shell, contest, area, results);
    if (page < 1 || page > rows.pages()) {
      return null;
    }
    AreaTree tree = election.areas();
    String name = Names.readable(results.name());
    shell.begin(
        name + " · " + shell.name(contest) + (page == 1 ? "" : " · " + page),
        Summary.of(election, contest, name, results.sums(), results.asOf(), words),
        links -> links.plainArea(contest.id(), area.code(), page));
    if (area.level() > 0) {
      shell.path(contest, Links.path(tree, area.parent()), name);
    }
    html.raw("<main id=\"isi\"><p class=\"kind\">");
    html.text(shell.name(contest) + " · " + levelName(words, area)).raw("</p><h1>").text(name);
    html.raw("</h1>\n");
    Freshness.write(html, words, results.asOf(), results.position());
    new Statements(html, words).notices(results.notices());
    shell.contests(contest, area.code(), c -> shell.links().plainArea(c.id(), area.code()));
    if (page == 1) {
      standing();
    } else {
      html.raw("<p>");
      html.link(shell.links().plainArea(contest.id(), area.code()), words.say(Word.TO_FIRST_PAGE));
      html.raw("</p>");
    }
    rows.write(html, page);
    return shell.end(
        Links.area(contest.id(), area.code()),
        "/api/v1/results/" + contest.id() + "/" + area.code());
  }

  private void standing() {
    Results.Sums sums = results.sums();
    JsonNode withheld = results.withheld();
    if (withheld != null) {
      new Statements(html, words).withheld(withheld);
    }
    if (sums == null) {
      return;
    }
    Standing standing = new Standing(words, contest.choices());
    standing.table(html, Word.STANDING, sums.votes());
    standing.lead(html, sums.votes());
    html.raw("<p class=\"q\">").text(words.say(Word.STANDING_NOTE)).raw("</p>\n");
    Coverage.write(html, words, sums);
    List<Long> sent = sums.sent();
    if (sent != null) {
      standing.table(html, Word.SENT, sent);
      html.raw("<p class=\"q\">");
      html.text(words.say(Word.SENT_NOTE, words.integer(sums.counted() + sums.held())));
      html.raw("</p>\n");
    }
    Figures.write(html, words, sums);
  }

  /** "Provinsi", "Kecamatan" … of a place; overseas the levels are the missions. */
  static String levelName(Words words, Area area) {
    boolean abroad = area.code().startsWith("99");
    Word level =
        switch (area.level()) {
          case 0 -> Word.LEVEL_0;
          case 1 -> abroad ? Word.ABROAD_1 : Word.LEVEL_1;
          case 2 -> abroad ? Word.ABROAD_2 : Word.LEVEL_2;
          case 3 -> abroad ? Word.ABROAD_2 : Word.LEVEL_3;
          default -> abroad ? Word.ABROAD_2 : Word.LEVEL_4;
        };
    return words.say(level);
  }
}
