package id.pantau.command.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

final class SessionCookieTest {
  private final SessionCookie secure = new SessionCookie(true);
  private final SessionCookie local = new SessionCookie(false);

  @Test
  void give_behindTls_isBoundToTheHost() {
    assertEquals("__Host-pantau=t; Path=/; HttpOnly; SameSite=Strict; Secure", secure.give("t"));
  }

  @Test
  void give_onLoopback_isTheSameWithoutSecure() {
    assertEquals("pantau-command=t; Path=/; HttpOnly; SameSite=Strict", local.give("t"));
  }

  @Test
  void read_amongOthers_isFoundByItsWholeName() {
    assertEquals("t", secure.read("a=b; __Host-pantau=t;c=d"));
    assertNull(secure.read("x__Host-pantau=t; pantau-command=t"));
    assertNull(secure.read(null));
  }

  @Test
  void read_twice_isNone() {
    assertNull(local.read("pantau-command=mine; pantau-command=planted"));
  }
}
