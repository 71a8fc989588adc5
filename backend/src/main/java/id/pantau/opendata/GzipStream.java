package id.pantau.opendata;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Gzip whose inside can be cut: what stands between two calls of {@link #part} depends on nothing
 * before it, so it can be put into another member as it is. Every member is one by RFC 1952: some
 * readers stop after the first.
 *
 * <p>Bytes go to zlib by way of memory outside the heap. While zlib reads an array of the heap no
 * garbage collection can begin, and the count would wait for it.
 */
final class GzipStream extends OutputStream {
  private static final byte[] HEAD = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 4, -1};
  private static final int TRAILER_BYTES = 8;
  private static final int BUFFER_BYTES = 1 << 14;

  private final OutputStream to;
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER_BYTES);

  /** The same memory as zlib has it: it looks at what is left there whenever it is called. */
  private final ByteBuffer source = in.duplicate().limit(0);

  private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final byte[] bytes = new byte[BUFFER_BYTES];
  private final CRC32 crc = new CRC32();
  private long length;
  private int memberCrc;
  private long memberLength;
  private boolean open;

  GzipStream(OutputStream to) {
    this.to = to;
  }

  /**
   * What was written since the last part, uncompressed.
   *
   * @param crc CRC-32 of it
   */
  record Inside(int crc, long length) {}

  @Override
  public void write(int b) throws IOException {
    if (!in.hasRemaining()) {
      deflate();
    }
    in.put((byte) b);
  }

  @Override
  public void write(byte[] from, int offset, int count) throws IOException {
    int at = offset;
    int rest = count;
    while (rest > 0) {
      if (!in.hasRemaining()) {
        deflate();
      }
      int some = Math.min(rest, in.remaining());
      in.put(from, at, some);
      at += some;
      rest -= some;
    }
  }

  /** Leaves to {@link #part} what is complete: a flush in between would cost bytes. */
  @Override
  public void flush() {}

  /** Ends a part at a whole byte. */
  Inside part() throws IOException {
    if (in.position() > 0 || length > 0) {
      deflate();
      drain(Deflater.SYNC_FLUSH);
      deflater.reset();
    }
    Inside inside = new Inside((int) crc.getValue(), length);
    add(inside);
    crc.reset();
    length = 0;
    return inside;
  }

  /** Counts a part in whose bytes were written to the stream below as they are. */
  void takeOver(Inside inside) {
    add(inside);
  }

  /** Writes the member's head where it has none yet. */
  void begin() throws IOException {
    if (!open) {
      to.write(HEAD);
      open = true;
    }
  }

  /** Ends the member; what is written next begins another. */
  void end() throws IOException {
    deflate();
    begin();
    deflater.finish();
    drain(Deflater.NO_FLUSH);
    add(new Inside((int) crc.getValue(), length));
    to.write(
        ByteBuffer.allocate(TRAILER_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(memberCrc)
            .putInt((int) memberLength)
            .array());
    deflater.reset();
    crc.reset();
    length = 0;
    memberCrc = 0;
    memberLength = 0;
    open = false;
  }

  private void add(Inside inside) {
    memberCrc = Crc.joined(memberCrc, inside.crc(), inside.length());
    memberLength += inside.length();
  }

  private void deflate() throws IOException {
    int count = in.position();
    if (count > 0) {
      begin();
      source.clear().limit(count);
      crc.update(source.duplicate());
      length += count;
      deflater.setInput(source);
      drain(Deflater.NO_FLUSH);
      in.clear();
    }
  }

  private void drain(int flush) throws IOException {
    do {
      out.clear();
      deflater.deflate(out, flush);
      out.flip();
      int count = out.remaining();
      out.get(bytes, 0, count);
      to.write(bytes, 0, count);
    } while (out.limit() == out.capacity());
  }

  /** Gives zlib's memory back; the stream below stays open. */
  @Override
  public void close() {
    deflater.end();
  }
}
