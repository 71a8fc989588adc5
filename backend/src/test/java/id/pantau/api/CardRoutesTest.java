package id.pantau.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.platform.Settings;
import id.pantau.platform.WebRig;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CardRoutesTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T01:00:00Z"));
  private final KeptBodies board = new KeptBodies();
  private final WebRig rig =
      new WebRig(
          2, List.of(routes(board, "https://suara.example", new Settings.Card(1 << 20, 8, 10))));

  private static CardRoutes routes(KeptBodies board, String publicUrl, Settings.Card settings) {
    return new CardRoutes(
        board, SmallElection.election(), new Settings.Web(publicUrl), settings, CLOCK);
  }

  private static String body(String area, int votes) {
    return "{\"contest\":\"ppwp\",\"area\":\""
        + area
        + "\",\"position\":{\"epoch\":1,\"revision\":7},\"asOf\":\"2026-11-22T00:11:02.175Z\","
        + "\"status\":\"counting\",\"isTest\":true,\"totals\":{\"votes\":{\"100025\":"
        + votes
        + ",\"100026\":5}},\"stations\":{\"counted\":1,\"held\":2,\"expected\":9}}";
  }

  @BeforeEach
  void fill() {
    board.loading = false;
    board.broken = false;
    board.busy = false;
    board.put("results ppwp 31", body("31", 3));
    board.put("results ppwp 0", body("0", 4));
    board.put("results ppwp 31 at 1795305600000", body("31", 1));
  }

  @AfterAll
  void stop() {
    rig.close();
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void card_isAPictureThatMayBeKeptForAMoment() throws IOException {
    HttpResponse<byte[]> card = rig.get("/card/ppwp/31.png");
    assertEquals(200, card.statusCode(), WebRig.text(card));
    assertEquals("image/png", header(card, "Content-Type"));
    assertEquals("public, max-age=10", header(card, "Cache-Control"));
    assertEquals("nosniff", header(card, "X-Content-Type-Options"));
    assertEquals("*", header(card, "Access-Control-Allow-Origin"));
    assertEquals(Integer.toString(card.body().length), header(card, "Content-Length"));
    assertEquals(1200, ImageIO.read(new ByteArrayInputStream(card.body())).getWidth());
  }

  @Test
  void etag_namesTheBytes() {
    HttpResponse<byte[]> one = rig.get("/card/ppwp/31.png");
    String etag = header(one, "ETag");
    assertEquals('"' + Document.digest(one.body()) + '"', etag);
    HttpResponse<byte[]> known = rig.get("/card/ppwp/31.png", "If-None-Match", etag);
    assertEquals(304, known.statusCode());
    assertEquals(0, known.body().length);
    assertFalse(etag.equals(header(rig.get("/card/ppwp/31.png?lang=en"), "ETag")));
    assertFalse(etag.equals(header(rig.get("/card/ppwp/0.png"), "ETag")));
    board.put("results ppwp 31", body("31", 8));
    assertEquals(200, rig.get("/card/ppwp/31.png", "If-None-Match", etag).statusCode());
  }

  @Test
  void head_hasTheHeadersOfGetAndNoBody() {
    HttpResponse<byte[]> get = rig.get("/card/ppwp/31.png");
    HttpResponse<byte[]> head = rig.send("HEAD", "/card/ppwp/31.png");
    assertEquals(200, head.statusCode());
    assertEquals(0, head.body().length);
    assertEquals(header(get, "Content-Length"), header(head, "Content-Length"));
    assertEquals(header(get, "ETag"), header(head, "ETag"));
    assertEquals(405, rig.send("POST", "/card/ppwp/31.png").statusCode());
  }

  @Test
  void card_atAnEarlierTime_isOfTheNumbersOfThen() {
    HttpResponse<byte[]> then = rig.get("/card/ppwp/31.png?at=2026-11-22T07:00:00%2B07:00");
    assertEquals(200, then.statusCode(), WebRig.text(then));
    assertEquals("results ppwp 31 at 1795305600000", board.asked);
    assertEquals("public, max-age=60", header(then, "Cache-Control"));
    assertFalse(header(then, "ETag").equals(header(rig.get("/card/ppwp/31.png"), "ETag")));
  }

  @ParameterizedTest
  @CsvSource({
    "/card/nope/31.png, 404, unknown-contest",
    "/card/ppwp/77.png, 404, unknown-area",
    "/card/ppwp/31.jpg, 404, unknown-area",
    "/card/ppwp/.png, 404, unknown-area",
    "/card/ppwp/31, 404, unknown-area",
    "/card/ppwp/3171061001012.png, 404, unknown-area",
    "/card/ppwp/31.png?lang=jv, 400, malformed",
    "/card/ppwp/31.png?lang=, 400, malformed",
    "/card/ppwp/31.png?at=yesterday, 400, malformed",
    "/card/ppwp/31.png?at=2026-11-23T00:00:00Z, 400, malformed",
    "/card/ppwp, 404, not-found",
  })
  void question_bad_isAProblem(String path, int status, String code) {
    HttpResponse<byte[]> response = rig.get(path);
    assertEquals(status, response.statusCode());
    assertEquals("application/problem+json", header(response, "Content-Type"));
    assertEquals("no-store", header(response, "Cache-Control"));
    assertEquals(code, new JsonObject(WebRig.text(response)).getString("title"));
  }

  @Test
  void board_loadingBusyOrBroken_isSaid() {
    board.loading = true;
    HttpResponse<byte[]> loading = rig.get("/card/ppwp/31.png");
    assertEquals(503, loading.statusCode());
    assertEquals("2", header(loading, "Retry-After"));
    board.loading = false;
    board.busy = true;
    assertEquals(503, rig.get("/card/ppwp/31.png?at=2026-11-22T00:00:00Z").statusCode());
    board.busy = false;
    board.broken = true;
    HttpResponse<byte[]> broken = rig.get("/card/ppwp/31.png");
    assertEquals(500, broken.statusCode());
    assertFalse(WebRig.text(broken).contains("secret"));
  }

  @Test
  void queue_full_isBusyWithRetryAfterAndNotRemembered() {
    KeptBodies other = new KeptBodies();
    other.put("results ppwp 31", body("31", 3));
    CardRoutes none = routes(other, "https://a.example", new Settings.Card(1 << 20, 0, 10));
    try (WebRig full = new WebRig(1, List.of(none))) {
      for (int i = 0; i < 3; i++) {
        HttpResponse<byte[]> response = full.get("/card/ppwp/31.png");
        assertEquals(503, response.statusCode());
        assertEquals("2", header(response, "Retry-After"));
        assertEquals("busy", new JsonObject(WebRig.text(response)).getString("title"));
      }
    }
  }

  @Test
  void address_notConfigured_isTheHostOfTheRequestWhereItIsOne() throws IOException {
    KeptBodies other = new KeptBodies();
    other.put("results ppwp 31", body("31", 3));
    CardRoutes open = routes(other, "", new Settings.Card(1 << 20, 8, 10));
    try (WebRig mine = new WebRig(1, List.of(open))) {
      HttpResponse<byte[]> one = mine.get("/card/ppwp/31.png");
      assertEquals(200, one.statusCode());
      String head = "HEAD /card/ppwp/31.png HTTP/1.1\r\nConnection: close\r\nHost: ";
      String same = mine.raw(head + "127.0.0.1:" + mine.port() + "\r\n\r\n");
      assertTrue(same.contains(header(one, "ETag")), same);
      String other1 = mine.raw(head + "suara.example\r\n\r\n");
      assertTrue(other1.startsWith("HTTP/1.1 200 "), other1);
      assertFalse(other1.contains(header(one, "ETag")), "one card for two hosts");
      for (String host : List.of("a b", "a/b", "evil\"host", "a@b", "a.example:99x")) {
        String answer = mine.raw(head + host + "\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 400 "), host + ": " + answer);
      }
    }
  }

  @Test
  void manyAtOnce_getTheSameCard() {
    byte[] first = rig.get("/card/ppwp/0.png").body();
    List<byte[]> all =
        java.util.stream.IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> rig.get("/card/ppwp/0.png").body())
            .toList();
    all.forEach(body -> assertArrayEquals(first, body));
  }
}
