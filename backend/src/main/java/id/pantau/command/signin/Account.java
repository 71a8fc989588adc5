package id.pantau.command.signin;

import id.pantau.command.Operator;
import id.pantau.command.Role;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One operator in {@code operators.json}.
 *
 * @param roles names on the wire
 * @param hash of the password; the password itself is nowhere
 * @param secret of the second factor, base 32: needed in clear to compute codes
 * @param created when, ISO-8601; for people
 */
record Account(
    String id, String name, List<String> roles, String hash, String secret, String created) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
  private static final int NAME_CHARS_MAX = 80;

  /** The operator, for the desks. */
  Operator operator() {
    return new Operator(id, name, rolesOf(roles));
  }

  /** This, if it can be meant; throws with one sentence where it says something impossible. */
  Account checked() throws IOException {
    if (id == null || !ID.matcher(id).matches()) {
      throw new IOException("an operator has no id of 1 to 64 letters, digits, dots and dashes");
    }
    if (hash == null || !hash.startsWith("$pbkdf2$") || hash.split("\\$").length != 5) {
      throw new IOException(id + " has no hash of a password");
    }
    byte[] key = secret == null ? null : Base32.decode(secret);
    if (key == null || key.length < Totp.SECRET_BYTES) {
      throw new IOException(id + " has no secret of " + Totp.SECRET_BYTES + " bytes in base 32");
    }
    try {
      checkedName(name);
      rolesOf(roles);
    } catch (IllegalArgumentException e) {
      throw new IOException(id + ": " + e.getMessage(), e);
    }
    return this;
  }

  static void checkedId(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("an id is 1 to 64 letters, digits, dots and dashes");
    }
  }

  static void checkedName(String name) {
    if (name == null
        || name.isBlank()
        || name.length() > NAME_CHARS_MAX
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a name is 1 to " + NAME_CHARS_MAX + " characters");
    }
  }

  /** The roles by their names on the wire. */
  static Set<Role> rolesOf(List<String> wires) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String wire : wires == null ? List.<String>of() : wires) {
      roles.add(
          Arrays.stream(Role.values())
              .filter(role -> role.wire().equals(wire))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          wire + " is no role; roles are watch, decide, supervise")));
    }
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("an operator needs a role");
    }
    return roles;
  }
}
