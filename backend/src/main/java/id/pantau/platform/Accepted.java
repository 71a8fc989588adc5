package id.pantau.platform;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the headers of a request accept: content codings and known digests. */
public final class Accepted {
  private Accepted() {}

  /**
   * True where {@code Accept-Encoding} names a coding with a weight above zero (RFC 9110 §12.5.3).
   * {@code *} counts only for gzip, which every client that sends it can read.
   */
  public static boolean coding(@Nullable String header, String coding) {
    if (header == null) {
      return false;
    }
    boolean any = false;
    for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
      String[] words = part.split(";");
      String name = words[0].strip();
      boolean wanted = true;
      for (int i = 1; i < words.length; i++) {
        wanted &= !isZeroWeight(words[i].strip());
      }
      if (name.equals(coding)) {
        return wanted;
      }
      any |= name.equals("*") && wanted && coding.equals("gzip");
    }
    return any;
  }

  private static boolean isZeroWeight(String parameter) {
    return parameter.matches("q\\s*=\\s*0(\\.0{0,3})?");
  }

  /**
   * True where {@code If-None-Match} holds the entity tag. The comparison is the weak one (RFC 9110
   * §13.1.2): a front that compresses marks our tag with {@code W/}.
   */
  public static boolean knows(@Nullable String header, String etag) {
    if (header == null) {
      return false;
    }
    for (String part : header.split(",")) {
      String tag = part.strip();
      String opaque = tag.startsWith("W/") ? tag.substring(2) : tag;
      if (opaque.equals(etag) || tag.equals("*")) {
        return true;
      }
    }
    return false;
  }
}
