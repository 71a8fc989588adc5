package id.pantau.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door from outside: what gets in, what does not, and what is written down of it. */
final class CommandCentreTest {
  private static final Duration STEP = Duration.ofSeconds(30);
  private final DoorRig rig;

  CommandCentreTest(@TempDir Path folder) throws IOException {
    rig = new DoorRig(folder, Map.of());
  }

  @BeforeEach
  void isOpen() {
    assertTrue(rig.port() > 0);
  }

  @AfterEach
  void close() throws IOException {
    rig.close();
  }

  @Test
  void signIn_allRight_givesASessionAndACookie() throws IOException {
    HttpResponse<String> answer = rig.signIn(rig.budi);
    assertEquals(200, answer.statusCode(), answer.body());
    JsonObject body = new JsonObject(answer.body());
    assertEquals(
        "{\"id\":\"budi\",\"name\":\"Budi S.\",\"roles\":[\"watch\",\"decide\"]}",
        body.getJsonObject("operator").encode());
    assertEquals("2026-11-29T16:00:10Z", body.getString("expiresAt"));
    String given = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(
        given.matches("pantau-command=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict"),
        given);
    String cookie = given.substring(0, given.indexOf(';'));
    assertEquals(answer.body(), rig.get("/api/session", "Cookie", cookie).body());
    assertEquals("budi {}", rig.post("/api/echo", "{}", cookie).body());
    assertEquals(List.of("budi sign-in"), rig.said());
  }

  @Test
  void signIn_somethingWrong_isOneAnswerWhateverItWas() throws IOException {
    HttpResponse<String> unknown = rig.signIn("nobody", rig.budi.password(), rig.code(rig.budi));
    HttpResponse<String> password = rig.signIn("budi", "guess", rig.code(rig.budi));
    HttpResponse<String> code = rig.signIn("budi", rig.budi.password(), "000000");
    assertEquals(401, unknown.statusCode());
    assertTrue(unknown.body().contains("\"wrong\""), unknown.body());
    assertEquals(unknown.body(), password.body());
    assertEquals(unknown.body(), code.body());
    assertTrue(unknown.headers().firstValue("Set-Cookie").isEmpty());
    assertEquals(
        List.of("nobody sign-in-wrong", "budi sign-in-wrong", "budi sign-in-wrong"), rig.said());
  }

  @Test
  void signIn_codeUsedAlready_isWrongUntilTheNext() {
    assertEquals(200, rig.signIn(rig.budi).statusCode());
    assertEquals(401, rig.signIn(rig.budi).statusCode());
    rig.clock.pass(STEP);
    assertEquals(200, rig.signIn(rig.budi).statusCode());
  }

  @Test
  void signIn_codeUsedBeforeARestart_isWrongUntilTheNext(@TempDir Path other) throws IOException {
    try (DoorRig before = new DoorRig(other, Map.of())) {
      assertEquals(200, before.signIn(before.budi).statusCode());
    }
    try (DoorRig after = new DoorRig(other, Map.of())) {
      assertEquals(401, after.signIn(after.budi).statusCode());
      assertEquals(200, after.signIn(after.siti).statusCode());
      after.clock.pass(STEP);
      assertEquals(200, after.signIn(after.budi).statusCode());
    }
  }

  @Test
  void signIn_whereNobodyKnowsWhichCodesWereUsed_waitsForTheNext(@TempDir Path other)
      throws IOException {
    Files.writeString(other.resolve("used-codes.json"), "{\"budi\":");
    try (DoorRig after = new DoorRig(other, Map.of())) {
      assertEquals(401, after.signIn(after.budi).statusCode());
      after.clock.pass(STEP.multipliedBy(2));
      assertEquals(200, after.signIn(after.budi).statusCode());
      String kept = Files.readString(other.resolve("used-codes.json"));
      assertEquals(Set.of("budi"), new JsonObject(kept).fieldNames());
    }
  }

  @Test
  void signIn_wrongTooOften_locksEvenTheRightOneForAWhile() throws IOException {
    for (int i = 0; i < 5; i++) {
      assertEquals(401, rig.signIn("budi", "guess", "000000").statusCode());
    }
    HttpResponse<String> locked = rig.signIn(rig.budi);
    assertEquals(429, locked.statusCode());
    assertTrue(locked.body().contains("\"locked\""), locked.body());
    assertEquals("60", locked.headers().firstValue("Retry-After").orElse(""));
    // The address is locked as the name is.
    assertEquals(429, rig.signIn(rig.siti).statusCode());
    assertTrue(rig.said().contains("budi locked-out"), rig.said()::toString);
    rig.clock.pass(Duration.ofSeconds(60));
    assertEquals(200, rig.signIn(rig.budi).statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"name\":\"budi\",\"password\":\"x\"}",
        "{\"name\":\"budi\",\"password\":\"x\",\"code\":1}",
        "{\"name\":\"budi\",\"password\":\"x\",\"code\":\"1\",\"more\":\"\"}"
      })
  void signIn_bodyThatIsNone_isMalformed(String body) {
    assertEquals(400, rig.post("/api/session", body, "none=1").statusCode());
  }

