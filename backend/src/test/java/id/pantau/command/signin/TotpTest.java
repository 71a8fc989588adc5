package id.pantau.command.signin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TotpTest {
  private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  private static final Instant AT = Instant.ofEpochSecond(1_111_111_111);

  /** RFC 6238, appendix B, the last six of its eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void code_timesOfTheRfc_areItsDigits(long seconds, String digits) {
    assertEquals(digits, Totp.code(SECRET, Instant.ofEpochSecond(seconds)));
  }

  /** RFC 4648, §10. */
  @ParameterizedTest
  @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB"})
  void base32_vectorsOfTheRfc_goBothWays(String plain, String text) {
    byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);
    assertEquals(text, Base32.encode(bytes));
    assertArrayEquals(bytes, Base32.decode(text.toLowerCase(Locale.ROOT) + "=="));
  }

  @Test
  void base32_otherLetters_areNone() {
    assertNull(Base32.decode("ABC1"));
    assertThrows(IllegalArgumentException.class, () -> Totp.code("", AT));
  }

  @ParameterizedTest
  @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
  void match_codeOfAStepNearby_isTakenWithinOne(int steps, boolean taken) {
    long step = Totp.step(AT) + steps;
    assertEquals(taken ? step : Totp.NONE, Totp.match(KEY, Totp.code(KEY, step), AT, Totp.NONE));
  }

  @Test
  void match_usedCodeAndOlderOnes_areNone() {
    long step = Totp.step(AT);
    String now = Totp.code(KEY, step);
    assertEquals(Totp.NONE, Totp.match(KEY, now, AT, step));
    assertEquals(Totp.NONE, Totp.match(KEY, Totp.code(KEY, step - 1), AT, step));
    assertEquals(step + 1, Totp.match(KEY, Totp.code(KEY, step + 1), AT, step));
  }

  @ParameterizedTest
  @CsvSource({"''", "000000", "0504711", "50471", "05047１", "'050471 050471'"})
  void match_somethingElse_isNone(String code) {
    assertEquals(Totp.NONE, Totp.match(KEY, code, AT, Totp.NONE));
  }
}
