package id.pantau.command;

import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The origins whose pages may act: scheme, host and port exactly. Cookies ignore ports and browsers
 * send them from every page of the same site, so the origin is what tells our page from another.
 */
final class Origins {
  private static final List<String> LOOPBACK =
      List.of("http://127.0.0.1:", "http://localhost:", "http://[::1]:");
  private final String publicUrl;
  private final IntSupplier port;

  /**
   * @param publicUrl scheme and host; empty: this machine only, at the port
   */
  Origins(String publicUrl, IntSupplier port) {
    this.publicUrl = serialized(publicUrl);
    this.port = port;
  }

  /** True for exactly one of ours; a request without an origin is nobody's page. */
  boolean allows(@Nullable String origin) {
    if (origin == null) {
      return false;
    }
    if (!publicUrl.isEmpty()) {
      return origin.equals(publicUrl);
    }
    return LOOPBACK.stream().anyMatch(host -> origin.equals(host + port.getAsInt()));
  }

  boolean isSecure() {
    return publicUrl.startsWith("https:");
  }

  /** As browsers write it: small letters, no default port. */
  private static String serialized(String url) {
    String small = url.toLowerCase(Locale.ROOT);
    boolean standard =
        small.startsWith("https:") ? small.endsWith(":443") : small.matches("http:.*[^:]:80");
    return standard ? small.substring(0, small.lastIndexOf(':')) : small;
  }
}
