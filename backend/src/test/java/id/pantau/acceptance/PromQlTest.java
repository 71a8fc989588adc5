package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PromQlTest {
  @Test
  void names_functionsLabelsDurationsAndWords_areNone() {
    assertEquals(
        Set.of("a_bucket", "b_total", "c"),
        PromQl.names(
            "histogram_quantile(0.99, sum by (le, x) (rate(a_bucket{y=\"z_total\"}[1m]))) > 1"
                + " and on (x) topk(10, b_total) or c > bool 0 unless up == 0"));
  }

  @Test
  void selections_plainLabels_areEachNamed() {
    assertEquals(
        List.of(
            List.of("a_total", "status=\"counted\""),
            List.of("a_total", "status=\"held\""),
            List.of("b", "kind=\"c\"")),
        PromQl.selections(
            "sum(rate(a_total{status=~\"counted|held\",instance=~\"$instance\"}[1m])) + b{kind=\"c\"}"));
  }
}
