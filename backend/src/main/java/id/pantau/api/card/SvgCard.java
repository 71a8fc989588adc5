package id.pantau.api.card;

import id.pantau.api.lite.Html;
import id.pantau.api.lite.Shares;
import id.pantau.model.Choice;
import id.pantau.model.Election;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The widget as a picture: SVG of a few kB, 400 units wide and as high as its rows. Its text is
 * text, in the reader's own typeface, so every line is cut and wrapped for a wide one; figures end
 * at an edge and stand under one another whatever the typeface.
 */
public final class SvgCard {
  private static final int WIDTH = 400;
  private static final int LEFT = 16;
  private static final int RIGHT = WIDTH - LEFT;

  /** Characters that fit a line of the smallest text, in a wide typeface. */
  private static final int SMALL_CHARACTERS = 54;

  private static final int LONG_BALLOT_MIN = 7;
  private static final String NAME = "Pantau Suara";

  private final StringBuilder out = new StringBuilder(6_000);
  private final CardContent content;
  private final CardWords words;
  private double y;

  private SvgCard(CardContent content) {
    this.content = content;
    this.words = content.words();
  }

  /**
   * @param body a results body (wire-protocol §2)
   * @param language {@code id} or {@code en}
   * @param base the public address of the site
   * @param theme {@code light}, {@code dark}, {@code auto} (the reader's), {@code transparent}
   */
  public static String of(
      byte[] body, Election election, String language, String base, String theme) {
    CardNumbers numbers = CardNumbers.read(body, election);
    CardContent content = CardContent.of(numbers, election, CardWords.of(language), base);
    return new SvgCard(content).draw(theme);
  }

  private String draw(String theme) {
    strip();
    head();
    CardNumbers.Stations stations = content.numbers().stations();
    if (stations == null || content.numbers().votes().isEmpty()) {
      withheld(content.numbers().withheld());
    } else {
      choices();
      coverage(stations);
    }
    foot();
    int height = (int) Math.ceil(y);
    String title = Html.escape(content.place() + " · " + content.contest());
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" lang=\"%s\"><title>%s</title><style>%s</style><rect class=\"paper\" width=\"%d\" height=\"%d\"/><rect class=\"ink\" width=\"%d\" height=\"2\"/>%s</svg>\n"
        .formatted(
            WIDTH,
            height,
            WIDTH,
            height,
            words.language(),
            title,
            style(theme),
            WIDTH,
            height,
            WIDTH,
            out);
  }

  private static String style(String theme) {
    String light = colors("#fbfbfa", "#15181b", "#535c64", "#dcdfe1");
    String dark = colors("#111417", "#e8ebed", "#9fa9b0", "#2b3136");
    String text =
        "text{font:400 12px system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;"
            + "font-variant-numeric:tabular-nums lining-nums}.b{font-weight:600}.e{text-anchor:end}";
    return switch (theme) {
      case "dark" -> text + dark;
      case "auto" -> text + light + "@media(prefers-color-scheme:dark){" + dark + "}";
      case "transparent" -> text + light + ".paper{fill:none}";
      default -> text + light;
    };
  }

  private static String colors(String paper, String ink, String quiet, String line) {
    return ".paper{fill:%s}.ink,text{fill:%s}.q{fill:%s}.line{fill:%s}.on{fill:%s}"
        .formatted(paper, ink, quiet, line, paper);
  }

  /** Says first what must not be overlooked: that these are no numbers of a running count. */
  private void strip() {
    y = 2;
    if (!content.numbers().isTest() && content.banner().isEmpty()) {
      return;
    }
    String test = content.numbers().isTest() ? words.testData() + "  " : "";
    List<String> lines = wrapped(test + content.banner(), SMALL_CHARACTERS);
    rect("ink", 0, y, WIDTH, 8 + 16 * lines.size());
    for (String line : lines) {
      y += 16;
      text("on", 11.5, LEFT, y, line);
    }
    y += 8;
  }

  private void head() {
    text("q", 12.5, LEFT, y + 26, cut(content.contest() + " · " + content.level(), 48));
    text("b", 22, LEFT, y + 50, cut(content.place(), 27));
    y += 64;
    rect("ink", LEFT, y, RIGHT - LEFT, 1);
  }

