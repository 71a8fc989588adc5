package id.pantau.command.signin;

import io.vertx.ext.auth.hashing.HashingStrategy;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes passwords and their hashes. They are random, 120 bits, so a stolen file gives none away
 * whatever the hash costs; it costs what it should where somebody puts a chosen one into the file.
 * Takes a tenth of a second: for worker threads.
 */
final class Passwords {
  /** PBKDF2 with HMAC-SHA-512. */
  private static final String ITERATIONS = "210000";

  private static final int PASSWORD_BYTES = 15;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 64;
  private static final HashingStrategy STRATEGY = HashingStrategy.load();
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Looks like a hash and is drawn, not worked out, so that a start need not hash: what an unknown
   * name is compared with, at the same cost.
   */
  private final String nobody =
      "$pbkdf2$it=" + ITERATIONS + "$" + base64(SALT_BYTES) + "$" + base64(HASH_BYTES);

  /** The hash of no password. */
  String nobody() {
    return nobody;
  }

  /** 24 letters, digits and dashes: shown once, then known only to its owner. */
  static String fresh() {
    return base32(PASSWORD_BYTES).replaceAll("(.{6})(?!$)", "$1-").toLowerCase(Locale.ROOT);
  }

  static String base32(int bytes) {
    return Base32.encode(random(bytes));
  }

  private static String base64(int bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(random(bytes));
  }

  static String hash(String password) {
    return STRATEGY.hash("pbkdf2", Map.of("it", ITERATIONS), base64(SALT_BYTES), password);
  }

  /**
   * True where the password is the one that was hashed.
   *
   * @param hash null for a name that is not known: false, after the same work
   */
  boolean verify(@Nullable String hash, String password) {
    boolean same = STRATEGY.verify(hash == null ? nobody : hash, password);
    return same && hash != null;
  }

  static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }
}
