package id.pantau.count;

import id.pantau.model.Position;
import id.pantau.platform.LogEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a province found: its log had every form that this node's journal had up to a
 * position, and lacked none that had to be given back. As long as both ends of what was read then
 * are still in the log, byte by byte, so is what lay between: a log only grows, and is lost from
 * its end or as a whole.
 *
 * @param checked the province's position at the check; what the journal holds up to it was found
 * @param first where the log began; null where the journal had no form, so that nothing was read
 * @param last where it ended
 * @param digest of both entries; empty where there was none
 */
record Proof(Position checked, @Nullable Position first, @Nullable Position last, String digest) {

  /** The journal had nothing of the province. */
  static Proof ofNothing(Position checked) {
    return new Proof(checked, null, null, "");
  }

  static Proof of(Position checked, LogEntry first, LogEntry last) {
    return new Proof(checked, first.position(), last.position(), digest(first, last));
  }

  boolean isOfNothing() {
    return first == null;
  }

  /**
   * The same, found again at a later position.
   *
   * @param begins null where nothing was read before
   * @param last the newest entry of the journal's forms that was found
   */
  Proof renewed(Position checked, @Nullable LogEntry begins, LogEntry last) {
    return of(checked, begins == null ? last : begins, last);
  }

  /** True where the log still has both ends of what was read. */
  boolean isOf(@Nullable LogEntry begins, @Nullable LogEntry ends) {
    return begins != null && ends != null && digest.equals(digest(begins, ends));
  }

  private static String digest(LogEntry first, LogEntry last) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      add(sha256, first);
      add(sha256, last);
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** All that an entry says, each part after its length. */
  private static void add(MessageDigest sha256, LogEntry entry) {
    add(sha256, LogEntry.id(entry.position()).getBytes(StandardCharsets.US_ASCII));
    add(sha256, ByteBuffer.allocate(Long.BYTES).putLong(entry.countedAtMillis()).array());
    add(sha256, entry.sums());
    add(sha256, entry.node().getBytes(StandardCharsets.UTF_8));
    for (LogEntry.Logged form : entry.forms()) {
      sha256.update((byte) form.outcome());
      add(sha256, form.packed());
    }
  }

  private static void add(MessageDigest sha256, byte[] part) {
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    sha256.update(part);
  }
}
