package id.pantau.platform;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hash of a packed form's content, {@link FormContent#hash} as one number, for whoever hashes
 * millions: neither the content is copied nor the digest looked up. Not thread-safe.
 */
public final class ContentHash {
  private static final int SHA256_BYTES = 32;

  private final MessageDigest digest;
  private final byte[] full = new byte[SHA256_BYTES];

  public ContentHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The hash of what follows the envelope. */
  public long of(byte[] packed) {
    int from = PackedForm.contentFrom(packed);
    digest.update(packed, from, packed.length - from);
    try {
      int unused = digest.digest(full, 0, SHA256_BYTES);
    } catch (DigestException e) {
      throw new IllegalStateException("SHA-256 has 32 bytes", e);
    }
    return FormContent.hashAsLong(full);
  }
}
