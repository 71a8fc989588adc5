package id.pantau.platform;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The name of some bytes: what every entity tag of ours is. */
public final class Digest {
  private static final int BYTES = 16;

  private Digest() {}

  /** 32 hex digits of SHA-256. */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(Arrays.copyOf(sha256(bytes), BYTES));
  }

  /** All 32 bytes of SHA-256. */
  public static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