  @Test
  void signOut_session_isOverAndInTheTrail() throws IOException {
    String cookie = rig.cookie(rig.budi);
    HttpResponse<String> out =
        rig.send("DELETE", "/api/session", "", "Origin", rig.origin(), "Cookie", cookie);
    assertEquals(204, out.statusCode());
    assertTrue(out.headers().firstValue("Set-Cookie").orElse("").contains("Max-Age=0"));
    assertEquals(401, rig.get("/api/session", "Cookie", cookie).statusCode());
    assertSaid("budi sign-out", cookie);
  }

  /** F25: no cookie, a forged one, one whose time is over. */
  @Test
  void api_withoutASession_isRefusedAndWrittenDown() throws IOException {
    String cookie = rig.cookie(rig.budi);
    assertSignedOut(rig.get("/api/trail"));
    String forged = cookie.substring(0, cookie.length() - 4) + "AAAA";
    assertSignedOut(rig.get("/api/trail", "Cookie", forged));
    assertSignedOut(rig.get("/api/nowhere", "Cookie", forged));
    rig.clock.pass(Duration.ofMinutes(31));
    assertSignedOut(rig.get("/api/trail", "Cookie", cookie));
    assertSaid("budi session-expired", rig.cookie(rig.budi));
    assertEquals(4, rig.said().stream().filter(s -> s.equals("? no-session")).count());
  }

  @Test
  void api_refusedAgainAndAgain_fillsNoDisk() throws IOException {
    for (int i = 0; i < 100; i++) {
      assertSignedOut(rig.get("/api/trail"));
    }
    rig.clock.pass(Duration.ofMinutes(1));
    assertSignedOut(rig.get("/api/trail"));
    rig.cookie(rig.budi);
    assertEquals(31, rig.said().stream().filter(s -> s.equals("? no-session")).count());
    assertEquals(1, rig.said().stream().filter(s -> s.equals("? refused-more")).count());
  }

  @Test
  void api_withoutTheRole_isForbidden() {
    HttpResponse<String> answer = rig.get("/api/trail", "Cookie", rig.cookie(rig.siti));
    assertEquals(403, answer.statusCode());
    assertTrue(answer.body().contains("\"role\""), answer.body());
  }

  /** Cross-site request forgery: a foreign page, another port of this host, no page at all. */
  @Test
  void post_fromElsewhere_isRefusedAlthoughTheCookieIsRight() throws IOException {
    String cookie = rig.cookie(rig.budi);
    String type = "application/json";
    for (String origin : foreign()) {
      HttpResponse<String> answer =
          rig.send(
              "POST", "/api/echo", "{}", "Origin", origin, "Content-Type", type, "Cookie", cookie);
      assertEquals(403, answer.statusCode(), origin);
      assertTrue(answer.body().contains("\"foreign-origin\""), answer.body());
    }
    assertEquals(
        403,
        rig.send("POST", "/api/echo", "{}", "Content-Type", type, "Cookie", cookie).statusCode());
    assertTrue(rig.said().contains("? foreign-origin"), rig.said()::toString);
  }

  @Test
  void post_thatTheBrowserCallsCrossSite_isRefused() {
    HttpResponse<String> answer =
        rig.send(
            "POST",
            "/api/session",
            "{}",
            "Origin",
            rig.origin(),
            "Content-Type",
            "application/json",
            "Sec-Fetch-Site",
            "cross-site");
    assertEquals(403, answer.statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp"})
  void post_asAFormCould_isRefused(String type) {
    HttpResponse<String> answer =
        rig.send("POST", "/api/session", "{}", "Origin", rig.origin(), "Content-Type", type);
    assertEquals(415, answer.statusCode());
  }

  @Test
  void post_overTheLimit_isTooLarge() {
    String cookie = rig.cookie(rig.budi);
    assertEquals(200, rig.post("/api/echo", "x".repeat(65_536), cookie).statusCode());
    assertEquals(413, rig.post("/api/echo", "x".repeat(65_537), cookie).statusCode());
    assertEquals(413, rig.post("/api/session", "x".repeat(5_000), "none=1").statusCode());
  }

  /** F24. */
  @Test
  void socket_handshake_needsOurOriginThenASessionThenTheRole() throws IOException {
    String watcher = "Cookie: " + rig.cookie(rig.budi);
    String other = "Cookie: " + rig.cookie(rig.siti);
    for (String origin : foreign()) {
      assertEquals(403, rig.handshake("Origin: " + origin, watcher), origin);
    }
    assertEquals(403, rig.handshake(watcher));
    String ours = "Origin: " + rig.origin();
    assertEquals(401, rig.handshake(ours));
    assertEquals(401, rig.handshake(ours, watcher + "A"));
    assertEquals(403, rig.handshake(ours, other));
    assertEquals(101, rig.handshake(ours, watcher));
    assertEquals(101, rig.handshake("Origin: http://localhost:" + rig.port(), watcher));
  }

  @Test
  void socket_open_hearsTheDesksAndEndsWithTheSession() throws IOException {
    String cookie = rig.cookie(rig.budi);
    try (Socket socket = rig.socket("Origin: " + rig.origin(), "Cookie: " + cookie)) {
      InputStream in = socket.getInputStream();
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.read());
      }
      assertTrue(head.toString().startsWith("HTTP/1.1 101"), head::toString);
      while (rig.screens.watching() == 0) {
        Thread.onSpinWait();
      }
      String message = "{\"kind\":\"test\",\"all\":\"" + "x".repeat(100_000) + "\"}";
      rig.screens.tell("test", Buffer.buffer(message));
      assertEquals(0x81, in.read());
      assertEquals(127, in.read());
      assertEquals(message.length(), new DataInputStream(in).readLong());
      assertEquals(message, new String(in.readNBytes(message.length()), StandardCharsets.UTF_8));
      rig.send("DELETE", "/api/session", "", "Origin", rig.origin(), "Cookie", cookie);
      assertEquals(0x88, in.read());
      in.read();
      assertEquals(4401, in.read() * 256 + in.read());
    }
  }

