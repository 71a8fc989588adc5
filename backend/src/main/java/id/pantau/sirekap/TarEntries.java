package id.pantau.sirekap;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The files of a tar archive (POSIX ustar, with the long names of GNU and pax), one after the
 * other. No names are written anywhere, so none can lead outside.
 */
final class TarEntries {
  static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int SIZE_AT = 124;
  private static final int SIZE_DIGITS = 12;
  private static final int TYPE_AT = 156;
  private static final int MAGIC_AT = 257;
  private static final int PREFIX_AT = 345;
  private static final int PREFIX = 155;
  private static final int LONG_NAME_MAX = 4096;
  private static final String PATH = " path=";

  private final InputStream in;

  TarEntries(InputStream in) {
    this.in = in;
  }

  /** A file and what it holds; {@code bytes} is null where it is larger than was asked for. */
  record Entry(String name, byte @Nullable [] bytes) {}

  static boolean isHeader(byte[] block) {
    return block.length == BLOCK
        && new String(block, MAGIC_AT, 5, StandardCharsets.US_ASCII).equals("ustar");
  }

  /**
   * The next regular file; null at the end.
   *
   * @throws IOException where the archive is cut off or no tar
   */
  @Nullable Entry next(int bytesMax) throws IOException {
    String longName = null;
    while (true) {
      byte[] header = in.readNBytes(BLOCK);
      if (header.length == 0 || isEmpty(header)) {
        return null;
      }
      if (!isHeader(header)) {
        throw new IOException("the tar archive is broken or cut off");
      }
      long size = size(header);
      char type = (char) header[TYPE_AT];
      if (type == 'L' || type == 'x') {
        byte[] text = body(size, LONG_NAME_MAX);
        longName = text == null ? null : type == 'L' ? text(text, 0, text.length) : path(text);
      } else if (type == '0' || type == 0) {
        String name = longName == null ? name(header) : longName;
        return new Entry(name, body(size, bytesMax));
      } else {
        body(size, 0);
        longName = type == 'g' ? longName : null;
      }
    }
  }

  /** The bytes and the padding after them; null where there are more than wanted. */
  private byte @Nullable [] body(long size, int wanted) throws IOException {
    byte[] bytes = size > wanted ? null : in.readNBytes((int) size);
    if (bytes != null && bytes.length < size) {
      throw new EOFException("the tar archive is cut off");
    }
    long rest = (size + BLOCK - 1) / BLOCK * BLOCK - (bytes == null ? 0 : size);
    in.skipNBytes(rest);
    return bytes;
  }

  private static boolean isEmpty(byte[] header) {
    for (byte b : header) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  private static long size(byte[] header) throws IOException {
    String digits = text(header, SIZE_AT, SIZE_DIGITS).strip();
    if (!digits.matches("[0-7]{1,11}")) {
      throw new IOException("the tar archive has an entry without a size");
    }
    return Long.parseLong(digits, 8);
  }

  private static String name(byte[] header) {
    String prefix = text(header, PREFIX_AT, PREFIX);
    String name = text(header, 0, NAME);
    // GNU's own headers keep times where POSIX has the first part of a long name.
    boolean posix = header[MAGIC_AT + 5] == 0;
    return posix && !prefix.isEmpty() ? prefix + "/" + name : name;
  }

  /** The path of a pax header: {@code length path=name\n}. */
  private static @Nullable String path(byte[] pax) {
    for (String line : new String(pax, StandardCharsets.UTF_8).split("\n")) {
      int at = line.indexOf(PATH);
      if (at > 0) {
        return line.substring(at + PATH.length());
      }
    }
    return null;
  }

  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }
}
