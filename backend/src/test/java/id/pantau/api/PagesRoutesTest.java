package id.pantau.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.platform.Settings;
import id.pantau.platform.WebRig;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagesRoutesTest {
  private final WebRig rig =
      new WebRig(
          2,
          List.of(
              new PagesRoutes(
                  new KeptBodies(),
                  SmallElection.election(),
                  new Settings.Web(""),
                  "/id/pantau/api/pages")));

  @AfterAll
  void stop() {
    rig.close();
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/embed", "/ppwp/0", "/ppwp/31", "/ppwp/3171061001", "/tps/3171061001012"})
  void page_deepLink_isTheIndexAndMayNotBeFramed(String path) {
    HttpResponse<byte[]> response = rig.get(path);
    assertEquals(200, response.statusCode());
    assertTrue(WebRig.text(response).contains("<title>pages of a test</title>"));
    assertEquals("text/html; charset=utf-8", header(response, "Content-Type"));
    assertEquals("no-cache", header(response, "Cache-Control"));
    assertEquals("nosniff", header(response, "X-Content-Type-Options"));
    assertEquals("strict-origin-when-cross-origin", header(response, "Referrer-Policy"));
    String policy = header(response, "Content-Security-Policy");
    assertTrue(policy.startsWith("default-src 'self';"), policy);
    assertTrue(policy.endsWith("frame-ancestors 'none'"), policy);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ppwp/77",
        "/nope/31",
        "/tps/3171061001099",
        "/embed/ppwp/77",
        "/ppwp",
        "/ppwp/31/",
        "/ppwp/31/x",
        "/assets",
        "/assets/",
        "/assets/none.js",
        "/index.html",
        "/assets/app-12ab.js.gz",
        "/api/v1",
        "/metrics",
        "/livez",
        "/readyz",
      })
  void page_ofNothing_is404(String path) {
    assertEquals(404, rig.get(path).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ppwp/77", "/tps/1101012001999", "/nosuch/0", "/ppwp/31/too/long"})
  void page_ofNothingForAPerson_is404WithThePage(String path) {
    HttpResponse<byte[]> answer = rig.get(path, "Accept", "text/html,*/*;q=0.8");
    assertEquals(404, answer.statusCode());
    assertEquals(WebRig.text(rig.get("/")), WebRig.text(answer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/nothing", "/assets/none.js", "/index.html"})
  void file_ofNothingForAPerson_isTheProblem(String path) {
    HttpResponse<byte[]> answer = rig.get(path, "Accept", "text/html");
    assertEquals(404, answer.statusCode());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
  }

  /** F34: there is no way from an address to a file that the build did not make. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../pantau.jar",
        "/assets/../../Main.class",
        "/assets/%2e%2e/index.html",
        "/assets/%2E%2E%2findex.html",
        "/assets/..;/index.html",
        "/assets/..%5cindex.html",
        "/assets//app-12ab.js",
        "/%61ssets/app-12ab.js",
        "/..%00/index.html",
        "/../../../../etc/passwd",
        "/..%252f..%252fetc/passwd",
      })
  void path_traversal_is404(String path) throws IOException {
    String answer = rig.raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 404 "), answer);
  }

  @Test
  void asset_hashed_isImmutable() {
    HttpResponse<byte[]> response = rig.get("/assets/app-12ab.js");
    assertEquals(200, response.statusCode());
    assertEquals("public, max-age=31536000, immutable", header(response, "Cache-Control"));
    assertEquals("text/javascript; charset=utf-8", header(response, "Content-Type"));
    assertEquals("console.log(\"plain\");\n", WebRig.text(response));
    String etag = header(response, "ETag");
    assertEquals(304, rig.get("/assets/app-12ab.js", "If-None-Match", etag).statusCode());
  }

  @Test
  void asset_precompressed_isUsedWhereAccepted() {
    HttpResponse<byte[]> brotli = rig.get("/assets/app-12ab.js", "Accept-Encoding", "gzip, br");
    assertEquals("br", header(brotli, "Content-Encoding"));
    assertEquals("brotli stands here\n", WebRig.text(brotli));
    HttpResponse<byte[]> gzip = rig.get("/assets/app-12ab.js", "Accept-Encoding", "gzip");
    assertEquals("gzip", header(gzip, "Content-Encoding"));
    assertEquals("gzip stands here\n", WebRig.text(gzip));
  }

  @Test
  void head_andOtherMethods() {
    HttpResponse<byte[]> head = rig.send("HEAD", "/");
    assertEquals(200, head.statusCode());
    assertEquals(0, head.body().length);
    assertEquals(405, rig.send("POST", "/").statusCode());
    assertEquals(404, rig.send("POST", "/ppwp/77").statusCode());
  }
}