  /** F50. */
  @ParameterizedTest
  @ValueSource(
      strings = {"/metrics", "/livez", "/readyz", "/health", "/metrics/x", "/command.html"})
  void managementAndFiles_onTheCommandPort_areNotHere(String path) {
    assertEquals(404, rig.get(path).statusCode());
  }

  @Test
  void behindTls_cookieIsBoundToTheHost_andTheOriginIsTheAddress(@TempDir Path other)
      throws IOException {
    Map<String, String> https = Map.of("PANTAU_COMMAND_PUBLICURL", "https://Pusat.example:443");
    try (DoorRig front = new DoorRig(other, https)) {
      assertEquals(403, front.signIn(front.budi).statusCode());
      JsonObject body =
          new JsonObject()
              .put("name", "budi")
              .put("password", front.budi.password())
              .put("code", front.code(front.budi));
      HttpResponse<String> answer =
          front.send(
              "POST",
              "/api/session",
              body.encode(),
              "Origin",
              "https://pusat.example",
              "Content-Type",
              "application/json",
              "X-Forwarded-For",
              "203.0.113.9, 198.51.100.7");
      assertEquals(200, answer.statusCode(), answer.body());
      String given = answer.headers().firstValue("Set-Cookie").orElseThrow();
      assertTrue(given.matches("__Host-pantau=.*; Path=/; .*SameSite=Strict; Secure"), given);
      assertTrue(answer.headers().firstValue("Strict-Transport-Security").isPresent());
      String cookie = given.substring(0, given.indexOf(';'));
      String trail = front.get("/api/trail", "Cookie", cookie).body();
      assertTrue(trail.contains("\"address\":\"198.51.100.7\""), trail);
      assertEquals(101, front.handshake("Origin: https://pusat.example", "Cookie: " + cookie));
      assertEquals(403, front.handshake("Origin: " + front.origin(), "Cookie: " + cookie));
    }
  }

  @Test
  void everyAnswer_saysWhatABrowserMayNotDo() {
    for (String path : List.of("/", "/api/session", "/nowhere.js")) {
      var headers = rig.get(path).headers();
      String policy = headers.firstValue("Content-Security-Policy").orElse("");
      assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
      assertTrue(policy.endsWith("frame-ancestors 'none'"), policy);
      assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
      assertEquals("no-referrer", headers.firstValue("Referrer-Policy").orElse(""));
      assertEquals("same-origin", headers.firstValue("Cross-Origin-Opener-Policy").orElse(""));
      assertEquals("same-origin", headers.firstValue("Cross-Origin-Resource-Policy").orElse(""));
      assertFalse(headers.firstValue("Strict-Transport-Security").isPresent());
      assertFalse(headers.firstValue("Access-Control-Allow-Origin").isPresent());
    }
    String cache = rig.get("/api/session").headers().firstValue("Cache-Control").orElse("");
    assertEquals("no-store", cache);
  }

  private List<String> foreign() {
    return List.of(
        "http://127.0.0.1:" + (rig.port() + 1),
        "https://127.0.0.1:" + rig.port(),
        "http://127.0.0.1",
        "http://evil.example:" + rig.port(),
        rig.origin() + ".evil.example",
        rig.origin() + "/",
        "null");
  }

  private static void assertSignedOut(HttpResponse<String> answer) {
    assertEquals(401, answer.statusCode());
    assertTrue(answer.body().contains("\"signed-out\""), answer.body());
  }

  /** What was written without waiting is there once a later entry is: the next sign-in's. */
  private void assertSaid(String entry, String anything) throws IOException {
    assertFalse(anything.isEmpty());
    rig.clock.pass(STEP.multipliedBy(3));
    rig.signIn(rig.budi);
    assertTrue(rig.said().contains(entry), rig.said()::toString);
  }
}
