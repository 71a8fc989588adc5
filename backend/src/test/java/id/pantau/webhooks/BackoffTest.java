package id.pantau.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.platform.Settings;
import id.pantau.platform.SettingsReader;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackoffTest {
  private static final Settings.Webhooks LIMITS = SettingsReader.read(null, Map.of()).webhooks();

  /** A generator that is always in the middle: no jitter. */
  private static final RandomGenerator MIDDLE =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          return 0;
        }

        @Override
        public double nextDouble() {
          return 0.5;
        }
      };

  @ParameterizedTest
  @CsvSource({
    "1, 5000",
    "2, 10000",
    "3, 20000",
    "7, 320000",
    "8, 600000",
    "9, 600000",
    "2000000000, 600000"
  })
  void millis_doubleUpToTheLimit(int failures, long expected) {
    assertEquals(expected, new Backoff(LIMITS, MIDDLE).millis(failures, 0));
  }

  @Test
  void millis_areAFifthMoreOrLess_andNotAllTheSame() {
    Backoff backoff = new Backoff(LIMITS, RandomGenerator.getDefault());
    long[] waits = new long[1000];
    for (int i = 0; i < waits.length; i++) {
      waits[i] = backoff.millis(3, 0);
      assertTrue(waits[i] >= 16_000 && waits[i] <= 24_000, () -> "a wait outside the fifth");
    }
    assertTrue(java.util.Arrays.stream(waits).distinct().count() > 100);
  }

  @Test
  void millis_receiverAsks_isHeededUpToTheLimit_neverShortened() {
    Backoff backoff = new Backoff(LIMITS, MIDDLE);
    assertEquals(120_000, backoff.millis(1, 120_000));
    assertEquals(5_000, backoff.millis(1, 1));
    assertEquals(3_600_000, backoff.millis(1, Long.MAX_VALUE));
  }
}