  /** In ballot order; a long ballot takes a line a choice, a short one two. */
  private void choices() {
    List<Choice> all = content.numbers().contest().choices();
    boolean isLong = all.size() >= LONG_BALLOT_MIN;
    long sum = content.numbers().sum();
    for (int i = 0; i < all.size(); i++) {
      Choice choice = all.get(i);
      long votes = content.numbers().votes().get(i);
      int hundredths = Shares.share(votes, sum);
      String share = content.formats().share(hundredths);
      if (hundredths != Shares.NONE) {
        share += words.percentGap() + "%";
      }
      int high = isLong ? 27 : 53;
      double line = y + (isLong ? 18 : 23);
      mark(choice, y + 7, high - 13);
      text("q e", isLong ? 13 : 15, LEFT + 30, line, Integer.toString(choice.number()));
      String name = choice.shortName();
      text("b", isLong ? 13 : 15.5, LEFT + 42, line, cut(name, isLong ? 20 : 22));
      String count = content.formats().integer(votes);
      if (isLong) {
        text("q e", 13, RIGHT - 76, line, count);
      } else {
        text("q", 13, LEFT + 42, line + 18, count);
      }
      text("b e", isLong ? 14 : 20, RIGHT, isLong ? line : y + 34, share);
      y += high;
      rect("line", LEFT, y, RIGHT - LEFT, 1);
    }
  }

  private void mark(Choice choice, double top, double height) {
    out.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%.1f\" width=\"4\" height=\"%.1f\" fill=\"#%06x\"/>",
            LEFT,
            top,
            height,
            Fill.of(choice).color()));
  }

  private void coverage(CardNumbers.Stations stations) {
    int progress = Shares.progress(stations.counted(), stations.expected());
    String far =
        progress == Shares.NONE
            ? words.noStations()
            : progress == Shares.ALL
                ? words.complete()
                : content.formats().share(progress) + words.percentGap() + "% " + words.progress();
    text("b", 13, LEFT, y + 24, far);
    String figures =
        content.formats().integer(stations.counted())
            + " "
            + words.counted()
            + " · "
            + content.formats().integer(stations.held())
            + " "
            + words.held()
            + " · "
            + content.formats().integer(stations.expected())
            + " "
            + words.expected();
    text("q", 12, LEFT, y + 42, figures);
    double expected = Math.max(1, stations.expected());
    double whole = RIGHT - LEFT;
    rect("line", LEFT, y + 54, whole, 1);
    rect("ink", LEFT, y + 51, whole * stations.counted() / expected, 4);
    rect(
        "q",
        LEFT + whole * stations.counted() / expected,
        y + 53,
        whole * stations.held() / expected,
        2);
    y += 58;
  }

  /** In place of the numbers: that there are none, who decided it, why, and until when. */
  private void withheld(CardNumbers.@Nullable Withheld by) {
    y += 8;
    lines("b", 16, wrapped(words.withheld(), 38), 21);
    if (by != null) {
      String reason = by.reason().getOrDefault(words.language(), "");
      List<String> why = wrapped(reason, 48);
      lines("", 13, why.subList(0, Math.min(6, why.size())), 18);
      lines("q", 12, wrapped(words.withheldBy() + " " + by.office(), SMALL_CHARACTERS), 17);
      Instant until = by.until();
      if (until != null) {
        lines("q", 12, List.of(words.withheldUntil() + " " + content.formats().time(until)), 17);
      }
    }
    y += 12;
    rect("line", LEFT, y, RIGHT - LEFT, 1);
  }

  private void foot() {
    Instant asOf = content.numbers().asOf();
    String time =
        content.numbers().isWaiting() || asOf == null
            ? words.noneYet()
            : words.lastCount() + " " + content.formats().time(asOf);
    y += 4;
    lines("q", 12, List.of(time), 18);
    lines("", 12, wrapped(content.notice(), SMALL_CHARACTERS), 16);
    lines("q", 12, List.of(cut(NAME + " · " + content.address(), SMALL_CHARACTERS)), 18);
    y += 14;
  }

  private void lines(String kind, double size, List<String> lines, double step) {
    for (String line : lines) {
      y += step;
      text(kind, size, LEFT, y, line);
    }
  }

  private void text(String kind, double size, double x, double baseline, String text) {
    out.append(
            String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" style=\"font-size:%.1fpx\">",
                kind,
                x,
                baseline,
                size))
        .append(Html.escape(text))
        .append("</text>");
  }

  private void rect(String kind, double x, double top, double width, double height) {
    out.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.2f\" height=\"%.1f\"/>",
            kind,
            x,
            top,
            width,
            height));
  }

  private static String cut(String text, int charactersMax) {
    int length = text.codePointCount(0, text.length());
    return length <= charactersMax
        ? text
        : text.substring(0, text.offsetByCodePoints(0, charactersMax - 1)).strip() + "…";
  }

  /** The words in lines of so many characters; a longer word is cut. */
  private static List<String> wrapped(String text, int charactersMax) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > charactersMax) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(cut(word, charactersMax));
    }
    lines.add(line.toString());
    return lines;
  }
}
