package id.pantau.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.platform.Settings;
import id.pantau.platform.WebRig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The heads that the server writes into the dashboard's page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PageHeadsTest {
  private static final String FOLDER = "/id/pantau/api/headed";
  private final KeptBodies board = new KeptBodies();
  private final WebRig rig = rig("");

  private WebRig rig(String publicUrl) {
    Settings.Web web = new Settings.Web(publicUrl);
    return new WebRig(
        1,
        List.of(
            new SitemapRoutes(SmallElection.election(), web),
            new PagesRoutes(board, SmallElection.election(), web, FOLDER)));
  }

  @BeforeEach
  void fill() {
    board.loading = false;
    board.put("results ppwp 0", area(1000));
    board.put("results ppwp 31", area(1));
    board.put(
        "station 3171061001012 ppwp",
        "{\"asOf\":\"2024-02-14T09:20:07.5Z\",\"status\":\"held\",\"current\":{\"status\":\"x\"}}");
  }

  private static String area(int counted) {
    return "{\"area\":\"31\",\"position\":{\"epoch\":1},\"asOf\":\"2024-02-14T09:20:07.5Z\","
        + "\"status\":\"counting\",\"totals\":{\"stations\":{}},\"stations\":{\"counted\":"
        + counted
        + ",\"held\":2,\"expected\":3000},\"children\":[{\"stations\":{\"counted\":7}}]}";
  }

  @AfterAll
  void stop() {
    rig.close();
  }

  private String page(String path) {
    return WebRig.text(rig.get(path));
  }

  private String base() {
    return "http://127.0.0.1:" + rig.port();
  }

  private static void has(String page, String... parts) {
    for (String part : parts) {
      assertTrue(page.contains(part), () -> part + " is missing in\n" + page);
    }
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void head_area_saysWhatAndHowFarAndThatItIsNoResult() {
    has(
        page("/ppwp/31"),
        "<html lang=\"id\">",
        "<title>DKI Jakarta · Presiden · Pantau Suara</title>",
        "<meta name=\"description\" content=\"Presiden, DKI Jakarta: 1 dari 3.000 TPS dihitung,"
            + " Rabu, 14 Februari 2024 pukul 16.20.07 WIB. Alat bantu informasi.\" />",
        "<link rel=\"canonical\" href=\"" + base() + "/ppwp/31\" />",
        "<meta property=\"og:url\" content=\"" + base() + "/ppwp/31\" />",
        "<meta property=\"og:image\" content=\""
            + base()
            + "/card/ppwp/31.png?at=2024-02-14T09%3A20%3A07.5Z\" />",
        "<meta property=\"og:image:width\" content=\"1200\" />",
        "<meta property=\"og:image:height\" content=\"630\" />",
        "<meta name=\"twitter:card\" content=\"summary_large_image\" />",
        "<link rel=\"alternate\" type=\"application/json+oembed\"",
        "/oembed?format=json&amp;url=http%3A%2F%2F127.0.0.1%3A" + rig.port() + "%2Fppwp%2F31\"",
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Presiden, DKI Jakarta:"
            + " perubahan · Pantau Suara\" href=\""
            + base()
            + "/feed/ppwp/31.atom\" />",
        "<link rel=\"alternate\" title=\"Halaman ringan tanpa JavaScript\" href=\"/lite/ppwp/31\" />",
        "<link rel=\"preload\" as=\"fetch\" crossorigin=\"anonymous\" href=\"/api/v1/results/ppwp/31\" />",
        "<link rel=\"preload\" as=\"fetch\" crossorigin=\"anonymous\" href=\"/api/v1/elections\" />",
        "<link rel=\"preload\" as=\"fetch\" crossorigin=\"anonymous\" href=\"/api/v1/contests\" />",
        "<a href=\"/lite/ppwp/31\">",
        "<script src=\"/app.js\"></script>");
    assertFalse(page("/ppwp/31").contains("unfilled"));
  }

  @Test
  void head_homeAndItsArea_areOneAddress() {
    for (String path : List.of("/", "/ppwp/0")) {
      has(
          page(path),
          "<link rel=\"canonical\" href=\"" + base() + "/\" />",
          "href=\"/api/v1/results/ppwp/0\"",
          "1.000 dari 3.000 TPS dihitung",
          "href=\"/lite/ppwp/0\"");
    }
  }

  @Test
  void head_station_namesItAndItsState() {
    has(
        page("/tps/3171061001012"),
        "<title>TPS 12 · Menteng · Presiden · Pantau Suara</title>",
        "Presiden, TPS 12, Menteng: Ditahan, Rabu, 14 Februari 2024",
        "href=\"/api/v1/stations/3171061001012/ppwp\"",
        "href=\"/lite/tps/3171061001012\"",
        "/card/ppwp/3171061001.png?at=2024-02-14T09%3A20%3A07.5Z\"");
  }

  @Test
  void head_english_isEnglish() {
    has(
        page("/ppwp/31?lang=en"),
        "<html lang=\"en\">",
        "<title>DKI Jakarta · President · Pantau Suara</title>",
        "1 of 3,000 stations counted, Wednesday 14 February 2024, 16:20:07 WIB (UTC+7)",
        "content=\"" + base() + "/ppwp/31?lang=en\"",
        ".png?at=2024-02-14T09%3A20%3A07.5Z&amp;lang=en\"",
        "href=\"/lite/ppwp/31?lang=en\"");
  }

  @Test
  void head_atAnInstant_carriesItAlongAndClaimsNoNumberOfNow() {
    String page = page("/ppwp/31?at=2024-02-14T16:20:00%2B07:00");
    has(
        page,
        "/ppwp/31?at=2024-02-14T16%3A20%3A00%2B07%3A00\"",
        "/card/ppwp/31.png?at=2024-02-14T16%3A20%3A00%2B07%3A00\"",
        "href=\"/api/v1/results/ppwp/31?at=2024-02-14T16%3A20%3A00%2B07%3A00\"",
        "<link rel=\"canonical\" href=\"" + base() + "/ppwp/31\" />",
        "DKI Jakarta: Rabu, 14 Februari 2024 pukul 16.20.00 WIB");
    assertFalse(page.contains("3.000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "%22%3E%3Cscript%3E", "2024-02-14", "2024-02-14T09:20:07"})
  void head_atNoInstant_isThePageOfNow(String at) {
    String page = page("/ppwp/31?at=" + at);
    assertEquals(page("/ppwp/31"), page);
    has(page, "1 dari 3.000 TPS");
  }

  @Test
  void head_whileTheBoardLoads_comesWithoutNumbers() {
    board.loading = true;
    HttpResponse<byte[]> answer = rig.get("/ppwp/31");
    assertEquals(200, answer.statusCode());
    has(
        WebRig.text(answer),
        "content=\"Presiden, DKI Jakarta. Alat bantu informasi.\"",
        "/card/ppwp/31.png\"");
  }

  @Test
  void page_etagAndCoding_areOfTheBytesThatAreServed() throws IOException {
    HttpResponse<byte[]> plain = rig.get("/ppwp/31");
    String etag = header(plain, "ETag");
    assertEquals('"' + Document.digest(plain.body()) + '"', etag);
    assertEquals(304, rig.get("/ppwp/31", "If-None-Match", etag).statusCode());
    HttpResponse<byte[]> small = rig.get("/ppwp/31", "Accept-Encoding", "gzip, br");
    assertEquals("gzip", header(small, "Content-Encoding"));
    assertEquals(etag, header(small, "ETag"));
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(small.body()))) {
      assertEquals(WebRig.text(plain), new String(unpacked.readAllBytes(), StandardCharsets.UTF_8));
    }
    board.put("results ppwp 31", area(2));
    assertNotEquals(etag, header(rig.get("/ppwp/31", "If-None-Match", etag), "ETag"));
    assertEquals(0, rig.send("HEAD", "/ppwp/31").body().length);
  }

  @Test
  void page_unknownPlace_keepsTheBuiltHead() {
    HttpResponse<byte[]> answer = rig.get("/ppwp/77", "Accept", "text/html");
    assertEquals(404, answer.statusCode());
    has(WebRig.text(answer), "<title>unfilled</title>");
  }

  /** F35: who asks may write anything into Host. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"><script>alert(1)</script>",
        "evil.example/path",
        "user@evil.example",
        "evil.example:99999999",
        "-evil.example",
        "evil.example evil",
        "[::1"
      })
  void head_strangeHost_isNotBelieved(String host) throws IOException {
    for (String path : List.of("/ppwp/31", "/robots.txt", "/sitemap.xml")) {
      String answer =
          rig.raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
      assertFalse(answer.contains("evil") || answer.contains("alert"), answer);
      assertFalse(answer.contains("canonical"), answer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"suara.example.org", "suara.example.org:8443", "[::1]:8080"})
  void head_host_isBelievedWhereItIsOne(String host) throws IOException {
    String answer =
        rig.raw("GET /ppwp/31 HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    has(answer, "<link rel=\"canonical\" href=\"http://" + host + "/ppwp/31\" />");
  }

  @Test
  void head_publicUrlConfigured_isUsedWhateverTheHost() {
    try (WebRig configured = rig("https://suara.example.org")) {
      has(
          WebRig.text(configured.get("/ppwp/31")),
          "<link rel=\"canonical\" href=\"https://suara.example.org/ppwp/31\" />");
      has(
          WebRig.text(configured.get("/robots.txt")),
          "Sitemap: https://suara.example.org/sitemap.xml\n");
    }
  }

  @Test
  void sitemap_leadsToEveryMapAndEveryArea() {
    HttpResponse<byte[]> index = rig.get("/sitemap.xml");
    assertEquals("application/xml; charset=utf-8", header(index, "Content-Type"));
    has(WebRig.text(index), "<loc>" + base() + "/sitemap/31.xml</loc>");
    String map = page("/sitemap/31.xml");
    for (String area : List.of("31", "3171", "317106", "3171061001", "3171061002")) {
      has(map, "<loc>" + base() + "/ppwp/" + area + "</loc>");
      has(map, "<loc>" + base() + "/lite/ppwp/" + area + "</loc>");
    }
    assertFalse(map.contains("/ppwp/32<"));
    for (String none :
        List.of("0.xml", "3171.xml", "77.xml", "31", "31-2.xml", "31-1.xml", "31-x.xml")) {
      assertEquals(404, rig.get("/sitemap/" + none).statusCode(), none);
    }
    assertEquals(405, rig.send("POST", "/sitemap.xml").statusCode());
  }
}
