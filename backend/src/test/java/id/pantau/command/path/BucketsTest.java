package id.pantau.command.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.platform.Meters;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class BucketsTest {
  private static final double[] BOUNDS = {0.1, 0.2, 0.5};
  private static final double EXACT = 1e-12;

  private static Buckets buckets(double all, double... counts) {
    return new Buckets(BOUNDS, counts, all);
  }

  @Test
  void quantile_knownBuckets_interpolatesAsPrometheusDoes() {
    // 10 up to 0.1 s, 30 more up to 0.2 s, 60 more up to 0.5 s.
    Buckets buckets = buckets(100, 10, 40, 100);
    assertEquals(0.05, buckets.quantile(0.05), EXACT);
    assertEquals(0.1, buckets.quantile(0.1), EXACT);
    assertEquals(0.1 + 0.1 * 15 / 30, buckets.quantile(0.25), EXACT);
    assertEquals(0.2 + 0.3 * 10 / 60, buckets.quantile(0.5), EXACT);
    assertEquals(0.2 + 0.3 * 59 / 60, buckets.quantile(0.99), EXACT);
  }

  @Test
  void quantile_emptyBucketsBelow_areNoPartOfTheInterpolation() {
    assertEquals(0.2 + 0.3 * 0.5, buckets(4, 0, 0, 4).quantile(0.5), EXACT);
  }

  @Test
  void quantile_aboveTheLastBound_isThatBound() {
    assertEquals(0.5, buckets(100, 1, 2, 3).quantile(0.99), EXACT);
  }

  @Test
  void quantile_nothingMeasured_isNoNumber() {
    assertTrue(Double.isNaN(buckets(0, 0, 0, 0).quantile(0.5)));
    assertTrue(Double.isNaN(Buckets.NONE.quantile(0.99)));
  }

  @Test
  void since_earlierMoment_leavesWhatCameBetween() {
    Buckets came = buckets(107, 10, 42, 106).since(buckets(100, 10, 40, 100));
    assertEquals(7, came.all(), EXACT);
    assertEquals(0.2, came.quantile(2 / 7.0), EXACT);
  }

  @Test
  void of_realTimer_isCumulativeAndComplete() {
    PrometheusMeterRegistry registry = Meters.registry();
    Timer timer =
        Timer.builder("t")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofSeconds(1))
            .register(registry);
    for (int millis : new int[] {3, 3, 40, 700, 9_000}) {
      timer.record(millis, TimeUnit.MILLISECONDS);
    }
    Buckets buckets = Buckets.of(timer);
    assertEquals(5, buckets.all(), EXACT);
    double last = 0;
    for (double count : buckets.counts()) {
      assertTrue(count >= last, "a cumulative count falls");
      last = count;
    }
    assertEquals(4, last, EXACT);
    double median = buckets.quantile(0.5);
    assertTrue(median > 0.02 && median < 0.06, () -> "the median is " + median);
    registry.close();
  }
}
