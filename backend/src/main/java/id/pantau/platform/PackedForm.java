package id.pantau.platform;

import id.pantau.model.Position;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A form with its envelope, packed: what the log stream and the journals keep. About 70 bytes for a
 * form of 2024.
 *
 * <p>Two parts: the content (everything the submitter said, canonical: the same form always gives
 * the same bytes, so its hash tells a repeat from a conflict) and before it the envelope (who sent
 * it, when it came, what the rules found). Self-contained but for the ballot order of its contest,
 * so journals outlive a change of the reference data. {@code docs/redis-keys.md} has the layout.
 */
public final class PackedForm {
  /** Longest packed form; intake limits images and notes together, this is the last guard. */
  public static final int BYTES_MAX = 16_384;

  private PackedForm() {}

  /**
   * The envelope of a packed form.
   *
   * @param submitter id of the key that sent it
   * @param receivedAtMillis the server's clock at receipt
   * @param verdict ordinal of {@link id.pantau.model.Verdict.Outcome}
   * @param codeBits the findings, bit = ordinal of {@link id.pantau.model.Code}
   * @param origin the position that first held it, where it was refilled from a journal
   */
  public record Envelope(
      String submitter,
      long receivedAtMillis,
      int verdict,
      int codeBits,
      @Nullable Position origin) {}

  /** Joins envelope and content into one record. */
  public static byte[] join(Envelope envelope, byte[] content) {
    Bytes out = new Bytes();
    Position origin = envelope.origin();
    out.u8(envelope.verdict() | (origin == null ? 0 : 0x80));
    out.fixed(envelope.receivedAtMillis(), 6);
    out.varint(envelope.codeBits() & 0xffffffffL);
    out.text(envelope.submitter());
    if (origin != null) {
      out.varint(origin.epoch());
      out.varint(origin.revision());
    }
    out.raw(content);
    byte[] packed = out.toArray();
    if (packed.length > BYTES_MAX) {
      throw new IllegalArgumentException("a packed form of " + packed.length + " bytes");
    }
    return packed;
  }

  /** The envelope of a packed form. */
  public static Envelope envelope(byte[] packed) {
    return envelope(new Bytes.Reader(packed, 0));
  }

  /** Only when a form came in, without the rest; 0 where it was refilled from a journal. */
  public static long receivedAtMillis(byte[] packed) {
    Bytes.Reader in = new Bytes.Reader(packed, 0);
    return (in.u8() & 0x80) == 0 ? in.fixed(6) : 0;
  }

  /** The content of a packed form, as {@link FormContent} reads it. */
  public static byte[] content(byte[] packed) {
    Bytes.Reader in = new Bytes.Reader(packed, 0);
    Envelope unused = envelope(in);
    return Arrays.copyOfRange(packed, in.at(), packed.length);
  }

  /** Where the content begins. */
  static int contentFrom(byte[] packed) {
    Bytes.Reader in = new Bytes.Reader(packed, 0);
    boolean refilled = (in.u8() & 0x80) != 0;
    in.skip(6);
    in.varint();
    in.skip(in.number());
    if (refilled) {
      in.varint();
      in.varint();
    }
    return in.at();
  }

  /** The province of a packed form's station: the first two characters of its code. */
  public static String province(byte[] packed) {
    return FormContent.province(packed, contentFrom(packed));
  }

  private static Envelope envelope(Bytes.Reader in) {
    int first = in.u8();
    long receivedAtMillis = in.fixed(6);
    int codeBits = (int) in.varint();
    String submitter = in.text();
    Position origin = (first & 0x80) == 0 ? null : new Position(in.number(), in.varint());
    return new Envelope(submitter, receivedAtMillis, first & 0x7f, codeBits, origin);
  }
}
