package id.pantau.api.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Choice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Compares every number of an area's plain page with those of the JSON body. */
public final class SameNumbers {
  private static final String STANDING = "(//table[@class = 's'])[1]/tbody/tr";
  private static final String ROWS = "//table[starts-with(@class, 'c')]/tbody/tr";

  private SameNumbers() {}

  /** Fails where a number of the page is not the body's. */
  public static void check(PlainPage page, JsonNode body, List<Choice> choices, int rowsMax) {
    JsonNode totals = body.path("totals");
    List<Long> votes = votes(totals, choices);
    assertEquals(votes, numbers(page.texts(STANDING + "/td[3]")));
    assertEquals(shares(votes), shares(page, STANDING + "/td[2]"));
    JsonNode stations = body.path("stations");
    List<Long> coverage = new ArrayList<>();
    List.of("counted", "held", "expected").forEach(f -> coverage.add(stations.path(f).asLong()));
    assertEquals(coverage, numbers(page.texts("//dl/div/dd")));
    List<Long> figures = new ArrayList<>();
    List<Long> from = new ArrayList<>();
    for (String figure : List.of("valid", "invalid", "registered", "users")) {
      figures.add(totals.path(figure).path("value").asLong());
      from.add(totals.path(figure).path("stations").asLong());
    }
    from.add(totals.path("turnout").path("stations").asLong());
    String table = "//table[@class = 'f']/tbody/tr";
    assertEquals(figures, numbers(page.texts(table + "[position() < 5]/td[1]")));
    assertEquals(from, numbers(page.texts(table + "/td[2]")));
    rows(page, body, choices, rowsMax);
  }

  private static void rows(PlainPage page, JsonNode body, List<Choice> choices, int rowsMax) {
    List<Long> votes = new ArrayList<>();
    List<String> shares = new ArrayList<>();
    int shown = 0;
    for (JsonNode row : body.path("children")) {
      List<Long> its = votes(row.path("totals"), choices);
      if (shown++ < rowsMax && its.stream().mapToLong(Long::longValue).sum() > 0) {
        votes.addAll(its);
        shares.addAll(shares(its));
      }
    }
    assertEquals(Math.min(shown, rowsMax), page.texts(ROWS).size());
    assertEquals(votes, numbers(page.texts(ROWS + "/td/i")));
    assertEquals(shares, shares(page, ROWS + "/td/b"));
  }

  private static List<Long> votes(JsonNode totals, List<Choice> choices) {
    return choices.stream().map(c -> totals.path("votes").path(c.id()).asLong()).toList();
  }

  private static List<Long> numbers(List<String> texts) {
    return texts.stream().map(PlainPage::number).toList();
  }

  private static List<String> shares(PlainPage page, String path) {
    return page.texts(path).stream().map(t -> t.replaceAll("[^0-9,.–]", "")).toList();
  }

  /** Shares worked out anew, in exact arithmetic. */
  private static List<String> shares(List<Long> votes) {
    long all = votes.stream().mapToLong(Long::longValue).sum();
    return votes.stream().map(v -> all == 0 ? "–" : share(v, all)).toList();
  }

  private static String share(long votes, long all) {
    BigDecimal percent =
        BigDecimal.valueOf(votes * 100).divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP);
    if (votes < all && percent.compareTo(BigDecimal.valueOf(100)) >= 0) {
      return "99,99";
    }
    return votes > 0 && percent.signum() == 0 ? "0,01" : percent.toString().replace('.', ',');
  }
}
