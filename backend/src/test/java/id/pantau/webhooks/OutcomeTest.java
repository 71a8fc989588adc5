package id.pantau.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutcomeTest {
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "200, , DELIVERED, 0",
    "204, 60, DELIVERED, 0",
    "301, , STATUS, 0",
    "410, 60, GONE, 0",
    "500, 60, STATUS, 0",
    "429, 60, STATUS, 60000",
    "503, 0, STATUS, 0",
    "503, 'Sun, 29 Nov 2026 12:01:00 GMT', STATUS, 60000",
    "503, 'Sun, 29 Nov 2026 11:00:00 GMT', STATUS, 0",
    "503, tomorrow, STATUS, 0",
    "503, -5, STATUS, 0",
    "503, 99999999999999999999, STATUS, 0"
  })
  void of_status_saysWhatItMeans(
      int status, @Nullable String retryAfter, Outcome.Kind kind, long askedMillis) {
    assertEquals(new Outcome(kind, status, askedMillis), Outcome.of(status, retryAfter, NOW));
  }
}
