package id.pantau.count;

import id.pantau.model.Position;
import id.pantau.platform.PackedForm;
import java.io.IOException;
import java.io.InputStream;
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
  private static final int ENTRY_MAX = FRAME + HEAD + PackedForm.BYTES_MAX;
  private static final int WINDOW = 1 << 18;

  private JournalFile() {}

  /**
   * What reading a file gave.
   *
   * @param damagedBytes that are no entry although entries follow: the file was damaged after it
   *     was written, or a crash left a gap in a group that nobody was told is safe
   * @param tornBytes behind the last entry: from a crash in mid-write, nothing in it was
   *     acknowledged
   */
  record Extent(long damagedBytes, long tornBytes) {}

  /** Frames an entry. */
  static ByteBuffer frame(JournalEntry entry) {
    int length = HEAD + entry.packed().length;
    ByteBuffer out = ByteBuffer.allocate(FRAME + length);
    out.putInt(length).putInt(0);
    out.put((byte) entry.outcome()).putInt(entry.position().epoch());
    out.putShort((short) (entry.position().revision() >>> 32));
    out.putInt((int) entry.position().revision());
    out.put(entry.packed());
    out.putInt(4, sum(out.array(), FRAME, length));
    return out.flip();
  }

  /**
   * Reads every whole entry of a file, in order. What is no entry is stepped over byte by byte
   * until one begins again: each carries its own sum, and one that was acknowledged must be found
   * whatever happened to the bytes before it.
   */
  static Extent read(Path file, Consumer<JournalEntry> each) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Window window = new Window(in);
      long damaged = 0;
      long between = 0;
      if (window.has(MAGIC.length) && window.startsWith(MAGIC)) {
        window.step(MAGIC.length);
      }
      while (window.has(1)) {
        int length = window.entryBytes();
        if (length == 0) {
          window.step(1);
          between++;
        } else {
          each.accept(window.entry(length));
          window.step(FRAME + length);
          damaged += between;
          between = 0;
        }
      }
      return new Extent(damaged, between);
    }
  }

  /** A moving part of a file, always with room for the longest entry. */
  private static final class Window {
    private final InputStream in;
    private final byte[] bytes = new byte[WINDOW];
    private int from;
    private int to;
    private boolean atEnd;

    Window(InputStream in) {
      this.in = in;
    }

    boolean has(int wanted) throws IOException {
      if (to - from < ENTRY_MAX && !atEnd) {
        System.arraycopy(bytes, from, bytes, 0, to - from);
        to -= from;
        from = 0;
        to += in.readNBytes(bytes, to, WINDOW - to);
        atEnd = to < WINDOW;
      }
      return to - from >= wanted;
    }

    boolean startsWith(byte[] wanted) {
      return Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
    }

    void step(int by) {
      from += by;
    }

    /** Bytes of the entry that begins here, without its frame; 0 where none does. */
    int entryBytes() {
      if (to - from <= FRAME + HEAD) {
        return 0;
      }
      ByteBuffer frame = ByteBuffer.wrap(bytes, from, FRAME);
      int length = frame.getInt();
      boolean fits = length > HEAD && length <= ENTRY_MAX - FRAME && length <= to - from - FRAME;
      return fits && sum(bytes, from + FRAME, length) == frame.getInt() ? length : 0;
    }

    JournalEntry entry(int length) {
      ByteBuffer in = ByteBuffer.wrap(bytes, from + FRAME, length);
      int outcome = in.get();
      int epoch = in.getInt();
      long revision = (in.getShort() & 0xffffL) << 32 | (in.getInt() & 0xffffffffL);
      byte[] packed = new byte[length - HEAD];
      in.get(packed);
      return new JournalEntry(outcome, new Position(epoch, revision), packed);
    }
  }

  private static int sum(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }
}
