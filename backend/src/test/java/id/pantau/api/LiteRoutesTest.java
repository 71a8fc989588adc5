package id.pantau.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.api.lite.PlainPage;
import id.pantau.platform.Settings;
import id.pantau.platform.WebRig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LiteRoutesTest {
  private final KeptBodies board = new KeptBodies();
  private final WebRig rig =
      new WebRig(
          2,
          List.of(
              new LiteRoutes(
                  board,
                  SmallElection.election(),
                  new Settings.Api(1, 500, 20, 400, 200),
                  new Settings.Web("https://suara.example.org"))));

  @BeforeEach
  void fill() {
    board.loading = false;
    board.broken = false;
    board.put("results ppwp 31", area(7));
    board.put(
        "station 3171061001012 ppwp",
        "{\"name\":\"TPS 12\",\"status\":\"waiting\",\"current\":null,\"revisions\":[]}");
  }

  @AfterAll
  void stop() {
    rig.close();
  }

  private static String area(int votes) {
    return "{\"name\":\"DKI JAKARTA\",\"level\":1,\"asOf\":\"2024-02-14T09:20:07Z\",\"totals\":{"
        + "\"votes\":{\"100025\":"
        + votes
        + ",\"100026\":3}},\"stations\":{\"counted\":1,\"held\":0,\"expected\":9},\"children\":[]}";
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void start_leadsToTheFirstContestInTheLanguage() {
    assertEquals(302, rig.get("/lite").statusCode());
    assertEquals("/lite/ppwp/0", header(rig.get("/lite"), "Location"));
    assertEquals("/lite/ppwp/0?lang=en", header(rig.get("/lite?lang=en"), "Location"));
  }

  @Test
  void page_isHtmlWithAPolicyForItsOneStyle() throws Exception {
    HttpResponse<byte[]> answer = rig.get("/lite/ppwp/31");
    assertEquals(200, answer.statusCode());
    assertEquals("text/html; charset=utf-8", header(answer, "Content-Type"));
    assertEquals("public, max-age=1", header(answer, "Cache-Control"));
    assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
    String text = WebRig.text(answer);
    PlainPage page = PlainPage.read(text);
    assertEquals("DKI Jakarta", page.text("//h1"));
    String style = text.substring(text.indexOf("<style>") + 7, text.indexOf("</style>"));
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    String policy = header(answer, "Content-Security-Policy");
    assertTrue(policy.startsWith("default-src 'none'; "), policy);
    assertTrue(policy.contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'"));
    assertTrue(!policy.contains("unsafe"), policy);
  }

  @Test
  void page_saysItsWholeAddressAndThatOfTheOtherLanguage() {
    String own = "https://suara.example.org/lite/ppwp/31";
    String languages =
        ", <"
            + own
            + ">; rel=\"alternate\"; hreflang=\"id\", <"
            + own
            + "?lang=en>; rel=\"alternate\"; hreflang=\"en\"";
    assertEquals(
        "<" + own + ">; rel=\"canonical\"" + languages, header(rig.get("/lite/ppwp/31"), "Link"));
    assertEquals(
        "<" + own + "?lang=en>; rel=\"canonical\"" + languages,
        header(rig.get("/lite/ppwp/31?lang=en&x=y"), "Link"));
    assertEquals("", header(rig.get("/lite/ppwp/77"), "Link"));
  }

  @Test
  void page_etag_isOfWhatIsServed() {
    String first = header(rig.get("/lite/ppwp/31"), "ETag");
    assertEquals(304, rig.get("/lite/ppwp/31", "If-None-Match", first).statusCode());
    assertNotEquals(first, header(rig.get("/lite/ppwp/31?lang=en"), "ETag"));
    board.put("results ppwp 31", area(8));
    HttpResponse<byte[]> moved = rig.get("/lite/ppwp/31", "If-None-Match", first);
    assertEquals(200, moved.statusCode());
    assertNotEquals(first, header(moved, "ETag"));
  }

  @Test
  void page_gzipAndHead_areTheSamePage() throws IOException {
    HttpResponse<byte[]> plain = rig.get("/lite/ppwp/31");
    HttpResponse<byte[]> small = rig.get("/lite/ppwp/31", "Accept-Encoding", "br, gzip");
    assertEquals("gzip", header(small, "Content-Encoding"));
    assertEquals(header(plain, "ETag"), header(small, "ETag"));
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(small.body()))) {
      assertArrayEquals(plain.body(), unpacked.readAllBytes());
    }
    HttpResponse<byte[]> head = rig.send("HEAD", "/lite/ppwp/31");
    assertEquals(0, head.body().length);
    assertEquals(Integer.toString(plain.body().length), header(head, "Content-Length"));
    assertEquals(405, rig.send("POST", "/lite/ppwp/31").statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/lite/ppwp/77",
        "/lite/nope/31",
        "/lite/ppwp",
        "/lite/ppwp/31/x",
        "/lite/tps/3171061001099",
        "/lite/tps/3171061001012?contest=nope",
        "/lite/ppwp/31?page=2",
        "/lite/ppwp/31?page=0",
        "/lite/ppwp/31?page=x",
        "/lite/ppwp/%3Cscript%3E"
      })
  void page_ofNothing_is404InHtml(String path) {
    HttpResponse<byte[]> answer = rig.get(path);
    assertEquals(404, answer.statusCode());
    assertEquals("no-store", header(answer, "Cache-Control"));
    assertEquals("/lite/ppwp/0", PlainPage.read(WebRig.text(answer)).text("//main//a/@href"));
  }

  @Test
  void page_whileLoading_is503InHtmlAndSaysWhenToComeAgain() {
    board.loading = true;
    HttpResponse<byte[]> answer = rig.get("/lite/ppwp/31?lang=en");
    assertEquals(503, answer.statusCode());
    assertEquals("2", header(answer, "Retry-After"));
    PlainPage page = PlainPage.read(WebRig.text(answer));
    assertEquals("en", page.text("/html/@lang"));
  }

  @Test
  void page_station_asksTheBoardOnceForEachContest() {
    HttpResponse<byte[]> answer = rig.get("/lite/tps/3171061001012");
    assertEquals(200, answer.statusCode());
    assertEquals("TPS 12 Menteng", PlainPage.read(WebRig.text(answer)).text("//h1"));
    assertEquals("station 3171061001012 ppwp", board.asked);
  }
}
