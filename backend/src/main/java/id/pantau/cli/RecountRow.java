package id.pantau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Form;
import id.pantau.rules.Figures;
import java.util.Arrays;
import java.util.List;

/**
 * The recounted figures of one place.
 *
 * @param votes in ballot order
 * @param sent the same of every form that stands, held ones included
 * @param paper the administrative figures, in the order of {@link #PAPER}
 */
record RecountRow(long[] votes, long[] sent, long counted, long held, long expected, long[] paper) {
  /** Where each administrative figure stands in {@code totals} of a results body. */
  static final List<String> PAPER =
      List.of(
          "/valid/value",
          "/valid/stations",
          "/invalid/value",
          "/invalid/stations",
          "/registered/value",
          "/registered/stations",
          "/users/value",
          "/users/stations",
          "/turnout/users",
          "/turnout/registered",
          "/turnout/stations");

  static RecountRow zero(int choices, long expected) {
    return new RecountRow(
        new long[choices], new long[choices], 0, 0, expected, new long[PAPER.size()]);
  }

  /**
   * What a counted form gives: a figure only where none of its own rules failed.
   *
   * @param codes the rules it fails
   */
  static long[] paper(Form form, int codes) {
    Figures clean = Figures.of(form, codes);
    long[] paper = new long[PAPER.size()];
    Integer[] each = {clean.valid(), clean.invalid(), clean.registered(), clean.users()};
    for (int i = 0; i < each.length; i++) {
      if (each[i] != null) {
        paper[2 * i] = each[i];
        paper[2 * i + 1] = 1;
      }
    }
    if (paper[5] == 1 && paper[7] == 1) {
      paper[8] = paper[6];
      paper[9] = paper[4];
      paper[10] = 1;
    }
    return paper;
  }

  /** True where a row of a results body has them; at an earlier time it has not. */
  static boolean hasPaper(JsonNode row) {
    return row.path("totals").has("valid");
  }

  RecountRow plus(RecountRow other) {
    return new RecountRow(
        sum(votes, other.votes),
        sum(sent, other.sent),
        counted + other.counted,
        held + other.held,
        expected + other.expected,
        sum(paper, other.paper));
  }

  private static long[] sum(long[] some, long[] others) {
    long[] sum = Arrays.copyOf(some, some.length);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += others[i];
    }
    return sum;
  }
}
