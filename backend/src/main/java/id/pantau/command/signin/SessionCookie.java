package id.pantau.command.signin;

import org.jspecify.annotations.Nullable;

/**
 * The cookie that carries a session. Behind TLS its name begins with {@code __Host-}: browsers then
 * take it only with Secure, for exactly this host and from nobody else. It has no lifetime of its
 * own, so it goes with the browser.
 *
 * @param secure false only on loopback over plain http
 */
public record SessionCookie(boolean secure) {
  String name() {
    return secure ? "__Host-pantau" : "pantau-command";
  }

  /**
   * The value in a {@code Cookie} header; null where it is not there, or twice: then one of them
   * was planted.
   */
  public @Nullable String read(@Nullable String header) {
    if (header == null) {
      return null;
    }
    String found = null;
    for (String part : header.split(";")) {
      int equals = part.indexOf('=');
      if (equals > 0 && part.substring(0, equals).strip().equals(name())) {
        if (found != null) {
          return null;
        }
        found = part.substring(equals + 1).strip();
      }
    }
    return found;
  }

  /** The {@code Set-Cookie} header that gives it. */
  String give(String token) {
    return name() + "=" + token + attributes();
  }

  /** The one that takes it back. */
  String take() {
    return name() + "=" + attributes() + "; Max-Age=0";
  }

  private String attributes() {
    return "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
  }
}
