package id.pantau.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Holds a file against its name: its bytes give that SHA-256, it is not too large, and its first
 * bytes are those of a JPEG, a PNG or a WebP. The type that is served follows from these bytes and
 * from nothing else.
 */
final class PhotoCheck {
  private static final int PIECE_BYTES = 64 * 1024;
  private static final int MAGIC_BYTES = 12;
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] RIFF = "RIFF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] WEBP = "WEBP".getBytes(StandardCharsets.US_ASCII);
  private static final int WEBP_FROM = 8;

  private PhotoCheck() {}

  /** A media type, or what is wrong. */
  record Found(@Nullable String type, @Nullable String trouble) {
    private static Found wrong(String trouble) {
      return new Found(null, trouble);
    }
  }

  /** Reads the whole file; its position is of no matter before and after. */
  static Found of(FileChannel file, String hash, int bytesMax) throws IOException {
    try {
      if (file.size() > bytesMax) {
        return Found.wrong("it has more than " + bytesMax + " bytes");
      }
      byte[] magic = new byte[MAGIC_BYTES];
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
      long at = 0;
      for (int read = file.read(piece, 0); read > 0; read = file.read(piece.clear(), at)) {
        if (at == 0) {
          System.arraycopy(piece.array(), 0, magic, 0, Math.min(read, MAGIC_BYTES));
        }
        digest.update(piece.array(), 0, read);
        at += read;
        if (at > bytesMax) {
          return Found.wrong("it grows while it is read");
        }
      }
      if (!HexFormat.of().formatHex(digest.digest()).equals(hash)) {
        return Found.wrong("its bytes do not give the hash that is its name");
      }
      String type = type(magic);
      return type == null ? Found.wrong("it is no JPEG, PNG or WebP") : new Found(type, null);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The media type that the first bytes say, or null; zeros stand behind the end of the file. */
  static @Nullable String type(byte[] magic) {
    if (begins(magic, 0, JPEG)) {
      return "image/jpeg";
    }
    if (begins(magic, 0, PNG)) {
      return "image/png";
    }
    return begins(magic, 0, RIFF) && begins(magic, WEBP_FROM, WEBP) ? "image/webp" : null;
  }

  private static boolean begins(byte[] bytes, int from, byte[] with) {
    for (int i = 0; i < with.length; i++) {
      if (bytes[from + i] != with[i]) {
        return false;
      }
    }
    return true;
  }
}
