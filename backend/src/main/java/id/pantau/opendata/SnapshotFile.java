package id.pantau.opendata;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.apache.parquet.format.RowGroup;

/**
 * A file of a snapshot while it is written: hashed as it goes, and synced every few megabytes, so
 * that the disk never gets all of it at once while a journal waits for its own sync.
 */
final class SnapshotFile extends OutputStream {
  private static final int BUFFER_BYTES = 1 << 15;
  private static final long SYNC_BYTES = 4L << 20;

  private final String name;
  private final FileChannel file;
  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
  private final CRC32C check = new CRC32C();
  private long bytes;
  private long unsynced;
  private long partAt;
  private boolean closed;

  SnapshotFile(Path folder, String name) throws IOException {
    this.name = name;
    this.file =
        FileChannel.open(
            folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  String name() {
    return name;
  }

  @Override
  public void write(int b) throws IOException {
    if (!buffer.hasRemaining()) {
      flush();
    }
    buffer.put((byte) b);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    int at = offset;
    int rest = length;
    while (rest > 0) {
      if (!buffer.hasRemaining()) {
        flush();
      }
      int part = Math.min(rest, buffer.remaining());
      buffer.put(from, at, part);
      at += part;
      rest -= part;
    }
  }

  /** Bytes written so far. */
  long position() {
    return bytes + buffer.position();
  }

  @Override
  public void flush() throws IOException {
    buffer.flip();
    digest.update(buffer.duplicate());
    check.update(buffer.duplicate());
    bytes += buffer.remaining();
    unsynced += buffer.remaining();
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
    buffer.clear();
    if (unsynced >= SYNC_BYTES) {
      file.force(false);
      unsynced = 0;
    }
  }

  /** What was written since the last part ended. */
  Part part(GzipStream.Inside inside, List<RowGroup> groups) throws IOException {
    flush();
    Part part = new Part(partAt, bytes - partAt, (int) check.getValue(), inside, groups);
    check.reset();
    partAt = bytes;
    return part;
  }

  /**
   * Writes the bytes of a part once more.
   *
   * @throws IOException where they are no longer what they were
   */
  void again(FileChannel from, Part part) throws IOException {
    flush();
    check.reset();
    long at = part.offset();
    long end = at + part.bytes();
    while (at < end) {
      buffer.limit((int) Math.min(buffer.capacity(), end - at));
      int read = from.read(buffer, at);
      if (read < 0) {
        throw new IOException(name + " of the last snapshot is shorter than it was");
      }
      at += read;
      flush();
    }
    if ((int) check.getValue() != part.check()) {
      throw new IOException(name + " of the last snapshot is not what was written");
    }
  }

  /** Writes what is left and syncs it; a second time it does nothing. */
  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      try (file) {
        flush();
        file.force(true);
      }
    }
  }

  /** Closes it, and says what it came to. */
  FileNote finish() throws IOException {
    close();
    return new FileNote(name, bytes, HexFormat.of().formatHex(digest.digest()));
  }
}
