package id.pantau.command.signin;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who wants to sign in sends.
 *
 * @param name an operator's id
 * @param address where it came from
 */
record Attempt(String name, String password, String code, String address) {
  private static final int NAME_CHARS_MAX = 64;
  private static final int PASSWORD_CHARS_MAX = 256;
  private static final int CODE_CHARS_MAX = 16;
  private static final int FIELDS = 3;

  /** Reads {@code {"name","password","code"}}, three texts; null where the body is not that. */
  static @Nullable Attempt read(@Nullable String body, String address) {
    try {
      JsonObject json = new JsonObject(body == null ? "" : body);
      if (json.size() == FIELDS
          && json.getValue("name") instanceof String name
          && json.getValue("password") instanceof String password
          && json.getValue("code") instanceof String code
          && name.length() <= NAME_CHARS_MAX
          && password.length() <= PASSWORD_CHARS_MAX
          && code.length() <= CODE_CHARS_MAX) {
        return new Attempt(name.strip(), password, code, address);
      }
      return null;
    } catch (DecodeException e) {
      return null;
    }
  }
}
