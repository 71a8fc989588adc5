package id.pantau.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-14T16:20:00+07:00",
        "2024-02-29T00:00:00+00:00",
        "2024-12-31T23:59:59+18:00",
        "0000-01-01T00:00:00+00:00",
        "9999-12-31T23:59:59+05:45",
        "2024-02-14T16:20:00-07:00",
        "2024-02-14T16:20:00.5+07:00",
        "2024-02-14T16:20:00Z",
        "2024-02-14T16:20+07:00"
      })
  void parse_aTime_isWhatTheJdkReads(String text) {
    assertEquals(OffsetDateTime.parse(text), Times.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-02-29T16:20:00+07:00",
        "2024-13-14T16:20:00+07:00",
        "2024-02-14T24:00:00+07:00",
        "2024-02-14T16:60:00+07:00",
        "2024-02-14T16:20:60+07:00",
        "2024-02-14T16:20:00+18:01",
        "2024-02-14T16:20:00+07:60",
        "2024-02-14 16:20:00+07:00",
        "2024-02-14T16:20:00+0a:00",
        "2024-00-14T16:20:00+07:00",
        ""
      })
  void parse_noTime_isRefusedAsTheJdkRefusesIt(String text) {
    assertThrows(DateTimeException.class, () -> OffsetDateTime.parse(text));
    assertThrows(DateTimeException.class, () -> Times.parse(text));
  }
}
