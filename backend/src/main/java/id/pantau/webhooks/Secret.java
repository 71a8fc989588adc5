package id.pantau.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Symmetric secrets and signatures of Standard Webhooks 1.0.0: HMAC-SHA-256 over {@code
 * id.timestamp.body}.
 */
final class Secret {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private static final int BYTES_MIN = 24;
  private static final int BYTES_MAX = 64;
  private static final String ALGORITHM = "HmacSHA256";

  private Secret() {}

  /** A new secret of 256 random bits. */
  static String fresh() {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    return PREFIX + Base64.getEncoder().encodeToString(random);
  }

  /**
   * Refuses what is no secret, without repeating it.
   *
   * @throws IllegalArgumentException where it is none
   */
  static void check(String secret) {
    int bytes = secret.startsWith(PREFIX) ? key(secret).length : 0;
    if (bytes < BYTES_MIN || bytes > BYTES_MAX) {
      throw new IllegalArgumentException("a secret is whsec_ and 24 to 64 bytes in Base64");
    }
  }

  private static byte[] key(String secret) {
    try {
      return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /**
   * The header {@code webhook-signature}: a signature for each secret.
   *
   * @param id without a full stop
   * @param timestamp seconds since 1970
   */
  static String signatures(List<String> secrets, String id, long timestamp, byte[] body) {
    return secrets.stream()
        .map(secret -> "v1," + signature(secret, id, timestamp, body))
        .collect(Collectors.joining(" "));
  }

  private static String signature(String secret, String id, long timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key(secret), ALGORITHM));
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
