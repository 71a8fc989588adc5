package id.pantau.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class IntervalTest {
  /** By hand: logarithms of the ratios 0, ln 2, ln 4; s = ln 2, t(2) = 4.303. */
  @Test
  void of_threePairs_isStudentsIntervalOfTheMeanRatio() {
    Interval interval = Interval.of(List.of(1.0, 2.0, 3.0), List.of(1.0, 4.0, 12.0));
    double wide = 4.303 * Math.log(2) / Math.sqrt(3);
    assertEquals(2, interval.before());
    assertEquals(4, interval.after());
    assertEquals(2, interval.ratio(), 1e-9);
    assertEquals(2 / Math.exp(wide), interval.low(), 1e-9);
    assertEquals(2 * Math.exp(wide), interval.high(), 1e-9);
  }

  @Test
  void of_onePair_hasNoInterval() {
    Interval interval = Interval.of(List.of(2.0), List.of(3.0));
    assertEquals(1.5, interval.ratio(), 1e-9);
    assertTrue(Double.isNaN(interval.low()));
  }

  @Test
  void median_ofFour_isBetweenTheMiddleTwo() {
    assertEquals(2.5, Interval.median(List.of(9.0, 1.0, 3.0, 2.0)));
  }
}
