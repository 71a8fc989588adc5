package id.pantau.api.lite;

import id.pantau.model.Area;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The places below an area, a hundred to a page, in the order of codes. */
final class Rows {
  static final int ROWS_PER_PAGE = 100;

  /** More choices than this have no column of their own each, even where there is room. */
  private static final int COLUMNS_MAX = 4;

  private static final int VILLAGE_LEVEL = 4;
  private final Shell shell;
  private final Words words;
  private final Contest contest;
  private final Area area;
  private final List<Results.Row> rows;

  Rows(Shell shell, Contest contest, Area area, Results results) {
    this.shell = shell;
    this.words = shell.words();
    this.contest = contest;
    this.area = area;
    this.rows = results.children();
  }

  int pages() {
    return Math.max(1, (rows.size() + ROWS_PER_PAGE - 1) / ROWS_PER_PAGE);
  }

  void write(Html html, int page) {
    String title = words.say(title());
    if (rows.isEmpty()) {
      html.raw("<section><h2>").text(title).raw("</h2>");
      html.paragraph(words.say(Word.NO_CHILDREN)).raw("</section>\n");
      return;
    }
    int from = (page - 1) * ROWS_PER_PAGE;
    int to = Math.min(rows.size(), from + ROWS_PER_PAGE);
    html.raw("<table class=\"");
    html.text(contest.choices().size() <= COLUMNS_MAX ? "c few" : "c");
    html.raw("\"><caption><h2>").text(title).raw(" <small>").text(words.integer(rows.size()));
    html.raw("</small></h2>");
    if (pages() > 1) {
      html.raw("<small>");
      html.text(
          words.say(
              Word.ROWS, words.integer(from + 1), words.integer(to), words.integer(rows.size())));
      html.raw("</small>");
    }
    html.raw("</caption><thead><tr><th scope=\"col\">");
    html.text(words.say(isVillage() ? Word.STATION : Word.PLACE)).raw("</th>");
    for (Choice choice : contest.choices()) {
      html.raw("<th scope=\"col\">");
      html.text(choice.number() + " " + Names.readable(choice.shortName())).raw("</th>");
    }
    html.raw("</tr></thead><tbody>\n");
    rows.subList(from, to).forEach(row -> row(html, row));
    html.raw("</tbody></table>\n");
    pages(html, page);
  }

  private void row(Html html, Results.Row row) {
    Results.Sums sums = row.sums();
    html.raw("<tr><th scope=\"row\">").link(address(row.code()), Names.readable(row.name()));
    html.raw("<br/><small>").text(state(sums)).raw("</small></th>");
    long all = sums == null ? 0 : sums.all();
    for (int i = 0; i < contest.choices().size(); i++) {
      html.raw("<td>");
      if (sums == null || all == 0) {
        html.raw("–");
      } else {
        long votes = sums.votes().get(i);
        html.raw("<b>").text(words.percent(Shares.share(votes, all))).raw("</b><br/><i>");
        html.text(words.integer(votes)).raw("</i>");
      }
      html.raw("</td>");
    }
    html.raw("</tr>\n");
  }

  private String state(Results.@Nullable Sums sums) {
    if (sums == null) {
      return words.say(Word.WITHHELD);
    }
    if (!isVillage()) {
      return Coverage.brief(words, sums);
    }
    return words.say(
        sums.counted() > 0
            ? FormWord.STATUS_COUNTED
            : sums.held() > 0 ? FormWord.STATUS_HELD : FormWord.STATUS_WAITING);
  }

  private String address(String code) {
    return isVillage()
        ? shell.links().plainStation(code, contest)
        : shell.links().plainArea(contest.id(), code);
  }

  private void pages(Html html, int page) {
    if (pages() == 1) {
      return;
    }
    html.raw("<nav class=\"pages\" aria-label=\"").text(words.say(Word.PAGES)).raw("\">");
    if (page > 1) {
      html.link(to(page - 1), words.say(Word.PREVIOUS));
    }
    for (int i = 1; i <= pages(); i++) {
      if (i == page) {
        html.raw("<span aria-current=\"page\">").text(words.integer(i)).raw("</span>");
      } else {
        html.link(to(i), words.integer(i));
      }
    }
    if (page < pages()) {
      html.link(to(page + 1), words.say(Word.NEXT));
    }
    html.raw("</nav>\n");
  }

  private String to(int page) {
    return shell.links().plainArea(contest.id(), area.code(), page);
  }

  private boolean isVillage() {
    return area.level() == VILLAGE_LEVEL;
  }

  private Word title() {
    boolean abroad = area.code().startsWith("99");
    return switch (area.level()) {
      case 0 -> Word.CHILDREN_0;
      case 1 -> abroad ? Word.CHILDREN_ABROAD : Word.CHILDREN_1;
      case 2 -> abroad ? Word.CHILDREN_ABROAD : Word.CHILDREN_2;
      case 3 -> abroad ? Word.CHILDREN_ABROAD : Word.CHILDREN_3;
      default -> Word.CHILDREN_4;
    };
  }
}
