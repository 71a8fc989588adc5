package id.pantau.api.lite;

import id.pantau.model.Choice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The choices in ballot order, each with its votes and share, all of the same weight. */
final class Standing {
  private final Words words;
  private final List<Choice> choices;

  Standing(Words words, List<Choice> choices) {
    this.words = words;
    this.choices = choices;
  }

  void table(Html html, Word title, List<Long> votes) {
    long all = votes.stream().mapToLong(Long::longValue).sum();
    html.raw("<table class=\"s\"><caption><h2>").text(words.say(title)).raw("</h2></caption>");
    html.raw("<thead><tr><th scope=\"col\" class=\"n\">").text(words.say(Word.NUMBER));
    html.raw("</th><th scope=\"col\">").text(words.say(Word.CHOICE));
    html.raw("</th><th scope=\"col\" class=\"h\">").text(words.say(Word.SHARE));
    html.raw("</th><th scope=\"col\" class=\"v\">").text(words.say(Word.VOTES));
    html.raw("</th></tr></thead><tbody>\n");
    for (int i = 0; i < choices.size(); i++) {
      Choice choice = choices.get(i);
      int share = Shares.share(votes.get(i), all);
      html.raw("<tr><td>").text(Integer.toString(choice.number()));
      html.raw("</td><th scope=\"row\"><b>").text(Names.readable(choice.shortName()));
      html.raw("</b><br/><small>").text(String.join(" – ", Names.pair(choice.name())));
      html.raw("</small></th><td><b>").text(words.percent(share)).raw("</b></td><td>");
      html.text(words.integer(votes.get(i)));
      bar(html, share);
      html.raw("</td></tr>\n");
    }
    html.raw("</tbody></table>\n");
  }

  /** The share again as the thick part of the line below the row. */
  private static void bar(Html html, int share) {
    if (share > 0) {
      html.raw("<svg aria-hidden=\"true\"><rect width=\"");
      html.text(share / 100 + "." + share % 100 / 10 + share % 10);
      html.raw("%\" height=\"100%\"/></svg>");
    }
  }

  /** What lies between the two largest; says nothing before there are votes. */
  void lead(Html html, List<Long> votes) {
    long all = votes.stream().mapToLong(Long::longValue).sum();
    if (all == 0 || choices.size() < 2) {
      return;
    }
    List<Integer> order = new ArrayList<>(IntStream.range(0, choices.size()).boxed().toList());
    order.sort(Comparator.comparing((Integer i) -> votes.get(i)).reversed());
    int first = order.get(0);
    int second = order.get(1);
    String one = Names.readable(choices.get(first).shortName());
    String two = Names.readable(choices.get(second).shortName());
    long apart = votes.get(first) - votes.get(second);
    html.paragraph(
        apart == 0
            ? words.say(Word.LEVEL, one, two)
            : words.say(
                Word.LEAD, one, two, words.integer(apart), words.points(Shares.share(apart, all))));
  }
}
