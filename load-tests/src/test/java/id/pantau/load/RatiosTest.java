package id.pantau.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class RatiosTest {
  private static double[] figures(double... figures) {
    return figures;
  }

  @Test
  void of_everyPairAlike_isThatRatioWithoutDoubt() {
    double[] theirs = figures(10, 20, 30, 40, 50, 60, 70, 80, 90);
    Ratios ratios = Ratios.of(Arrays.stream(theirs).map(t -> t * 0.7).toArray(), theirs);

    assertEquals(0.7, ratios.mean(), 1e-9);
    assertEquals(0.7, ratios.low(), 1e-9);
    assertEquals(0.7, ratios.high(), 1e-9);
    assertEquals("met", ratios.atLeast(0.65));
    assertEquals("missed", ratios.atLeast(0.75));
  }

  /** By hand: logs ±ln 2 around 0 in 4 pairs, deviation 0.8004, t(3) = 3.182. */
  @Test
  void of_pairsThatDiffer_hasStudentsInterval() {
    Ratios ratios = Ratios.of(figures(2, 0.5, 2, 0.5), figures(1, 1, 1, 1));

    assertEquals(1, ratios.mean(), 1e-9);
    assertEquals(Math.exp(3.182 * 0.800377 / 2), ratios.high(), 1e-3);
    assertEquals(1 / ratios.high(), ratios.low(), 1e-9);
  }

  @Test
  void atLeast_fewerThanNineRounds_claimsNothing() {
    assertEquals("unresolved", Ratios.of(figures(9, 9), figures(1, 1)).atLeast(1));
  }

  @Test
  void atLeast_barWithinTheInterval_isUnresolved() {
    double[] ours = figures(1, 3, 1, 3, 1, 3, 1, 3, 1);
    double[] theirs = figures(2, 2, 2, 2, 2, 2, 2, 2, 2);

    assertEquals("unresolved", Ratios.of(ours, theirs).atLeast(0.9));
  }

  @Test
  void of_onePair_knowsNoInterval() {
    Ratios ratios = Ratios.of(figures(3), figures(2));

    assertEquals(1.5, ratios.mean(), 1e-9);
    assertTrue(Double.isNaN(ratios.low()) && Double.isNaN(ratios.high()));
  }

  @Test
  void of_unequalNumbers_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> Ratios.of(figures(1), figures(1, 2)));
  }

  @Test
  void median_oddAndEven_isTheMiddle() {
    assertEquals(2, Ratios.median(figures(9, 1, 2)));
    assertEquals(1.5, Ratios.median(figures(9, 1, 2, 0)));
  }
}
