package id.pantau.command.signin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Time-based one-time codes as authenticator apps make them: RFC 6238 with SHA-1, 6 digits, steps
 * of 30 s. SHA-1 is what all apps know; as a MAC over a secret it is not broken.
 */
public final class Totp {
  static final int SECRET_BYTES = 20;
  static final long NONE = -1;
  private static final int STEP_SECONDS = 30;
  private static final int MODULUS = 1_000_000;

  /** A clock may be off by so many steps, or a person slow. */
  static final int SKEW_STEPS = 1;

  private Totp() {}

  /**
   * The digits of a moment.
   *
   * @param secret base 32
   * @throws IllegalArgumentException where the secret is not base 32
   */
  public static String code(String secret, Instant at) {
    byte[] key = Base32.decode(secret);
    if (key == null || key.length == 0) {
      throw new IllegalArgumentException("the secret is not base 32");
    }
    return code(key, step(at));
  }

  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
  }

  static String code(byte[] key, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "RAW"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int from = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash).getInt(from) & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%06d", number % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA1", e);
    }
  }

  /**
   * The step that a code belongs to, among those near now and after the one used last; {@link
   * #NONE} where it is wrong, or was used. All are compared, in the same time.
   */
  static long match(byte[] key, @Nullable String code, Instant now, long usedStep) {
    byte[] tried = (code == null ? "" : code.strip()).getBytes(StandardCharsets.UTF_8);
    long middle = step(now);
    long found = NONE;
    for (long step = middle - SKEW_STEPS; step <= middle + SKEW_STEPS; step++) {
      byte[] right = code(key, step).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(right, tried) && step > usedStep) {
        found = step;
      }
    }
    return found;
  }
}
