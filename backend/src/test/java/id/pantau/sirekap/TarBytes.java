package id.pantau.sirekap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Entries of a tar archive as GNU tar writes them. */
final class TarBytes {
  private static final int NAME = 100;

  private TarBytes() {}

  static byte[] of(String name, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > NAME) {
      add(out, "././@LongLink", 'L', Arrays.copyOf(bytes, bytes.length + 1));
    }
    add(out, name, '0', content);
    return out.toByteArray();
  }

  private static void add(ByteArrayOutputStream out, String name, char type, byte[] content) {
    byte[] header = new byte[TarEntries.BLOCK];
    put(header, 0, name.substring(0, Math.min(NAME, name.length())));
    put(header, 124, String.format(Locale.ROOT, "%011o", content.length));
    header[156] = (byte) type;
    put(header, 257, "ustar  ");
    out.writeBytes(header);
    out.writeBytes(content);
    out.writeBytes(
        new byte[(TarEntries.BLOCK - content.length % TarEntries.BLOCK) % TarEntries.BLOCK]);
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
