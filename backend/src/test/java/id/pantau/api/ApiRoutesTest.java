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
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ApiRoutesTest {
  private static final String BIG = "{\"pad\":\"" + "0123456789".repeat(300) + "\"}";
  private final KeptBodies board = new KeptBodies();
  private final WebRig rig =
      new WebRig(
          2,
          List.of(
              new ApiRoutes(board, SmallElection.election(), new Settings.Api(1, 500, 20, 400)),
              new PagesRoutes(
                  board, SmallElection.election(), new Settings.Web(""), "/no-such-folder")));

  @BeforeEach
  void fill() {
    board.loading = false;
    board.broken = false;
    board.put("results ppwp 31", "{\"area\":\"31\"}");
    board.put("results ppwp 0", BIG);
    board.put("station 3171061001012 ppwp", "{\"station\":\"3171061001012\"}");
    board.put("history ppwp 31 400", "{\"points\":[]}");
    board.put("changes null 500", "{\"changes\":[]}");
    board.put("changes 7-1 10", "{\"changes\":[1]}");
  }

  @AfterAll
  void stop() {
    rig.close();
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static JsonObject json(HttpResponse<byte[]> response) {
    return new JsonObject(WebRig.text(response));
  }

  @Test
  void results_known_haveDigestAsETagAndShortCache() {
    HttpResponse<byte[]> response = rig.get("/api/v1/results/ppwp/31");
    assertEquals(200, response.statusCode());
    assertEquals("{\"area\":\"31\"}", WebRig.text(response));
    String digest = Document.digest(response.body());
    assertEquals('"' + digest + '"', header(response, "ETag"));
    assertEquals("public, max-age=1", header(response, "Cache-Control"));
    assertEquals("Accept-Encoding", header(response, "Vary"));
    assertEquals("application/json", header(response, "Content-Type"));
    assertEquals("*", header(response, "Access-Control-Allow-Origin"));
  }

  @Test
  void results_etagKnown_is304WithoutBody() {
    String etag = header(rig.get("/api/v1/results/ppwp/31"), "ETag");
    for (String known : List.of(etag, "W/" + etag, "\"x\", " + etag, "*")) {
      HttpResponse<byte[]> response = rig.get("/api/v1/results/ppwp/31", "If-None-Match", known);
      assertEquals(304, response.statusCode(), known);
      assertEquals(0, response.body().length);
      assertEquals(etag, header(response, "ETag"));
      assertEquals("*", header(response, "Access-Control-Allow-Origin"));
    }
    assertEquals(200, rig.get("/api/v1/results/ppwp/31", "If-None-Match", "\"x\"").statusCode());
  }

  @Test
  void results_changed_etagChanges() {
    String before = header(rig.get("/api/v1/results/ppwp/31"), "ETag");
    board.put("results ppwp 31", "{\"area\":\"31\",\"more\":1}");
    HttpResponse<byte[]> after = rig.get("/api/v1/results/ppwp/31", "If-None-Match", before);
    assertEquals(200, after.statusCode());
    assertFalse(before.equals(header(after, "ETag")));
  }

  @Test
  void results_big_areGzippedWhereAccepted() throws IOException {
    HttpResponse<byte[]> small = rig.get("/api/v1/results/ppwp/0", "Accept-Encoding", "br, gzip");
    assertEquals("gzip", header(small, "Content-Encoding"));
    assertTrue(small.body().length < BIG.length() / 10, small.body().length + " bytes");
    assertEquals(Integer.toString(small.body().length), header(small, "Content-Length"));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(small.body()))) {
      assertEquals(BIG, new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    }
    HttpResponse<byte[]> again = rig.get("/api/v1/results/ppwp/0", "Accept-Encoding", "gzip");
    assertArrayEquals(small.body(), again.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"identity", "gzip;q=0", "br", "gzip; q=0.000, br", "*;q=0"})
  void results_gzipNotAccepted_arePlain(String codings) {
    HttpResponse<byte[]> response = rig.get("/api/v1/results/ppwp/0", "Accept-Encoding", codings);
    assertEquals("", header(response, "Content-Encoding"));
    assertEquals(BIG, WebRig.text(response));
  }

  @Test
  void head_hasTheHeadersOfGetAndNoBody() {
    HttpResponse<byte[]> get = rig.get("/api/v1/results/ppwp/0");
    HttpResponse<byte[]> head = rig.send("HEAD", "/api/v1/results/ppwp/0");
    assertEquals(200, head.statusCode());
    assertEquals(0, head.body().length);
    assertEquals(header(get, "Content-Length"), header(head, "Content-Length"));
    assertEquals(header(get, "ETag"), header(head, "ETag"));
    HttpResponse<byte[]> small =
        rig.send("HEAD", "/api/v1/results/ppwp/0", "Accept-Encoding", "gzip");
    assertEquals("gzip", header(small, "Content-Encoding"));
    assertEquals(404, rig.send("HEAD", "/api/v1/results/ppwp/77").statusCode());
  }

  @Test
  void preflight_fromAnyOrigin_isAllowed() {
    HttpResponse<byte[]> response =
        rig.send(
            "OPTIONS",
            "/api/v1/results/ppwp/31",
            "Origin",
            "https://news.example",
            "Access-Control-Request-Method",
            "GET",
            "Access-Control-Request-Headers",
            "if-none-match");
    assertEquals(204, response.statusCode());
    assertEquals("*", header(response, "Access-Control-Allow-Origin"));
    assertEquals("GET, HEAD, OPTIONS", header(response, "Access-Control-Allow-Methods"));
    assertEquals("If-None-Match", header(response, "Access-Control-Allow-Headers"));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/results/nope/31, unknown-contest",
    "/api/v1/results/ppwp/77, unknown-area",
    "/api/v1/results/ppwp/3171061001012, unknown-area",
    "/api/v1/history/nope/31, unknown-contest",
    "/api/v1/history/ppwp/77, unknown-area",
    "/api/v1/stations/3171061001012/nope, unknown-contest",
    "/api/v1/stations/3171061001099/ppwp, unknown-station",
    "/api/v1/stations/31/ppwp, unknown-station",
    "/api/v1/areas/77, unknown-area",
    "/api/v1/areas/%3Cscript%3E, unknown-area",
    "/api/v1/nothing, not-found",
    "/api/v1, not-found",
    "/api, not-found",
    "/api/ppwp/31, not-found",
  })
  void question_ofWhatIsNotThere_is404Problem(String path, String code) {
    HttpResponse<byte[]> response = rig.get(path);
    assertEquals(404, response.statusCode());
    assertEquals("application/problem+json", header(response, "Content-Type"));
    assertEquals("urn:pantau:problem:" + code, json(response).getString("type"));
    assertEquals("no-store", header(response, "Cache-Control"));
  }

  @Test
  void question_boardLoading_is503WithRetryAfter() {
    board.loading = true;
    for (String path :
        List.of(
            "/api/v1/results/ppwp/31",
            "/api/v1/stations/3171061001012/ppwp",
            "/api/v1/history/ppwp/31",
            "/api/v1/changes")) {
      HttpResponse<byte[]> response = rig.get(path);
      assertEquals(503, response.statusCode(), path);
      assertEquals("2", header(response, "Retry-After"));
      assertEquals("*", header(response, "Access-Control-Allow-Origin"));
    }
    assertEquals(200, rig.get("/api/v1/areas/31").statusCode());
  }

  @Test
  void question_boardBroken_is500WithoutDetail() {
    board.broken = true;
    HttpResponse<byte[]> response = rig.get("/api/v1/results/ppwp/31");
    assertEquals(500, response.statusCode());
    assertFalse(WebRig.text(response).contains("secret"));
  }

  @Test
  void write_onAReadOnlyAddress_is405() {
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
      HttpResponse<byte[]> response = rig.send(method, "/api/v1/results/ppwp/31");
      assertEquals(405, response.statusCode());
      assertEquals("GET, HEAD, OPTIONS", header(response, "Allow"));
    }
  }

  @Test
  void stationAndHistory_areTheBoards() {
    assertEquals(
        "3171061001012", json(rig.get("/api/v1/stations/3171061001012/ppwp")).getString("station"));
    assertEquals("{\"points\":[]}", WebRig.text(rig.get("/api/v1/history/ppwp/31")));
  }

  @Test
  void changes_cursorAndLimit_areHandedOn() {
    assertEquals("{\"changes\":[]}", WebRig.text(rig.get("/api/v1/changes")));
    assertEquals("{\"changes\":[1]}", WebRig.text(rig.get("/api/v1/changes?since=7-1&limit=10")));
    rig.get("/api/v1/changes?limit=99999");
    assertEquals("changes null 500", board.asked);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/changes?limit=0",
    "/api/v1/changes?limit=-1",
    "/api/v1/changes?limit=1e3",
    "/api/v1/changes?limit=4294967297",
    "/api/v1/changes?since=unknown",
    "/api/v1/search",
    "/api/v1/search?q=",
    "/api/v1/search?q=%20",
  })
  void question_malformed_is400(String path) {
    HttpResponse<byte[]> response = rig.get(path);
    assertEquals(400, response.statusCode(), WebRig.text(response));
    assertEquals("malformed", json(response).getString("title"));
  }

  @Test
  void question_tooLong_is400() {
    assertEquals(400, rig.get("/api/v1/search?q=" + "a".repeat(101)).statusCode());
    assertEquals(400, rig.get("/api/v1/changes?since=" + "1".repeat(201)).statusCode());
  }

  @ParameterizedTest
  @CsvSource({"/api/v1/search?q=%", "/api/v1/search?q=%zz", "/api/v1/areas/%", "/api/v1/areas/%f"})
  void address_brokenEscape_is400(String path) throws IOException {
    String answer = rig.raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
  }

  @Test
  void pages_notBuilt_arePlain503() {
    for (String path : List.of("/", "/ppwp/31", "/tps/3171061001012")) {
      HttpResponse<byte[]> response = rig.get(path);
      assertEquals(503, response.statusCode(), path);
      assertTrue(WebRig.text(response).startsWith("The pages were not built"));
    }
    assertEquals(404, rig.get("/ppwp/77").statusCode());
    assertEquals(404, rig.get("/metrics").statusCode());
  }
}
