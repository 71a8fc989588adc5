package id.pantau.command.signin;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** RFC 4648 base 32 without padding: how a second factor's secret is written down. */
final class Base32 {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;
  private static final int MASK = 31;

  private Base32() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte b : bytes) {
      held = (held << Byte.SIZE) | (b & 0xff);
      bits += Byte.SIZE;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(LETTERS.charAt((held >>> bits) & MASK));
      }
    }
    if (bits > 0) {
      text.append(LETTERS.charAt((held << (BITS - bits)) & MASK));
    }
    return text.toString();
  }

  /** The bytes of a text; blanks and small letters are what people write. Null where it is none. */
  static byte @Nullable [] decode(String text) {
    String letters = text.replaceAll("[\\s=]", "").toUpperCase(Locale.ROOT);
    byte[] bytes = new byte[letters.length() * BITS / Byte.SIZE];
    int held = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < letters.length(); i++) {
      int value = LETTERS.indexOf(letters.charAt(i));
      if (value < 0) {
        return null;
      }
      held = (held << BITS) | value;
      bits += BITS;
      if (bits >= Byte.SIZE) {
        bits -= Byte.SIZE;
        bytes[at++] = (byte) (held >>> bits);
      }
    }
    return bytes;
  }
}
