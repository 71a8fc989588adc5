package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node whose quota is small: what is used up, what is not counted, and that it comes back. */
final class QuotaIT {
  private static final String RESULTS = "/api/v1/results/ppwp/0";
  private static final String FORWARDED = "X-Forwarded-For";

  @Test
  void quota_usedUp_comesBackWithTheNextWindow(@TempDir Path folder) throws Exception {
    try (NodeProcess node =
        NodeProcess.on(folder.resolve("node"))
            .with("--election", "contoh")
            .env("PANTAU_READING_REQUESTSMAX", "3")
            .env("PANTAU_READING_WINDOWSECONDS", "4")
            .env("PANTAU_READING_TRUSTEDPROXIES", "127.0.0.1")
            .env("PANTAU_READING_UNLIMITED", "")
            .start()) {
      for (int i = 0; i < 3; i++) {
        HttpResponse<byte[]> answer = get(node, RESULTS, "2001:db8:5::" + i);
        assertEquals(200, answer.statusCode());
        assertEquals(
            "\"reading\";q=3;w=4", answer.headers().firstValue("RateLimit-Policy").orElse(""));
      }
      HttpResponse<byte[]> refused = get(node, RESULTS, "2001:db8:5::99");
      assertEquals(429, refused.statusCode());
      assertEquals(
          refused.headers().firstValue("Retry-After"),
          refused.headers().firstValue("RateLimit").map(s -> s.replaceAll(".*t=", "")));
      assertEquals(429, get(node, "/feed/ppwp/0.atom", "2001:db8:5::1").statusCode());
      assertEquals(200, get(node, "/", "2001:db8:5::1").statusCode());
      assertEquals(200, get(node, RESULTS, "2001:db8:6::1").statusCode());
      Await.until("the next window", () -> get(node, RESULTS, "2001:db8:5::1").statusCode() == 200);
    }
  }

  private static HttpResponse<byte[]> get(NodeProcess node, String path, String client)
      throws IOException {
    return Api.exchange(
        HttpRequest.newBuilder(URI.create(node.url() + path)).header(FORWARDED, client).build());
  }
}
