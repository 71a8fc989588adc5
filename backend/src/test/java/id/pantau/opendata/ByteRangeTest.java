package id.pantau.opendata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=2-, 2, 9",
    "bytes=-3, 7, 9",
    "bytes=-99, 0, 9",
    "bytes=5-99, 5, 9",
    "bytes= 1-4, 1, 4"
  })
  void of_oneRange_isCutToTheFile(String header, long first, long last) {
    assertEquals(new ByteRange(first, last), ByteRange.of(header, 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=", "bytes=-", "bytes=4-2", "bytes=0-1,3-4", "lines=0-1", "0-1"})
  void of_severalOrUnreadable_isTheWholeFile(String header) {
    assertNull(ByteRange.of(header, 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0"})
  void of_nothingThatTheFileHas_isNone(String header) {
    assertTrue(Objects.requireNonNull(ByteRange.of(header, 10)).isNone());
  }

  @Test
  void of_noHeader_isTheWholeFile() {
    assertNull(ByteRange.of(null, 10));
  }
}
