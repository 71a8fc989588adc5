package id.pantau.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WebServerTest {
  private static final String HOST = "Host: localhost\r\n";
  private WebRig rig = new WebRig(1, List.of());

  @BeforeAll
  void start() {
    rig.close();
    rig = new WebRig(2, List.of(WebServerTest::mount));
  }

  @AfterAll
  void stop() {
    rig.close();
  }

  private static void mount(WebDoor door) {
    door.router().get("/hello").handler(c -> c.response().end("hello"));
    door.router()
        .post("/body")
        .handler(c -> c.request().body().onSuccess(b -> c.response().end("" + b.length())));
    door.router()
        .get("/broken")
        .handler(
            c -> {
              throw new IllegalStateException("secret detail");
            });
  }

  @Test
  void request_wellFormed_isAnswered() {
    assertEquals("hello", WebRig.text(rig.get("/hello")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/livez", "/readyz", "/nothing", "/api/v1/x"})
  void request_pathOfNobody_is404Problem(String path) {
    HttpResponse<byte[]> response = rig.get(path);
    assertEquals(404, response.statusCode());
    assertEquals("application/problem+json", response.headers().firstValue("Content-Type").get());
    assertTrue(WebRig.text(response).contains("urn:pantau:problem:not-found"));
  }

  @Test
  void request_otherMethod_is405Problem() {
    HttpResponse<byte[]> response = rig.send("POST", "/hello");
    assertEquals(405, response.statusCode());
    assertTrue(WebRig.text(response).contains("method-not-allowed"));
  }

  @Test
  void request_handlerThrows_is500WithoutDetail() {
    HttpResponse<byte[]> response = rig.get("/broken");
    assertEquals(500, response.statusCode());
    assertFalse(WebRig.text(response).contains("secret"));
    assertFalse(WebRig.text(response).contains("IllegalState"));
  }

  /** F33: what a front and this node could read differently is refused, and the line closed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CL and TE      |Host: a;Content-Length: 5;Transfer-Encoding: chunked",
        "two CL         |Host: a;Content-Length: 5;Content-Length: 6",
        "CL list        |Host: a;Content-Length: 5, 6",
        "CL sign        |Host: a;Content-Length: +5",
        "CL negative    |Host: a;Content-Length: -5",
        "CL hex         |Host: a;Content-Length: 0x5",
        "other TE       |Host: a;Transfer-Encoding: gzip, chunked",
        "identity TE    |Host: a;Transfer-Encoding: identity",
        "odd TE         |Host: a;Transfer-Encoding: xchunked",
        "two TE         |Host: a;Transfer-Encoding: chunked;Transfer-Encoding: chunked",
        "blank in name  |Host: a;Transfer-Encoding : chunked",
        "no Host        |X: y",
        "two Hosts      |Host: a;Host: b",
        "empty Host     |Host:",
        "no colon       |Host: a;nonsense",
      })
  void head_ambiguous_is400AndClosed(String name, String headers) throws IOException {
    String head = "POST /body HTTP/1.1\r\n" + headers.replace(";", "\r\n") + "\r\n\r\n";
    String answer =
        rig.raw(head + "5\r\nhello\r\n0\r\n\r\nGET /hello HTTP/1.1\r\n" + HOST + "\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 400 "), name + " got: " + answer);
    assertEquals(1, answer.split("HTTP/1\\.1 ", -1).length - 1, name + " got: " + answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /hello HTTP/1.1\nHost: a\n\n",
        "GET /hello HTTP/1.1\r\nHost: a\n\r\n",
        "GET /hello HTTP/1.2\r\nHost: a\r\n\r\n",
        "GET /hello HTTP/2.0\r\nHost: a\r\n\r\n",
        "GET /hello\r\nHost: a\r\n\r\n",
        "GET /he llo HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST /body HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "\u0016\u0003\u0001\u0002 nonsense\r\n\r\n",
      })
  void line_notHttp11_is400AndClosed(String bytes) throws IOException {
    String answer = rig.raw(bytes);
    assertTrue(answer.matches("(?s)HTTP/\\d\\.\\d 400 .*"), answer);
  }

  @Test
  void head_over8KiB_is431AndClosed() throws IOException {
    String answer =
        rig.raw("GET /hello HTTP/1.1\r\n" + HOST + "X: " + "y".repeat(9000) + "\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 431 "), answer);
  }

  @Test
  void line_over4KiB_is414AndClosed() throws IOException {
    String answer = rig.raw("GET /" + "y".repeat(5000) + " HTTP/1.1\r\n" + HOST + "\r\n");
    assertTrue(answer.startsWith("HTTP/1.0 414 "), answer);
  }

  @Test
  void chunkedBody_wellFormed_isRead() throws IOException {
    String answer =
        rig.raw(
            "POST /body HTTP/1.1\r\n"
                + HOST
                + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    assertTrue(answer.endsWith("\r\n\r\n5"), answer);
  }

  /** The JDK's client offers HTTP/2 in clear text with each first request; it is not taken. */
  @Test
  void body_withAnOfferOfHttp2_isRead() throws IOException {
    String answer =
        rig.raw(
            "POST /body HTTP/1.1\r\n"
                + HOST
                + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                + "HTTP2-Settings: AAEAAEAAAAIAAAAA\r\nContent-Length: 5\r\n\r\nhello"
                + "GET /nothing HTTP/1.1\r\n"
                + HOST
                + "Connection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    assertTrue(answer.contains("\r\n\r\n5HTTP/1.1 404 "), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/x/../hello",
        "/./hello",
        "//hello",
        "/%2e%2e/hello",
        "/%2E/hello",
        "/x%2fhello",
        "/x%5chello",
        "/..;/hello",
        "/hello;a=b",
        "/x\\hello",
        "/%00hello",
        "/%252e/hello",
      })
  void path_ofASecondSpelling_is404(String path) throws IOException {
    String answer = rig.raw("GET " + path + " HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 404 "), path + " got: " + answer);
  }

  @Test
  void pipelined_requests_areAnsweredInOrder() throws IOException {
    String one = "GET /hello HTTP/1.1\r\n" + HOST + "\r\n";
    String last = "GET /nothing HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n";
    String answer = rig.raw(one + one + last);
    assertEquals(3, answer.split("HTTP/1\\.1 ", -1).length - 1, answer);
    assertTrue(answer.indexOf("404") > answer.lastIndexOf("200"), answer);
  }

  @Test
  void socket_ofNoRoom_isRefusedAtTheHandshake() throws IOException {
    try (Socket socket = rig.connect()) {
      String head =
          "GET /nothing HTTP/1.1\r\n"
              + HOST
              + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
              + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readNBytes(13), StandardCharsets.US_ASCII);
      assertEquals("HTTP/1.1 404 ", answer);
    }
  }
}
