package id.pantau.load.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ScrapeTest {
  private static final Scrape SCRAPE =
      Scrape.of(
          """
          # HELP forms_total forms
          forms_total{province="11",status="counted"} 3.0
          forms_total{province="12",status="counted"} 4.0
          forms_total{province="12",status="held"} 1.5E1
          forms_total_more 100.0
          up 1.0
          """);

  @Test
  void sum_takesTheSamplesOfThatNameWithAllLabels() {
    assertEquals(22, SCRAPE.sum("forms_total"));
    assertEquals(7, SCRAPE.sum("forms_total", "status=\"counted\""));
    assertEquals(15, SCRAPE.sum("forms_total", "province=\"12\"", "status=\"held\""));
    assertEquals(1, SCRAPE.sum("up"));
    assertEquals(0, SCRAPE.sum("down"));
  }
}
