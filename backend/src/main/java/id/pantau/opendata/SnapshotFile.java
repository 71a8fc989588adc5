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

/**
 * A file of a snapshot while it is written: hashed as it goes, and synced every few megabytes, so
 * that the disk never gets all of it at once while a journal waits for its own sync.
 */
final class SnapshotFile extends OutputStream {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final long SYNC_BYTES = 4L << 20;

  private final String name;
  private final FileChannel file;
  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
  private long bytes;
  private long unsynced;
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
