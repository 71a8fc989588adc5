package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * F32, F33: bodies without an end, requests that drip, heads that two servers could read in two
 * ways.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class HttpEdgeIT {
  private static final String FORM =
      "{\"contest\":\"ppwp\",\"station\":\"0101011001001\",\"generation\":0,\"revision\":1,"
          + "\"method\":\"machine\",\"votes\":{\"900001\":1,\"900002\":2,\"900003\":3},"
          + "\"valid\":6,\"invalid\":0,\"total\":6}";

  @TempDir private static Path folder = Path.of("");
  private static NodeProcess node;
  private static String key;
  private static FutureTask<String> dripping;

  @BeforeAll
  static void start() throws Exception {
    node =
        NodeProcess.on(folder.resolve("node"))
            .with("--election", "contoh")
            .env("PANTAU_INTAKE_BODYTIMEOUTSECONDS", "2")
            .heap(160);
    key = node.key();
    node.start();
    dripping = new FutureTask<>(HttpEdgeIT::drip);
    new Thread(dripping, "drip").start();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @AfterEach
  void nothingWasApplied() throws IOException {
    assertEquals(Position.START, node.api().position());
    assertTrue(node.isReady(), node::log);
  }

  /** Each: what stands after the request line and the key, and the status. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "Host: x|Content-Length: 3|Transfer-Encoding: chunked||0|| > 400",
        "Host: x|Transfer-Encoding: chunked|Content-Length: 3||0|| > 400",
        "Host: x|Content-Length: 3|Content-Length: 4||{}  > 400",
        "Host: x|Content-Length: -3||{}  > 400",
        "Host: x|Content-Length: +3||{}  > 400",
        "Host: x|Transfer-Encoding: gzip, chunked||0|| > 400",
        "Host: x|Transfer-Encoding: chunked|Transfer-Encoding: chunked||0|| > 400",
        "Host : x|Content-Length: 2||{} > 400",
        "Content-Length: 2||{} > 400",
        "Host: x|Host: y|Content-Length: 2||{} > 400",
        "Host: x|X: LONG|Content-Length: 2||{} > 431",
      })
  void f33_head_isRefusedAndTheConnectionClosed(String rest, int status) throws IOException {
    String text = rest.replace("|", "\r\n").replace("LONG", "y".repeat(9 * 1024));
    try (RawHttp raw = new RawHttp(node.port())) {
      raw.send("POST /api/v1/forms HTTP/1.1\r\nAuthorization: Bearer " + key + "\r\n");
      raw.send("Content-Type: application/json\r\n" + text);
      String answer = raw.readToTheEnd();
      assertTrue(answer.matches("(?s)HTTP/1\\.[01] " + status + " .*"), () -> rest + ": " + answer);
      assertTrue(answer.contains(status == 431 ? "head-too-large" : "not valid HTTP"), answer);
      assertEquals(1, answer.split("HTTP/1\\.[01] \\d", -1).length - 1, answer);
    }
  }

  /** Lines that end in a bare LF: what one server sees as a header the next sees as its value. */
  @Test
  void f33_bareLineFeeds_areRefusedAndTheConnectionClosed() throws IOException {
    try (RawHttp raw = new RawHttp(node.port())) {
      raw.send(
          "POST /api/v1/forms HTTP/1.1\nHost: x\nAuthorization: Bearer "
              + key
              + "\nContent-Type: application/json\nContent-Length: "
              + FORM.length()
              + "\n\n"
              + FORM);
      String answer = raw.readToTheEnd();
      assertTrue(answer.matches("(?s)HTTP/1\\.[01] 400 .*not valid HTTP.*"), answer);
    }
  }

  @Test
  void f32_endlessChunks_are413AndTheConnectionIsClosed() throws IOException {
    try (RawHttp raw = new RawHttp(node.port())) {
      raw.send(head("Transfer-Encoding: chunked"));
      String chunk = "1000\r\n" + " ".repeat(0x1000) + "\r\n";
      int sent = 0;
      while (raw.send(chunk)) {
        sent++;
        assertTrue(sent < 1_000_000, "4 GB were taken");
      }
      String answer = raw.readToTheEnd();
      assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 413"), answer);
    }
  }

  @Test
  void f32_oneChunkTooMany_is413() throws IOException {
    try (RawHttp raw = new RawHttp(node.port())) {
      raw.send(head("Transfer-Encoding: chunked"));
      for (int i = 0; i <= 256; i++) {
        raw.send("1000\r\n" + " ".repeat(0x1000) + "\r\n");
      }
      String answer = raw.readToTheEnd();
      assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
    }
  }

  @Test
  void f32_bodyThatDrips_is408AndTheConnectionIsClosed() throws IOException {
    try (RawHttp raw = new RawHttp(node.port())) {
      raw.send(head("Content-Length: " + FORM.length()) + FORM.substring(0, 20));
      String answer = raw.readToTheEnd();
      assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
    }
  }

  /** A letter now and then keeps a connection from being idle, but not open for ever. */
  @Test
  @Order(Integer.MAX_VALUE)
  void f32_headThatDrips_is408AndTheConnectionIsClosed() throws Exception {
    String answer = dripping.get(60, TimeUnit.SECONDS);
    assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 408"), answer);
  }

  /** It takes the node's 15 s, in which the other tests run. */
  private static String drip() throws IOException {
    try (RawHttp raw = new RawHttp(node.port())) {
      raw.send("GET / HTTP/1.1\r\nHost: x\r\nX: ");
      Await.until("the node closes the connection", () -> !raw.send("y"));
      return raw.readToTheEnd();
    }
  }

  private static String head(String length) {
    return "POST /api/v1/forms HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
        + key
        + "\r\nContent-Type: application/json\r\n"
        + length
        + "\r\n\r\n";
  }
}
