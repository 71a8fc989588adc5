package id.pantau.command.held;

import id.pantau.board.BoardVerticle;
import id.pantau.command.DeskServer;
import id.pantau.command.Inbox;
import id.pantau.command.MemoryTrail;
import id.pantau.command.Screens;
import id.pantau.command.WallCost;
import id.pantau.command.country.CountryDesk;
import id.pantau.count.CountRig;
import id.pantau.count.CountVerticle;
import id.pantau.count.Forms;
import id.pantau.count.Waiting;
import id.pantau.intake.IntakeRoutes;
import id.pantau.intake.KeyFile;
import id.pantau.intake.Keys;
import id.pantau.model.Answer;
import id.pantau.model.Election;
import id.pantau.model.Submission;
import id.pantau.platform.Acts;
import id.pantau.platform.Photos;
import id.pantau.platform.Settings;
import id.pantau.rules.Judge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A node's whole path on a real Redis, with the desks of held forms and of the country. */
final class DecisionRig implements AutoCloseable {
  static final String ANI = "ani:watch,decide";
  static final String BUDI = "budi:watch,decide";

  final Election election = CountRig.election("decisions");
  final Forms forms = new Forms(election);
  final MemoryTrail trail = new MemoryTrail();
  final List<JsonObject> told = new ArrayList<>();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final DeskServer desks;
  private final CountRig rig;
  private final CountVerticle count;
  private final BoardVerticle board;

  DecisionRig(Path folder) {
    rig = new CountRig(folder);
    Settings settings = rig.settings();
    InstantSource clock = InstantSource.system();
    count = new CountVerticle(settings, election, meters, clock);
    Waiting.get(rig.vertx().deployVerticle(count));
    board = new BoardVerticle(settings, election, new Photos(settings, meters), Acts.NONE, meters);
    Inbox inbox = new Inbox(board.arrivals(), new WallCost(new SimpleMeterRegistry()));
    Waiting.get(rig.vertx().deployVerticle(board));
    IntakeRoutes intake =
        new IntakeRoutes(
            rig.vertx(),
            settings.intake(),
            election,
            new Judge(election),
            count.counting(),
            new Keys(new KeyFile(folder, clock)),
            meters,
            clock);
    HeldDesk held =
        new HeldDesk(
            election, settings.command(), inbox, board.showing(), intake.frontDoor(), trail, clock);
    CountryDesk country =
        new CountryDesk(
            election,
            settings.command(),
            inbox,
            screens(),
            new WallCost(new SimpleMeterRegistry()),
            clock);
    desks = new DeskServer(rig.vertx(), List.of(held, country, inbox));
    Waiting.until("the board is loaded", board::isReady);
  }

  private Screens screens() {
    return new Screens() {
      @Override
      public void tell(String kind, Buffer json) {
        synchronized (told) {
          told.add(new JsonObject(json));
        }
      }

      @Override
      public int watching() {
        return 1;
      }
    };
  }

  /** Counts forms as intake hands them on. */
  Answer.Status count(Submission form) {
    return Waiting.get(count.counting().count(List.of(form))).get(0).status();
  }

  /** Votes in ballot order, counted, held of an area, as the public sees them. */
  List<Long> figures(String contest, String area) {
    JsonObject body = new JsonObject(Waiting.get(board.showing().results(contest, area)).json());
    List<Long> figures = new ArrayList<>();
    JsonObject votes = body.getJsonObject("totals").getJsonObject("votes");
    votes.forEach(vote -> figures.add(((Number) vote.getValue()).longValue()));
    figures.add(body.getJsonObject("stations").getLong("counted"));
    figures.add(body.getJsonObject("stations").getLong("held"));
    return figures;
  }

  /** Figures of every area above a station, the nation first. */
  List<List<Long>> ancestors(String contest, String station) {
    List<List<Long>> all = new ArrayList<>();
    for (String area :
        List.of(
            "0",
            station.substring(0, 2),
            station.substring(0, 4),
            station.substring(0, 6),
            station.substring(0, 10))) {
      all.add(figures(contest, area));
    }
    return all;
  }

  DeskServer.Answer decide(String who, String station, int revision, String kind, int... votes) {
    JsonObject body =
        new JsonObject()
            .put("contest", "ppwp")
            .put("station", station)
            .put("revision", revision)
            .put("kind", kind);
    if (votes.length > 0) {
      JsonObject typed = new JsonObject();
      int sum = 0;
      for (int c = 0; c < votes.length; c++) {
        typed.put(election.contests().get(0).choices().get(c).id(), votes[c]);
        sum += votes[c];
      }
      body.put(
          "figures",
          new JsonObject()
              .put("votes", typed)
              .put("valid", sum)
              .put("invalid", 1)
              .put("total", sum + 1));
    }
    return desks.post(who, "/api/decisions", body);
  }

  /** Stations of the queue, in its order. */
  List<String> queue(String query) {
    JsonArray rows = desks.get(ANI, "/api/held" + query).body().getJsonArray("rows");
    List<String> stations = new ArrayList<>();
    rows.forEach(row -> stations.add(((JsonObject) row).getString("station")));
    return stations;
  }

  void waitForQueue(String... stations) {
    Waiting.until("the queue is " + List.of(stations), () -> queue("").equals(List.of(stations)));
  }

  @Override
  public void close() {
    rig.close();
  }
}
