package id.pantau.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class SeenTest {
  private static Seen seen(int atMost100, int atMost250, int all) {
    return Seen.last(
        """
        # TYPE pantau_live_reached_seconds histogram
        pantau_live_reached_seconds_bucket{le="0.1"} 1
        pantau_live_reached_seconds_bucket{le="+Inf"} 4
        # TYPE pantau_live_seen_seconds histogram
        pantau_live_seen_seconds_bucket{le="0.1"} %d
        pantau_live_seen_seconds_bucket{le="0.25"} %d
        pantau_live_seen_seconds_bucket{le="+Inf"} %d
        pantau_live_seen_seconds_count %d
        """
            .formatted(atMost100, atMost250, all, all));
  }

  @Test
  void millis_sinceEarlier_leavesOutWhatCameBefore() {
    Seen before = seen(50, 50, 50);
    Seen after = seen(50, 148, 150);
    assertEquals(100, after.count(before));
    assertEquals(250, after.millis(0.98, before));
    assertEquals(Double.POSITIVE_INFINITY, after.millis(0.99, before));
    assertEquals(100, after.millis(0.01, seen(0, 0, 0)));
  }

  @Test
  void millis_nothingCame_isNone() {
    assertTrue(Double.isNaN(seen(5, 6, 7).millis(0.5, seen(5, 6, 7))));
  }

  @Test
  void any_isTheOtherHistogram() {
    String metrics = "pantau_live_reached_seconds_bucket{le=\"0.3\"} 4\n";
    assertEquals(
        300,
        Seen.any(metrics + "pantau_live_reached_seconds_bucket{le=\"+Inf\"} 4")
            .millis(0.99, Seen.any("")));
    assertEquals(0, Seen.last(metrics).count(Seen.last("")));
  }
}
