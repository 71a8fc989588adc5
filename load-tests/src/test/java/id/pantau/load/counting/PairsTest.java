package id.pantau.load.counting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class PairsTest {
  private static final double CLOSE = 1e-9;

  @Test
  void of_everyPairTheSameRatio_hasNoWidth() {
    Pairs pairs = Pairs.of(new double[] {2, 20, 200}, new double[] {1, 10, 100});
    assertEquals(2, pairs.ratio(), CLOSE);
    assertEquals(2, pairs.low(), CLOSE);
    assertEquals(2, pairs.high(), CLOSE);
  }

  @Test
  void of_twoPairs_isStudentsIntervalOfOneDegreeOfFreedom() {
    // Logarithms 0 and ln 4: mean ln 2, standard error ln 2, so 12.706 of it on either side.
    Pairs pairs = Pairs.of(new double[] {1, 4}, new double[] {1, 1});
    assertEquals(2, pairs.ratio(), CLOSE);
    assertEquals(Math.exp(Math.log(2) * (1 - 12.706)), pairs.low(), CLOSE);
    assertTrue(pairs.high() > 1_000);
  }

  @Test
  void of_unequalNumbers_isRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Pairs.of(new double[] {1, 2}, new double[] {1}));
  }
}
