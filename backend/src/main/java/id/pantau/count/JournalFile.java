package id.pantau.count;

import id.pantau.model.Position;
import id.pantau.platform.PackedForm;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * The format of a journal file: eight bytes {@code PANTAUJ1}, then entries of u32 length, u32
 * CRC-32C of what follows, u8 outcome, u32 epoch, u48 revision, the packed form.
 */
final class JournalFile {
  static final byte[] MAGIC = "PANTAUJ1".getBytes(StandardCharsets.US_ASCII);
  private static final int FRAME = 8;
  private static final int HEAD = 11;

  private JournalFile() {}

  /**
   * What reading a file gave.
   *
   * @param goodBytes length up to the last whole entry: a longer file has a torn tail, from a crash
   *     in mid-write; nothing in it was acknowledged
   */
  record Extent(long goodBytes, long fileBytes) {
    boolean isTorn() {
      return goodBytes != fileBytes;
    }
  }

  /** Frames an entry. */
  static ByteBuffer frame(JournalEntry entry) {
    int length = HEAD + entry.packed().length;
    ByteBuffer out = ByteBuffer.allocate(FRAME + length);
    out.putInt(length).putInt(0);
    out.put((byte) entry.outcome()).putInt(entry.position().epoch());
    out.putShort((short) (entry.position().revision() >>> 32));
    out.putInt((int) entry.position().revision());
    out.put(entry.packed());
    CRC32C crc = new CRC32C();
    crc.update(out.array(), FRAME, length);
    out.putInt(4, (int) crc.getValue());
    return out.flip();
  }

  /** Reads every whole entry of a file, in order. */
  static Extent read(Path file, Consumer<JournalEntry> each) throws IOException {
    long size = Files.size(file);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      byte[] magic = in.readNBytes(MAGIC.length);
      if (!Arrays.equals(magic, MAGIC)) {
        if (magic.length < MAGIC.length) {
          return new Extent(0, size);
        }
        throw new IOException(file + " is not a journal");
      }
      long good = MAGIC.length;
      while (true) {
        byte[] body = next(in);
        if (body.length == 0) {
          return new Extent(good, size);
        }
        each.accept(entry(body));
        good += FRAME + body.length;
      }
    }
  }

  /** The next whole entry's bytes, or none at the end or at the first that is torn. */
  private static byte[] next(DataInputStream in) throws IOException {
    try {
      int length = in.readInt();
      int sum = in.readInt();
      if (length <= HEAD || length > HEAD + PackedForm.BYTES_MAX) {
        return new byte[0];
      }
      byte[] body = in.readNBytes(length);
      CRC32C crc = new CRC32C();
      crc.update(body, 0, body.length);
      return body.length == length && (int) crc.getValue() == sum ? body : new byte[0];
    } catch (EOFException end) {
      return new byte[0];
    }
  }

  private static JournalEntry entry(byte[] body) {
    ByteBuffer in = ByteBuffer.wrap(body);
    int outcome = in.get();
    int epoch = in.getInt();
    long revision = (in.getShort() & 0xffffL) << 32 | (in.getInt() & 0xffffffffL);
    return new JournalEntry(
        outcome, new Position(epoch, revision), Arrays.copyOfRange(body, HEAD, body.length));
  }
}
