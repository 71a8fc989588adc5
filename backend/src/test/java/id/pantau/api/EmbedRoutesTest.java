package id.pantau.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.platform.Settings;
import id.pantau.platform.WebRig;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EmbedRoutesTest {
  private static final String SITE = "https://suara.example";
  private final KeptBodies board = new KeptBodies();
  private final WebRig rig =
      new WebRig(
          2,
          List.of(
              new EmbedRoutes(
                  board,
                  SmallElection.election(),
                  new Settings.Web(SITE),
                  new Settings.Card(1 << 20, 8, 10))));

  @BeforeEach
  void fill() {
    board.loading = false;
    board.put(
        "results ppwp 31",
        "{\"contest\":\"ppwp\",\"area\":\"31\",\"position\":{\"epoch\":1,\"revision\":7},"
            + "\"asOf\":\"2026-11-22T00:11:02.175Z\",\"status\":\"counting\",\"isTest\":true,"
            + "\"totals\":{\"votes\":{\"100025\":1234,\"100026\":5}},"
            + "\"stations\":{\"counted\":1,\"held\":2,\"expected\":9}}");
  }

  @AfterAll
  void stop() {
    rig.close();
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void page_mayBeFramedAnywhereAndHoldsThePictureAndTheLink() {
    HttpResponse<byte[]> page =
        rig.get("/embed/ppwp/31?layout=bars&theme=dark&accent=b00020&height=400&lang=en");
    assertEquals(200, page.statusCode());
    String policy = header(page, "Content-Security-Policy");
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
    assertTrue(policy.endsWith("frame-ancestors *"), policy);
    assertFalse(policy.contains("unsafe"), policy);
    String html = WebRig.text(page);
    assertTrue(
        html.contains(
            "<pantau-suara contest=\"ppwp\" area=\"31\" language=\"en\" layout=\"bars\""
                + " theme=\"dark\" accent=\"#b00020\" height=\"400\"><a href=\"/ppwp/31\""),
        html);
    assertTrue(html.contains("<img src=\"/embed/ppwp/31.svg?lang=en\""), html);
    assertTrue(html.contains("<script type=\"module\" src=\"/embed.js\">"), html);
    assertEquals(
        304,
        rig.get(
                page.uri().getPath() + "?" + page.uri().getQuery(),
                "If-None-Match",
                header(page, "ETag"))
            .statusCode());
  }

  @Test
  void page_askedForWhatIsNotOurs_isTheUsualOne() {
    HttpResponse<byte[]> page =
        rig.get("/embed/ppwp/31?layout=%22%3E%3Cscript%3E&theme=x&accent=red&height=-1&lang=xx");
    assertEquals(200, page.statusCode());
    String html = WebRig.text(page);
    assertTrue(html.contains("language=\"id\" layout=\"card\" theme=\"auto\"><a "), html);
    assertFalse(html.contains("\"><script>"), html);
  }

  @Test
  void picture_isWellFormedSmallAndOfTheNumbers() throws Exception {
    HttpResponse<byte[]> picture = rig.get("/embed/ppwp/31.svg");
    assertEquals(200, picture.statusCode(), WebRig.text(picture));
    assertEquals("image/svg+xml", header(picture, "Content-Type"));
    assertEquals("public, max-age=10", header(picture, "Cache-Control"));
    assertEquals("*", header(picture, "Access-Control-Allow-Origin"));
    assertEquals("cross-origin", header(picture, "Cross-Origin-Resource-Policy"));
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(picture.body()));
    String svg = WebRig.text(picture);
    assertTrue(svg.contains("1.234<") && svg.contains("99,60\u00a0%<"), svg);
    assertTrue(svg.contains("Data uji"), svg);
    assertTrue(svg.contains("Alat bantu informasi."), svg);
    assertTrue(svg.contains("22 Nov 2026, 07.11.02 WIB"), svg);
    assertTrue(picture.body().length < 6_000, () -> picture.body().length + " bytes");
    String etag = header(picture, "ETag");
    assertEquals(304, rig.get("/embed/ppwp/31.svg", "If-None-Match", etag).statusCode());
    assertFalse(etag.equals(header(rig.get("/embed/ppwp/31.svg?theme=dark"), "ETag")));
    assertTrue(WebRig.text(rig.get("/embed/ppwp/31.svg?lang=en")).contains("1,234<"));
  }

  @Test
  void picture_ofAWithheldPlace_isTheStatementAndNoFigures() {
    board.put(
        "results ppwp 31",
        "{\"contest\":\"ppwp\",\"area\":\"31\",\"position\":{\"epoch\":1,\"revision\":7},"
            + "\"asOf\":\"2026-11-22T00:11:02.175Z\",\"status\":\"withheld\",\"isTest\":true,"
            + "\"withheld\":{\"office\":\"KPU <DKI>\",\"reason\":{\"id\":\"Foto tertukar\",\"en\":\"x\"},"
            + "\"since\":\"2026-11-22T00:00:00Z\",\"until\":null}}");
    String svg = WebRig.text(rig.get("/embed/ppwp/31.svg"));
    assertTrue(svg.contains("Foto tertukar"), svg);
    assertTrue(svg.contains("KPU &lt;DKI&gt;"), svg);
    assertFalse(svg.contains("%<"), svg);
  }

  @Test
  void picture_png_isTheCard() {
    HttpResponse<byte[]> answer = rig.get("/embed/ppwp/31.png?lang=en");
    assertEquals(302, answer.statusCode());
    assertEquals("/card/ppwp/31.png?lang=en", header(answer, "Location"));
  }

  @Test
  void board_loading_isSaid() {
    board.loading = true;
    HttpResponse<byte[]> answer = rig.get("/embed/ppwp/31.svg");
    assertEquals(503, answer.statusCode());
    assertEquals("2", header(answer, "Retry-After"));
    assertEquals(200, rig.get("/embed/ppwp/31").statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/embed/ppwp/77", "/embed/nope/31", "/embed/ppwp/31.gif", "/embed/ppwp/.svg"})
  void place_unknown_is404(String path) {
    assertEquals(404, rig.get(path).statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "/ppwp/31, /embed/ppwp/31",
    "/, /embed/ppwp/0",
    "/embed/ppwp/31?layout=map, /embed/ppwp/31?layout=map",
    "/ppwp/31?lang=en, /embed/ppwp/31?lang=en",
  })
  void oembed_ofAPage_isAFrame(String page, String frame) {
    HttpResponse<byte[]> answer = rig.get("/oembed?url=" + coded(SITE + page) + "&maxwidth=320");
    assertEquals(200, answer.statusCode(), WebRig.text(answer));
    assertEquals("application/json", header(answer, "Content-Type"));
    JsonObject json = new JsonObject(WebRig.text(answer));
    assertEquals("1.0", json.getString("version"));
    assertEquals("rich", json.getString("type"));
    assertEquals(320, json.getInteger("width"));
    String html = json.getString("html");
    assertTrue(html.startsWith("<iframe src=\"" + SITE + frame + "\" width=\"320\""), html);
    assertTrue(html.contains("sandbox=\"allow-scripts allow-popups\""), html);
    assertTrue(html.endsWith("</iframe>"), html);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 400",
    "url=https%3A%2F%2Fother.example%2Fppwp%2F31, 404",
    "url=https%3A%2F%2Fsuara.example%2Fppwp%2F77, 404",
    "url=https%3A%2F%2Fsuara.example%2Ftps%2F3171061001012, 404",
    "url=not%20an%20address, 404",
    "url=https%3A%2F%2Fsuara.example%2F&maxwidth=wide, 400",
    "url=https%3A%2F%2Fsuara.example%2F&format=xml, 501",
  })
  void oembed_ofNothing_isAProblem(String query, int status) {
    HttpResponse<byte[]> answer = rig.get("/oembed?" + query);
    assertEquals(status, answer.statusCode());
    assertEquals("application/problem+json", header(answer, "Content-Type"));
  }

  private static String coded(String address) {
    return java.net.URLEncoder.encode(address, java.nio.charset.StandardCharsets.UTF_8);
  }
}
