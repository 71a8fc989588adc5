package id.pantau.command.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PasswordsTest {
  private final Passwords passwords = new Passwords();

  @Test
  void verify_theRightOne_andNoOther() {
    String password = Passwords.fresh();
    String hash = Passwords.hash(password);
    assertTrue(passwords.verify(hash, password));
    assertFalse(passwords.verify(hash, Passwords.fresh()));
    assertFalse(passwords.verify(null, password));
  }

  /** The time to say no must not tell which names there are. */
  @Test
  void nobody_isAsMuchWorkAsAHash_andAnotherEachTime() {
    List<String> real = Arrays.asList(Passwords.hash(Passwords.fresh()).split("\\$", -1));
    List<String> drawn = Arrays.asList(passwords.nobody().split("\\$", -1));
    assertEquals(real.size(), drawn.size());
    assertEquals(real.subList(0, 3), drawn.subList(0, 3));
    for (int part = 3; part < real.size(); part++) {
      assertEquals(real.get(part).length(), drawn.get(part).length());
    }
    assertNotEquals(passwords.nobody(), new Passwords().nobody());
  }
}
