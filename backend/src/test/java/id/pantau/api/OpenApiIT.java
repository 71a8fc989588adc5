package id.pantau.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.board.BoardNode;
import id.pantau.count.CountNode;
import id.pantau.count.CountRig;
import id.pantau.count.Forms;
import id.pantau.count.Waiting;
import id.pantau.intake.IntakeRoutes;
import id.pantau.intake.KeyFile;
import id.pantau.intake.Keys;
import id.pantau.live.LiveRoutes;
import id.pantau.model.Act;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.opendata.OpenDataVerticle;
import id.pantau.platform.ActsVerticle;
import id.pantau.platform.Photos;
import id.pantau.platform.Settings;
import id.pantau.platform.WebMount;
import id.pantau.platform.WebRig;
import id.pantau.platform.contract.Contract;
import id.pantau.platform.contract.ContractCheck;
import id.pantau.platform.contract.Operation;
import id.pantau.platform.contract.Parameter;
import id.pantau.rules.Judge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.http.HttpMethod;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
  private static final Instant SINCE = Instant.parse("2026-11-21T08:00:00Z");
  private static CountRig rig;
  private static BoardNode board;
  private static WebRig web;
  private static OpenApiDocument document;
  private static String key = "";

  @BeforeAll
  static void count(@TempDir Path folder) {
    rig = new CountRig(folder);
    Election election = CountRig.election("openapi");
    CountNode count = rig.node("openapi", election);
    Settings settings = rig.settings();
    ActsVerticle acts = new ActsVerticle(settings, election.id(), true, InstantSource.system());
    Waiting.get(rig.vertx().deployVerticle(acts));
    board = new BoardNode(rig, election, acts);
    forms(count, new Forms(election));
    Waiting.get(acts.append(act("a-1", Act.Kind.NOTICE, null, "0")));
    Waiting.get(acts.append(act("a-2", Act.Kind.WITHHOLD, "ppwp", "0101011001006")));
    Waiting.get(acts.append(act("a-3", Act.Kind.NOTICE, "ppwp", "01")));
    Waiting.get(acts.append(act("a-4", Act.Kind.END, null, "a-3")));
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    Photos photos = new Photos(settings, meters);
    web =
        new WebRig(
            1,
            List.of(
                new ApiRoutes(
                    board.showing(),
                    photos,
                    acts,
                    election,
                    settings.api(),
                    InstantSource.system()),
                new ReportRoutes(board.showing(), election, settings.api(), InstantSource.system()),
                new SirekapRoutes(board.showing(), election, settings.api(), settings.web()),
                new CardRoutes(
                    board.showing(),
                    election,
                    settings.web(),
                    settings.card(),
                    InstantSource.system()),
                new EmbedRoutes(board.showing(), election, settings.web(), settings.card()),
                new FeedRoutes(board.showing(), acts, election, settings.api(), settings.web()),
                new LiveRoutes(board.showing(), settings.live(), () -> false, meters),
                files(folder, election, acts).routes(),
                intake(folder, election, count),
                new ContractCheck(List.of("api", "live", "intake"))));
    document = new OpenApiDocument(WebRig.text(web.get("/openapi.json")));
    Waiting.until(
        "all forms and acts are seen",
        () ->
            board.results("ppwp", "0").path("stations").path("counted").asInt() == 3
                && board.results("ppwp", "01").path("notices").size() == 1
                && get("/api/v1/stations/0101011001006/ppwp").contains("\"withheld\":{"));
    Waiting.until("a snapshot is there", () -> web.get("/data/latest.json").statusCode() == 200);
    Waiting.until("the search is ready", () -> web.get("/api/v1/search?q=1").statusCode() == 200);
  }

  private static OpenDataVerticle files(Path folder, Election election, ActsVerticle acts) {
    Settings all = rig.settings();
    OpenDataVerticle verticle =
        new OpenDataVerticle(
            all.withNode(all.node().withData(folder.resolve("files").toString())),
            election,
            board::ledger,
            acts,
            new SimpleMeterRegistry(),
            InstantSource.system());
    Waiting.get(rig.vertx().deployVerticle(verticle));
    return verticle;
  }

  private static WebMount intake(Path folder, Election election, CountNode count) {
    KeyFile file = new KeyFile(folder.resolve("keys"), InstantSource.system());
    try {
      Files.createDirectories(folder.resolve("keys"));
      key = file.add(List.of("01"), EnumSet.of(Method.SINGLE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    IntakeRoutes routes =
        new IntakeRoutes(
            rig.vertx(),
            rig.settings().intake(),
            election,
            new Judge(election),
            count::offer,
            new Keys(file),
            new SimpleMeterRegistry(),
            InstantSource.system());
    return door -> routes.mount(door.router());
  }

  /** One station of each kind, and a correction that takes votes away. */
  private static void forms(CountNode count, Forms forms) {
    count.count(
        forms.sound("ppwp", "0101011001001", 1, Method.MACHINE, 10, 20, 30),
        forms.unproven("ppwp", "0101011001002", 1, 1, 2, 3),
        forms.sound("ppwp", "0101011001003", 1, Method.MACHINE, 40, 50, 60),
        forms.administrative("ppwp", "0101011001004", 1),
        forms.sound("ppwp", "0101011001005", 1, Method.SINGLE, 7, 8, 9),
        forms.sound("ppwp", "0101011001006", 1, Method.MACHINE, 4, 5, 6));
    count.count(
        forms.sound("ppwp", "0101011001001", 2, Method.DOUBLE, 9, 20, 30),
        forms.decision("ppwp", "0101011001002", 2, 1, 2, 3),
        forms.withdrawal("ppwp", "0101011001003", 2, Method.SINGLE),
        forms.withdrawal("ppwp", "0101011001005", 2, Method.SINGLE));
  }

  private static Act act(String id, Act.Kind kind, @Nullable String contest, String subject) {
    Map<String, String> reason =
        kind.ofPlace() ? Map.of("id", "diperiksa", "en", "under review") : Map.of();
    Instant until = kind.ofPlace() ? Instant.now().plusSeconds(3_600) : null;
    String office = kind.ofPlace() ? "KPU" : "";
    return new Act(id, kind, contest, subject, office, reason, SINCE, until, "sita", null);
  }

  @AfterAll
  static void stop() {
    web.close();
    board.close();
    rig.close();
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

  /** Every parameter of a query, wrong, twice, and one that is not there: 400, and it is named. */
  @Test
  void parameters_thatAreWrong_areNamed() {
    int refused = 0;
    for (Operation operation : Contract.packed().operations().values()) {
      boolean isFree = operation.id().equals("embed");
      for (Parameter parameter : operation.parameters()) {
        if (parameter.in().equals("query") && !isFree) {
          String address =
              address(operation) + others(operation, parameter) + parameter.name() + "=";
          // A cursor and a format are texts that only their readers know; a page is an address.
          if (!List.of("since", "format", "url").contains(parameter.name())) {
            assertNamed(address, parameter.name());
            refused++;
          }
          assertNamed(address + "1&" + parameter.name() + "=1", parameter.name());
        }
      }
      if (operation.path().startsWith("/api/") && operation.method().equals(HttpMethod.GET)) {
        assertNamed(address(operation) + "?unheard=1", "unheard");
        refused++;
      }
    }
    assertTrue(refused > 20, Integer.toString(refused));
  }

  private static void assertNamed(String address, String name) {
    HttpResponse<byte[]> response = web.get(address);
    assertEquals(400, response.statusCode(), address + " " + WebRig.text(response));
    JsonNode problem = OpenApiDocument.json(WebRig.text(response));
    assertEquals("malformed", problem.path("title").asText());
    assertTrue(problem.path("detail").asText().startsWith(name + " "), problem.toString());
  }

  /** What else must be asked, as the document's examples ask it. */
  private static String others(Operation operation, Parameter but) {
    StringBuilder query = new StringBuilder("?");
    for (Parameter each : operation.parameters()) {
      if (each.in().equals("query") && each.required() && !each.name().equals(but.name())) {
        query.append(each.name()).append('=').append(each.example()).append('&');
      }
    }
    return query.toString();
  }

  /** An address of an operation, with the examples of the document. */
  private static String address(Operation operation) {
    String address = operation.path();
    for (Parameter parameter : operation.parameters()) {
      address = address.replace("{" + parameter.name() + "}", parameter.example());
    }
    return address;
  }

  /** Each answer to a form that a test can bring about is one of the document's. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0101011002001 | 201 | new",
        "0101011002001 | 200 | again",
        "0101011002001 | 409 | other content",
        "0101011002003 | 202 | held",
        "0101011001011 | 422 | no such station",
        "0101011002002 | 400 | malformed",
        "0201011001001 | 403 | foreign",
        "0101011002002 | 401 | no key",
        "0101011002002 | 415 | no type",
      })
  void form_isAnsweredAsTheDocumentSays(String station, int status, String kind) throws Exception {
    String form =
        "{'contest':'ppwp','station':'"
            + station
            + "','generation':0,'revision':1,'method':'single','votes':{'900001':"
            + (kind.equals("other content") ? 3 : 2)
            + ",'900002':"
            + (kind.equals("held") ? 1_000_000 : 1)
            + ",'900003':0}"
            + (kind.equals("malformed") ? ",'more':1}" : "}");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + "/api/v1/forms"))
            .POST(HttpRequest.BodyPublishers.ofString(form.replace('\'', '"')))
            .header("Content-Type", kind.equals("no type") ? "text/plain" : "application/json");
    if (!kind.equals("no key")) {
      request.header("Authorization", "Bearer " + key);
    }
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(status, response.statusCode(), response.body());
    document.check(
        "/api/v1/forms",
        "post",
        status,
        response.headers().firstValue("Content-Type").orElse(""),
        response.body());
    if (status < 300) {
      assertEquals(Set.of(), document.errors("#/components/schemas/Form", form.replace('\'', '"')));
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
