package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Position;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * F28 to F32 over the real port, on a node with little memory: each is refused with its code, and
 * nothing is applied.
 */
final class BadInputIT {
  private static final String STATION = "0101011001001";
  private static final String GOOD =
      "{\"contest\":\"ppwp\",\"station\":\"0101011001001\",\"generation\":0,\"revision\":1,"
          + "\"method\":\"machine\",\"votes\":{\"900001\":10,\"900002\":20,\"900003\":30},"
          + "\"valid\":60,\"invalid\":1,\"total\":61,\"users\":{\"all\":{\"all\":61}}}";
  private static final String JSON = "application/json";
  private static final String NDJSON = "application/x-ndjson";
  private static final int MEGABYTE = 1 << 20;

  @TempDir private static Path folder = Path.of("");
  private static NodeProcess node;
  private static Sender sender;
  private static Sender ofNorth;

  @BeforeAll
  static void start() throws Exception {
    node = NodeProcess.on(folder.resolve("node")).with("--election", "contoh").heap(160);
    String everywhere = keygen("0");
    String north = keygen("0101");
    node.start();
    sender = new Sender(node.url(), everywhere);
    ofNorth = new Sender(node.url(), north);
  }

  private static String keygen(String areas) throws Exception {
    Verb.Ended ended =
        Verb.run(
            folder,
            "keygen",
            "submitter",
            "--areas",
            areas,
            "--methods",
            "machine",
            "--data",
            node.data().toString());
    assertEquals(0, ended.exit(), ended::toString);
    return ended.out().strip();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  /** What is refused leaves no trace: not in Redis, not in the journal, not on the board. */
  @AfterEach
  void nothingWasApplied() throws IOException {
    for (String province : List.of("01", "02", "99")) {
      assertEquals("0", RedisTalk.ask(node, "XLEN {contoh:" + province + "}log"));
    }
    try (Stream<Path> files = Files.list(node.data().resolve("journal").resolve("contoh"))) {
      assertEquals(List.of(), files.toList());
    }
    assertEquals("waiting", node.api().station(STATION).path("status").asText());
    assertEquals(Position.START, node.api().position());
    assertTrue(node.isAlive());
  }

  static Stream<String> numbersThatAreNone() {
    return Stream.of(
        "-1",
        "1.9",
        "1e3",
        "\"5\"",
        "4294967297",
        "18446744073709551617",
        "1e400",
        "NaN",
        "9".repeat(1000),
        "true",
        "[1]");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("numbersThatAreNone")
  void f29_number_is400NamingTheField(String number) throws IOException {
    refusedAt("votes.900001", GOOD.replace("\"900001\":10", "\"900001\":" + number));
    refusedAt("total", GOOD.replace("\"total\":61", "\"total\":" + number));
    refusedAt("users.all.all", GOOD.replace("{\"all\":61}", "{\"all\":" + number + "}"));
    refusedAt("revision", GOOD.replace("\"revision\":1", "\"revision\":" + number));
  }

  private static void refusedAt(String field, String form) throws IOException {
    Sender.Reply reply = sender.form(form);
    assertEquals(400, reply.status(), reply::body);
    assertEquals("urn:pantau:problem:malformed", reply.json().path("type").asText());
    JsonNode fields = reply.json().path("findings").path(0).path("fields");
    assertEquals(field, fields.path(0).asText(), reply::body);

    List<JsonNode> lines = sender.batch(List.of(form, form)).lines();
    assertEquals(2, lines.size());
    for (JsonNode line : lines) {
      assertEquals("refused", line.path("status").asText(), line::toString);
      assertEquals(field, line.path("findings").path(0).path("fields").path(0).asText());
      assertTrue(line.path("position").isNull(), line::toString);
    }
  }

  static Stream<String> textsThatAreNoForm() {
    return Stream.of(
        GOOD.replace("\"valid\":60", "\"valid\":60,\"valid\":60"),
        GOOD.replace("\"900001\":10", "\"900001\":10,\"900001\":10"),
        "/* why */" + GOOD,
        GOOD + " // why",
        "\ufeff" + GOOD,
        GOOD + "x",
        GOOD + GOOD,
        GOOD.replace("\"valid\"", "\"\\ud800\":1,\"valid\""),
        GOOD.replace("machine\"", "machine\",\"recordedAt\":\"\\udc00\""),
        GOOD.replace("machine", "mach\u0000ine"),
        GOOD.replace("machine", "mach\\u0000ine"),
        GOOD.replace("\"valid\":60", "\"valid\":" + "[".repeat(1001) + "]".repeat(1001)),
        "[".repeat(100_000),
        GOOD.replace("\"valid\":60", "\"unknown\":60"),
        GOOD.replace("\"valid\":60", "\"valid\":60,"),
        GOOD.replace('"', '\''),
        "null",
        "\"form\"",
        "");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("textsThatAreNoForm")
  void f30_text_is400(String text) throws IOException {
    Sender.Reply reply = sender.post(JSON, bytes(text));
    assertEquals(400, reply.status(), reply::body);
    assertEquals("urn:pantau:problem:malformed", reply.json().path("type").asText());
    assertTrue(!reply.json().path("detail").asText().isEmpty(), reply::body);
  }

  @Test
  void f30_brokenUtf8_refusesTheWholeBatch() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(bytes(GOOD + "\n"));
    body.writeBytes(new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', '}', '\n'});
    for (String type : List.of(JSON, NDJSON)) {
      Sender.Reply reply = sender.post(type, body.toByteArray());
      assertEquals(400, reply.status(), reply::body);
      assertTrue(reply.json().path("detail").asText().contains("UTF-8"), reply::body);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "\"ppwp\", \"pdpr\", R01",
    "\"0101011001001\", \"0101011001999\", R02",
    "\"ppwp\", \"pkwkk-0102\", R03",
    "\"900003\", \"900004\", R04",
    "\"revision\":1, \"revision\":0, R06",
    "\"generation\":0, \"generation\":1, R07",
    "\"revision\":1, \"revision\":2, R08",
  })
  void f31_rule_is422WithItsCode(String what, String with, String code) throws IOException {
    String form = GOOD.replace(what, with);
    Sender.Reply reply = sender.form(form);
    assertEquals(422, reply.status(), reply::body);
    assertEquals(code, reply.json().path("findings").path(0).path("code").asText(), reply::body);
    JsonNode line = sender.batch(List.of(form)).lines().get(0);
    assertEquals("refused", line.path("status").asText());
    assertEquals(code, line.path("findings").path(0).path("code").asText());
  }

  /** A key for machine forms of one kabupaten claims more than it may. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"machine\" > \"double\"",
        "\"machine\" > \"single\"",
        "0101011001001 > 0102011001001",
        "0101011001001 > 0201012001001",
        "\"machine\" > \"machine\",\"reason\":{\"kind\":\"decision\",\"codes\":[\"T01\"],"
            + "\"by\":[\"A\",\"B\"],\"note\":\"so\"}"
      })
  void key_thatClaimsMoreThanItMay_is403(String change) throws IOException {
    String[] parts = change.split(" > ", 2);
    String form = GOOD.replace(parts[0], parts[1]);
    Sender.Reply reply = ofNorth.form(form);
    assertEquals(403, reply.status(), reply::body);
    assertEquals("R09", reply.json().path("findings").path(0).path("code").asText());
    JsonNode line = ofNorth.batch(List.of(form)).lines().get(0);
    assertEquals("refused", line.path("status").asText());
    assertEquals("R09", line.path("findings").path(0).path("code").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pk_", "pk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "null"})
  void key_thatIsUnknown_is401(String key) throws IOException {
    Sender stranger = new Sender(node.url(), key);
    assertEquals(401, stranger.form(GOOD).status());
    assertEquals(401, stranger.batch(List.of(GOOD)).status());
  }

  /** Each address is short enough, and all of them together are more than a log keeps of a form. */
  @Test
  void f32_imagesWithLongAddresses_refuseTheirLineOnly() throws IOException {
    String image = "{\"page\":1,\"url\":\"https://example.org/" + "x".repeat(980) + "\"}";
    String images = String.join(",", Collections.nCopies(64, image));
    String form = GOOD.replace("\"valid\":60", "\"valid\":60,\"images\":[" + images + "]");
    refusedAt("images", form);
    String other = GOOD.replace("\"ppwp\"", "\"pdpr\"");
    Sender.Reply reply = sender.batch(List.of(other, form, other));
    assertEquals(200, reply.status(), reply::body);
    List<String> codes =
        reply.lines().stream()
            .map(line -> line.path("findings").path(0).path("code").asText())
            .toList();
    assertEquals(List.of("R01", "malformed", "R01"), codes);
  }

  @Test
  void f32_tooMuch_is413AndTheNodeLivesOn() throws Exception {
    byte[] large = bytes(GOOD + " ".repeat(10 * MEGABYTE));
    byte[] bomb = gzip(new byte[100 * MEGABYTE]);
    byte[] lines = bytes((GOOD + "\n").repeat(1_001));
    assertTrue(bomb.length < MEGABYTE && lines.length < MEGABYTE);
    for (String type : List.of(JSON, NDJSON)) {
      assertEquals(413, sender.post(type, large).status());
      assertEquals(413, sender.post(type, bomb, "Content-Encoding", "gzip").status());
    }
    assertEquals(413, sender.post(NDJSON, lines).status());
    // More at a time than would fit in its memory.
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<Integer>> all =
          IntStream.range(0, 96)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> sender.post(JSON, bomb, "Content-Encoding", "gzip").status()))
              .toList();
      for (Future<Integer> one : all) {
        int status = one.get();
        assertTrue(status == 413 || status == 503 || status == 429, "answered " + status);
      }
    } finally {
      threads.shutdownNow();
    }
    assertTrue(node.isReady(), node::log);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
