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
import id.pantau.live.LiveRoutes;
import id.pantau.model.Act;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.platform.ActsVerticle;
import id.pantau.platform.Photos;
import id.pantau.platform.Settings;
import id.pantau.platform.WebRig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description of the reading API is what a node's routes do, with what a count has made. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class OpenApiIT {
  private static final Instant SINCE = Instant.parse("2026-11-21T08:00:00Z");
  private static final AtomicReference<Router> ROUTER = new AtomicReference<>();
  private static CountRig rig;
  private static BoardNode board;
  private static WebRig web;
  private static OpenApiDocument document;

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
                new FeedRoutes(board.showing(), acts, election, settings.api(), settings.web()),
                new LiveRoutes(board.showing(), settings.live(), () -> false, meters),
                door -> ROUTER.set(door.router())));
    document = new OpenApiDocument(WebRig.text(web.get("/openapi.json")));
    Waiting.until(
        "all forms and acts are seen",
        () ->
            board.results("ppwp", "0").path("stations").path("counted").asInt() == 3
                && board.results("ppwp", "01").path("notices").size() == 1
                && get("/api/v1/stations/0101011001006/ppwp").contains("\"withheld\":{"));
    Waiting.until("the search is ready", () -> web.get("/api/v1/search?q=1").statusCode() == 200);
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
  void routes_andDocument_nameTheSamePaths() {
    Set<String> routes = new TreeSet<>();
    for (Route route : Objects.requireNonNull(ROUTER.get()).getRoutes()) {
      String path = route.getPath() == null ? route.getName() : route.getPath();
      if (path != null && path.matches("\\W*[a-z].*")) {
        routes.add(bare(path));
      }
    }
    // A WebSocket; its description is docs/wire-protocol.md §5.
    assertTrue(routes.remove("/live"), routes.toString());
    assertEquals(
        routes, document.paths().stream().map(OpenApiIT::bare).collect(Collectors.toSet()));
  }

  /** A path with its parameters left empty, however a route writes them. */
  private static String bare(String path) {
    return path.replaceAll("\\(\\?<\\w+>[^)]*\\)|\\{\\w+}|:\\w+", "{}").replace("\\", "");
  }

  @Test
  void document_eachParameterOfAPath_isDescribedAndOperationsHaveOneName() {
    Set<String> operations = new TreeSet<>();
    for (String path : document.paths()) {
      JsonNode get = document.root().path("paths").path(path).path("get");
      assertTrue(operations.add(get.path("operationId").asText()), path);
      Set<String> described = new TreeSet<>();
      for (JsonNode parameter : get.path("parameters")) {
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
  })
  void answer_isWhatTheDocumentSays(String path, String address) {
    HttpResponse<byte[]> response = web.get(address);
    assertEquals(200, response.statusCode(), () -> WebRig.text(response));
    assertEquals("*", response.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    document.check(path, 200, "application/json", WebRig.text(response));
    String etag = response.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, web.get(address, "If-None-Match", etag).statusCode());
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
  })
  void problem_isWhatTheDocumentSays(String path, String address, int status) {
    HttpResponse<byte[]> response = web.get(address);
    assertEquals(status, response.statusCode(), () -> WebRig.text(response));
    document.check(path, status, "application/problem+json", WebRig.text(response));
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
    assertEquals(10, changes.path("changes").size());
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
