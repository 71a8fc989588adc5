package id.pantau.api;

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
import id.pantau.platform.PlaceSearch;
import id.pantau.platform.Settings;
import id.pantau.platform.WebMount;
import id.pantau.platform.WebRig;
import id.pantau.platform.contract.ContractCheck;
import id.pantau.rules.Judge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node's rooms on one port, all that the contract describes, with a form of each kind counted and
 * acts of each kind made.
 */
final class ContractNode implements AutoCloseable {
  private static final Instant SINCE = Instant.parse("2026-11-21T08:00:00Z");
  private final CountRig rig;
  private final BoardNode board;
  private final WebRig web;
  private final OpenApiDocument document;
  private String key = "";

  ContractNode(Path folder) {
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
                    new PlaceSearch(election.areas()),
                    settings.api(),
                    InstantSource.system()),
                new ReportRoutes(board.showing(), election, settings.api(), InstantSource.system()),
                new DeveloperRoutes(election, settings.web()),
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

  private OpenDataVerticle files(Path folder, Election election, ActsVerticle acts) {
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

  private WebMount intake(Path folder, Election election, CountNode count) {
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

  WebRig web() {
    return web;
  }

  OpenApiDocument document() {
    return document;
  }

  /** Of a submitter who may send forms of area 01, entered by one person. */
  String key() {
    return key;
  }

  String get(String path) {
    return WebRig.text(web.get(path));
  }

  JsonNode json(String path) {
    return OpenApiDocument.json(get(path));
  }

  @Override
  public void close() {
    web.close();
    board.close();
    rig.close();
  }
}
