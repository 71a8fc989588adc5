package id.pantau.command.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.command.Role;
import id.pantau.command.signin.OperatorFile.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OperatorsTest {
  private final Path file;
  private final OperatorFile operators;

  OperatorsTest(@TempDir Path folder) {
    this.file = folder.resolve("operators.json");
    this.operators = new OperatorFile(folder, new ManualClock());
  }

  @Test
  void add_operator_keepsNoPasswordAndNobodyElseMayRead() throws IOException {
    Credentials made = operators.add("budi", "Budi S.", EnumSet.of(Role.WATCH));
    String text = Files.readString(file);
    assertFalse(text.contains(made.password()), text);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertTrue(made.password().matches("([a-z2-7]{6}-){3}[a-z2-7]{6}"), made.password());
    assertEquals(
        "otpauth://totp/Pantau%20Suara:budi?secret=" + made.secret() + "&issuer=Pantau%20Suara",
        made.otpauth());
    Account account = operators.read().get("budi");
    assertNotNull(account);
    Passwords passwords = new Passwords();
    assertTrue(passwords.verify(account.hash(), made.password()));
    assertFalse(passwords.verify(account.hash(), made.password() + "x"));
    assertFalse(passwords.verify(null, made.password()));
  }

  @Test
  void add_somebodyWhoCannotBe_isRefused() {
    EnumSet<Role> roles = EnumSet.of(Role.WATCH);
    assertThrows(IllegalArgumentException.class, () -> operators.add("a b", "A", roles));
    assertThrows(IllegalArgumentException.class, () -> operators.add("a", " ", roles));
    assertThrows(
        IllegalArgumentException.class, () -> operators.add("a", "A", EnumSet.noneOf(Role.class)));
    assertFalse(Files.exists(file));
  }

  @Test
  void reload_brokenFile_leavesTheOperatorsAsTheyWere() throws IOException {
    operators.add("budi", "Budi S.", EnumSet.of(Role.WATCH));
    Operators known = new Operators(operators);
    String good = Files.readString(file);
    Files.writeString(file, good.replace("\"watch\"", "\"everything\""));
    assertFalse(known.reload());
    assertNotNull(known.find("budi"));
    Files.writeString(file, good.replace("Budi S.", "Budi Santoso"));
    assertTrue(known.reload());
    Account account = known.find("budi");
    assertNotNull(account);
    assertEquals("Budi Santoso", account.operator().name());
  }
}
