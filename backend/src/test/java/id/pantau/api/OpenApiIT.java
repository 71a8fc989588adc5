package id.pantau.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.platform.WebRig;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract is what a node's routes do: all of its rooms, with what a count has made. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class OpenApiIT {
  private static ContractNode node;
  private static WebRig web;
  private static OpenApiDocument document;

  @BeforeAll
  static void start(@TempDir Path folder) {
    node = new ContractNode(folder);
    web = node.web();
    document = node.document();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static String get(String path) {
    return WebRig.text(web.get(path));
  }

  @Test
  void document_eachParameterOfAPath_isDescribedAndOperationsHaveOneName() {
    Set<String> operations = new TreeSet<>();
    for (String path : document.paths()) {
      JsonNode operation = document.root().path("paths").path(path).elements().next();
      assertTrue(operations.add(operation.path("operationId").asText()), path);
      assertFalse(operation.path("summary").asText().isEmpty(), path);
      Set<String> described = new TreeSet<>();
      for (JsonNode each : operation.path("parameters")) {
        JsonNode parameter = document.resolved(each);
        assertFalse(parameter.path("description").asText().isEmpty(), path);
        if (parameter.path("in").asText().equals("path")) {
          described.add("{" + parameter.path("name").asText() + "}");
          assertTrue(parameter.path("required").asBoolean(), path);
        }
      }
      Set<String> named = new TreeSet<>();
      for (String part : path.split("/", -1)) {
        if (part.startsWith("{")) {
          named.add(part);
        }
      }
      assertEquals(named, described, path);
    }
    assertEquals("3.1.0", document.root().path("openapi").asText());
  }

  /** The schemas allow no field that they do not name, so a body is described whole. */
  @ParameterizedTest
  @CsvSource({
    "/openapi.json, /openapi.json",
    "/asyncapi.json, /asyncapi.json",
    "/api/v1/elections, /api/v1/elections",
    "/api/v1/contests, /api/v1/contests",
    "/api/v1/areas/{code}, /api/v1/areas/0",
    "/api/v1/areas/{code}, /api/v1/areas/0101011001",
    "/api/v1/search, /api/v1/search?q=TPS+1+Puncak",
    "/api/v1/search, /api/v1/search?q=Puncak",
    "/api/v1/search, /api/v1/search?q=zzzz",
    "/api/v1/results/{contest}/{area}, /api/v1/results/ppwp/0",
    "/api/v1/results/{contest}/{area}, /api/v1/results/ppwp/0101011001",
    "/api/v1/results/{contest}/{area}, /api/v1/results/pkwkk-0102/0102",
    "/api/v1/results/{contest}/{area}, /api/v1/results/ppwp/0101011001?at=2024-01-01T00:00:00Z",
    "/api/v1/stations/{station}/{contest}, /api/v1/stations/0101011001001/ppwp",
    "/api/v1/stations/{station}/{contest}, /api/v1/stations/0101011001002/ppwp",
    "/api/v1/stations/{station}/{contest}, /api/v1/stations/0101011001003/ppwp",
    "/api/v1/stations/{station}/{contest}, /api/v1/stations/0101011001004/ppwp",
    "/api/v1/stations/{station}/{contest}, /api/v1/stations/0101011001005/ppwp",
    "/api/v1/stations/{station}/{contest}, /api/v1/stations/0101011001006/ppwp",
    "/api/v1/history/{contest}/{area}, /api/v1/history/ppwp/0",
    "/api/v1/corrections/{contest}/{area}, /api/v1/corrections/ppwp/0?limit=10",
    "/api/v1/changes, /api/v1/changes",
    "/api/v1/acts, /api/v1/acts",
    "/api/v1/reports/{contest}/{file}, /api/v1/reports/ppwp/01.nist.json",
    "/oembed, /oembed?url=http://127.0.0.1:PORT/ppwp/01&maxwidth=400",
    "/data.json, /data.json",
    "/wilayah/{path}, /wilayah/pemilu/ppwp/0.json",
    "/pemilu/{path}, /pemilu/hhcw/ppwp.json",
    "/pilkada/{path}, /pilkada/hhcw/pkwkk/01.json",
  })
  void answer_isWhatTheDocumentSays(String path, String written) {
    String address = written.replace("PORT", Integer.toString(web.port()));
    HttpResponse<byte[]> response = web.get(address);
    assertEquals(200, response.statusCode(), () -> WebRig.text(response));
    assertEquals("*", response.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    document.check(path, "get", 200, "application/json", WebRig.text(response));
    String etag = response.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, web.get(address, "If-None-Match", etag).statusCode());
  }

  /** What is no JSON: of the type that the document says, and known again by its tag. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/reports/{contest}/{file} | /api/v1/reports/ppwp/01.eml.xml | 200",
        "/card/{contest}/{file} | /card/ppwp/01.png?lang=en | 200",
        "/embed/{contest}/{file} | /embed/ppwp/01?layout=bars&theme=none&x=y | 200",
        "/embed/{contest}/{file} | /embed/ppwp/01.svg | 200",
        "/embed/{contest}/{file} | /embed/ppwp/01.png | 302",
        "/feed/{contest}/{file} | /feed/ppwp/01.atom?lang=en&page=1&fbclid=x | 200",
        "/data | /data/ | 200",
        "/data | /data | 302",
        "/data/{path} | /data/latest.json | 200",
        "/data/{path} | /data/latest/SHA256SUMS | 302",
      })
  void answer_thatIsNoJson_isOfTheTypeTheDocumentSays(String path, String address, int status) {
    HttpResponse<byte[]> response = web.get(address);
    assertEquals(status, response.statusCode(), () -> WebRig.text(response));
    JsonNode said = document.response(path, "get", status);
    response
        .headers()
        .firstValue("Content-Type")
        .ifPresent(
            type ->
                assertTrue(
                    said.path("content").has(type) || said.path("content").has("*/*"),
                    path + " does not say " + type));
    if (status == 302) {
      assertTrue(said.path("headers").has("Location"), path);
      assertEquals(200, web.get(response.headers().firstValue("Location").get()).statusCode());
    } else {
      String etag = response.headers().firstValue("ETag").orElseThrow();
      assertEquals(304, web.get(address, "If-None-Match", etag).statusCode());
      document.response(path, "get", 304);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/areas/{code}, /api/v1/areas/77, 404",
    "/api/v1/search, /api/v1/search, 400",
    "/api/v1/results/{contest}/{area}, /api/v1/results/nope/0, 404",
    "/api/v1/results/{contest}/{area}, /api/v1/results/ppwp/0?at=x, 400",
    "/api/v1/stations/{station}/{contest}, /api/v1/stations/1/ppwp, 404",
    "/api/v1/history/{contest}/{area}, /api/v1/history/ppwp/77, 404",
    "/api/v1/corrections/{contest}/{area}, /api/v1/corrections/ppwp/77, 404",
    "/api/v1/corrections/{contest}/{area}, /api/v1/corrections/ppwp/0?limit=x, 400",
    "/api/v1/changes, /api/v1/changes?since=x, 400",
    "/photos/{sha256}, /photos/0000000000000000000000000000000000000000000000000000000000000000, 404",
    "/feed/{contest}/{file}, /feed/ppwp/77.atom, 404",
    "/feed/{contest}/{file}, /feed/ppwp/01.atom?page=0, 400",
    "/live/events, /live/events, 400",
    "/live, /live, 426",
    "/api/v1/reports/{contest}/{file}, /api/v1/reports/ppwp/01.pdf, 404",
    "/card/{contest}/{file}, /card/ppwp/77.png, 404",
    "/card/{contest}/{file}, /card/ppwp/01.png?lang=jv, 400",
    "/embed/{contest}/{file}, /embed/ppwp/77, 404",
    "/oembed, /oembed, 400",
    "/oembed, /oembed?url=x&format=xml, 501",
    "/oembed, /oembed?url=http://example.org/, 404",
    "/data/{path}, /data/latest/nothing.csv, 404",
    "/data/{path}, /data/20000101T000000Z-000000000000/SHA256SUMS, 410",
    "/wilayah/{path}, /wilayah/x.json, 404",
    "/pemilu/{path}, /pemilu/x.json, 404",
    "/pilkada/{path}, /pilkada/x.json, 404",
  })
  void problem_isWhatTheDocumentSays(String path, String address, int status) {
    HttpResponse<byte[]> response = web.get(address);
    assertEquals(status, response.statusCode(), () -> WebRig.text(response));
    document.check(path, "get", status, "application/problem+json", WebRig.text(response));
  }

  @Test
  void feedAndEvents_areOfTheTypesTheDocumentSays() throws Exception {
    AtomXml.read(web.get("/feed/ppwp/01.atom?lang=en&page=1"));
    try (Socket socket = web.connect()) {
      String request = "GET /live/events?topics=ppwp/0 HTTP/1.1\r\nHost: a\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      assertEquals("HTTP/1.1 200 OK", lines.readLine());
      String line = lines.readLine();
      while (!line.startsWith("id: ppwp/0@1.")) {
        line = lines.readLine();
      }
    }
  }

  /** What was compared with the schemas was there. */
  @Test
  void count_hasMadeSomethingForEachList() {
    JsonNode corrections = OpenApiDocument.json(get("/api/v1/corrections/ppwp/0"));
    assertEquals(3, corrections.path("total").asInt());
    JsonNode changes = OpenApiDocument.json(get("/api/v1/changes"));
    assertTrue(changes.path("changes").size() >= 10);
    assertFalse(OpenApiDocument.json(get("/api/v1/history/ppwp/0")).path("points").isEmpty());
    assertEquals(3, OpenApiDocument.json(get("/api/v1/acts")).path("acts").size());
    assertFalse(OpenApiDocument.json(get("/api/v1/search?q=TPS+1+Puncak")).path("hits").isEmpty());
  }

  /** The check itself sees what is too much, too little, and of another kind. */
  @Test
  void check_ofABodyThatIsWrong_fails() {
    String body = get("/api/v1/results/ppwp/0");
    String schema = "#/components/schemas/Results";
    assertEquals(Set.of(), document.errors(schema, body));
    for (String wrong :
        List.of(
            body.replaceFirst("\\{", "{\"more\":1,"),
            body.replaceFirst("\"asOf\"", "\"asof\""),
            body.replaceFirst("\"counting\"", "\"done\""),
            body.replaceFirst("\"counted\":", "\"counted\":-"))) {
      assertFalse(wrong.equals(body));
      assertFalse(document.errors(schema, wrong).isEmpty(), wrong);
    }
  }
}
