package id.pantau.webhooks;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretTest {
  /** The vector that the standard's own libraries are tested with, in every language. */
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final long AT = 1_614_265_330;

  private static String sign(List<String> secrets, String id, long at, String body) {
    return Secret.signatures(secrets, id, at, body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void signatures_publishedVector_isThatSignature() {
    assertEquals(SIGNATURE, sign(List.of(SECRET), ID, AT, "{\"test\": 2432232314}"));
  }

  @Test
  void signatures_anythingElse_isAnother() {
    List<String> secrets = List.of(SECRET);
    assertNotEquals(SIGNATURE, sign(secrets, ID, AT, "{\"test\":2432232314}"));
    assertNotEquals(SIGNATURE, sign(secrets, ID, AT + 1, "{\"test\": 2432232314}"));
    assertNotEquals(SIGNATURE, sign(secrets, ID + "k", AT, "{\"test\": 2432232314}"));
  }

  @Test
  void rotated_bothSignUntilTheOldOneEnds() {
    Instant now = Instant.parse("2026-11-29T00:00:00Z");
    Hook.Secrets one = new Hook.Secrets(SECRET, null, null);
    Hook.Secrets two = one.rotated(now.plusSeconds(60));
    String both = sign(two.at(now), ID, AT, "{\"test\": 2432232314}");
    assertEquals(2, both.split(" ").length);
    assertEquals(SIGNATURE, both.split(" ")[1]);
    assertFalse(
        sign(two.at(now.plusSeconds(60)), ID, AT, "{\"test\": 2432232314}").contains(SIGNATURE));
  }

  @Test
  void fresh_isASecretOf32Bytes() {
    String fresh = Secret.fresh();
    assertDoesNotThrow(() -> Secret.check(fresh));
    assertEquals(32, Base64.getDecoder().decode(fresh.substring("whsec_".length())).length);
    assertNotEquals(fresh, Secret.fresh());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "whsec_", "whsec_c2hvcnQ=", "whsec_???", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
  void check_whatIsNone_isRefusedWithoutRepeatingIt(String text) {
    String said =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> Secret.check(text)).getMessage());
    assertFalse(text.length() > "whsec_".length() && said.contains(text), said);
  }
}
