package id.pantau.command.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import id.pantau.command.Role;
import id.pantau.platform.Settings;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionsTest {
  private static final Settings.Command LIMITS =
      new Settings.Command("", 60, 10, 2, 5, 60, 2, 60, 1000);

  private final ManualClock clock = new ManualClock();
  private final List<String> ended = new ArrayList<>();
  private final OperatorFile file;
  private final Operators operators;
  private final Sessions sessions;

  SessionsTest(@TempDir Path folder) throws IOException {
    file = new OperatorFile(folder, clock);
    file.add("budi", "Budi", EnumSet.of(Role.WATCH));
    file.add("siti", "Siti", EnumSet.of(Role.DECIDE));
    operators = new Operators(file);
    sessions = new Sessions(operators, LIMITS, clock);
    sessions.onEnd((session, why) -> ended.add(session.operator().id() + " " + why.what()));
  }

  @Test
  void find_itsCookie_isTheSessionAndNothingElseIs() {
    Sessions.Opened opened = open("budi");
    assertSame(opened.session(), sessions.find(opened.token()));
    assertNull(sessions.find(null));
    assertNull(sessions.find(""));
    assertNull(sessions.find(opened.token().substring(1) + "A"));
    assertNull(sessions.find(opened.session().key()));
  }

  @Test
  void find_requestsNowAndThen_endsAtTheAbsoluteLimit() {
    String token = open("budi").token();
    for (int i = 0; i < 6; i++) {
      assertNotNull(sessions.find(token));
      clock.pass(Duration.ofMinutes(9));
    }
    assertNotNull(sessions.find(token));
    clock.pass(Duration.ofMinutes(6));
    assertNull(sessions.find(token));
    assertEquals(List.of("budi session-expired"), ended);
  }

  @Test
  void of_requestsOfNobody_doNotKeepItFromIdling() {
    String token = open("budi").token();
    SessionCookie cookie = new SessionCookie(false);
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Cookie", "pantau-command=" + token);
    clock.pass(Duration.ofMinutes(9));
    assertNotNull(sessions.of(headers, cookie));
    headers.add("pantau-unattended", "1");
    clock.pass(Duration.ofMinutes(9));
    assertNotNull(sessions.of(headers, cookie));
    assertNotNull(sessions.look(token));
    clock.pass(Duration.ofMinutes(1));
    assertNull(sessions.of(headers, cookie));
    assertEquals(List.of("budi session-expired"), ended);
  }

  @Test
  void sweep_idleSession_endsOnce() {
    String token = open("budi").token();
    clock.pass(Duration.ofMinutes(10));
    sessions.sweep();
    sessions.sweep();
    assertNull(sessions.find(token));
    assertEquals(List.of("budi session-expired"), ended);
  }

  @Test
  void open_pastTheLimit_theOldestGivesWay() {
    String first = open("budi").token();
    String second = open("siti").token();
    String third = open("siti").token();
    assertNull(sessions.find(first));
    assertNotNull(sessions.find(second));
    assertNotNull(sessions.find(third));
    assertEquals(List.of("budi session-displaced"), ended);
  }

  @Test
  void find_operatorWasMadeAnew_theOldSessionEnds() throws IOException {
    String token = open("budi").token();
    file.add("budi", "Budi", EnumSet.of(Role.WATCH));
    operators.reload();
    assertNull(sessions.find(token));
    assertEquals(List.of("budi session-revoked"), ended);
  }

  private Sessions.Opened open(String id) {
    return sessions.open(Objects.requireNonNull(operators.find(id)));
  }
}
