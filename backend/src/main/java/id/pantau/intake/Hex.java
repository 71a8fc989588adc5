package id.pantau.intake;

/** Hashes as text: lower-case hex of a fixed length. */
final class Hex {
  private Hex() {}

  static boolean is(String text, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }
}
