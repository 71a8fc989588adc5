package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.api.lite.PlainPage;
import id.pantau.api.lite.SameNumbers;
import id.pantau.election.ElectionReader;
import id.pantau.model.Choice;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reader without script, a program that shows a link, a search engine: on a node with real forms.
 */
final class PlainPagesIT {
  private static final int BYTES_MAX = 14_000;
  private static final int ROWS_PER_PAGE = 100;
  private static final List<Choice> CHOICES =
      Objects.requireNonNull(ElectionReader.packed("pemilu-2024").contest("ppwp")).choices();

  @TempDir private static Path folder = Path.of("");
  private static NodeProcess node;

  @BeforeAll
  static void start() throws Exception {
    node = NodeProcess.on(folder.resolve("node")).patient();
    String key = node.key();
    Sender sender = new Sender(node.start().url(), key);
    List<String> forms = RealForms.json(RealForms.csv(folder, "65")).subList(0, 500);
    sender.all(forms);
    Await.until("all is shown", () -> node.api().stations() == forms.size());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static HttpResponse<byte[]> get(String path, String... headers) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.url() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return Api.exchange(request.build());
  }

  private static String text(String path) throws IOException {
    HttpResponse<byte[]> answer = get(path);
    assertEquals(200, answer.statusCode(), path);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** Follows the first row that has votes, from the nation down to a station's form. */
  @Test
  void lite_walkedFromTheNationToAStation_showsTheNumbersOfTheApi() throws Exception {
    String path = "/lite/ppwp/0";
    for (int level = 0; level <= 4; level++) {
      PlainPage page = PlainPage.read(text(path));
      JsonNode body = node.api().get(path.replace("/lite/", "/api/v1/results/"));
      assertEquals(level, body.path("level").asInt());
      SameNumbers.check(page, body, CHOICES, ROWS_PER_PAGE);
      int bytes = get(path, "Accept-Encoding", "gzip").body().length;
      assertTrue(bytes < BYTES_MAX, path + " has " + bytes);
      path = page.texts("//table[starts-with(@class, 'c')]//tr[td/b]/th/a/@href").get(0);
    }
    assertTrue(path.startsWith("/lite/tps/"), path);
    PlainPage page = PlainPage.read(text(path));
    JsonNode form = node.api().station(path.substring("/lite/tps/".length())).path("current");
    for (Choice choice : CHOICES) {
      String row = "//tr[td[1] = '" + choice.number() + "' and contains(th, '–')]/td[2]";
      long votes = form.path("votes").path(choice.id()).asLong();
      assertEquals(votes, PlainPage.number(page.text(row)), choice.shortName());
    }
    assertEquals("Revisi 1", page.text("//article/h3"));
    assertEquals(
        200, get(page.text("//footer//a[1][starts-with(@href, '/tps/')]/@href")).statusCode());
  }

  @Test
  void lite_english_saysTheSameNumbers() throws Exception {
    JsonNode body = node.api().results("65");
    PlainPage page = PlainPage.read(text("/lite/ppwp/65?lang=en"));
    long votes = body.path("totals").path("votes").path("100025").asLong();
    assertEquals(
        votes, PlainPage.number(page.texts("//table[@class = 's']/tbody/tr[1]/td[3]").get(0)));
    assertEquals("en", page.text("/html/@lang"));
  }

  @Test
  void heads_ofHomeAreaAndStation_sayWhatTheApiSays() throws Exception {
    JsonNode province = node.api().results("65");
    String area = text("/ppwp/65");
    String counted = province.path("stations").path("counted").asText();
    assertTrue(area.contains(": " + counted + " dari "), area);
    String at = province.path("asOf").asText().replace(":", "%3A");
    assertTrue(area.contains(node.url() + "/card/ppwp/65.png?at=" + at + "\""), area);
    assertTrue(area.contains("href=\"/api/v1/results/ppwp/65\""), area);
    assertTrue(text("/").contains("rel=\"canonical\" href=\"" + node.url() + "/\""));
    String village = province.path("children").get(0).path("code").asText();
    assertTrue(text("/ppwp/" + village).contains("href=\"/lite/ppwp/" + village + "\""));
    String station = text("/tps/1101012001001");
    assertTrue(station.contains("<title>TPS 1 · Keude Bakongan · "), station);
    assertTrue(station.contains("href=\"/api/v1/stations/1101012001001/ppwp\""), station);
  }

  @Test
  void robots_leadToTheMapsAndTheMapsToThePages() throws Exception {
    String map = node.url() + "/sitemap.xml";
    assertTrue(text("/robots.txt").contains("Sitemap: " + map + "\n"));
    String index = text("/sitemap.xml");
    assertEquals(39, index.split("<sitemap>", -1).length - 1);
    String province = text("/sitemap/65.xml");
    assertTrue(province.contains("<loc>" + node.url() + "/lite/ppwp/65</loc>"), "the plain page");
    assertTrue(province.contains("<loc>" + node.url() + "/ppwp/65</loc>"), "the dashboard's page");
  }
}
