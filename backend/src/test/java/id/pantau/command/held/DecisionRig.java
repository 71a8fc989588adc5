package id.pantau.command.held;

import id.pantau.board.BoardVerticle;
import id.pantau.command.DeskServer;
import id.pantau.command.Inbox;
import id.pantau.command.MemoryTrail;
import id.pantau.command.Screens;
import id.pantau.command.WallCost;
import id.pantau.command.country.CountryDesk;
import id.pantau.command.life.LifeDesk;
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
import id.pantau.platform.ActsVerticle;
import id.pantau.platform.Photos;
import id.pantau.platform.Settings;
import id.pantau.rules.Judge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Nodes' whole paths on a real Redis, with the desks of held forms, of the country, of a life. */
final class DecisionRig implements AutoCloseable {
  static final String ANI = "ani:watch,decide";
  static final String BUDI = "budi:watch,decide";
  static final String CITRA = "citra:watch,decide";

  final Election election = CountRig.election("decisions");
  final Forms forms = new Forms(election);
  final MemoryTrail trail = new MemoryTrail();
  final List<JsonObject> told = new ArrayList<>();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final DeskServer desks;
  final CountRig rig;
  final ActsVerticle acts;
  private final boolean alone;
  private final CountVerticle count;
  private final BoardVerticle board;
  private final List<String> deployed = new ArrayList<>();

  /** The first node, with the Redis. */
  DecisionRig(Path folder) {
    this(new CountRig(folder), "one", true);
  }

  /** Another node on the same Redis. */
  DecisionRig beside(String name) {
    return new DecisionRig(rig, name, false);
  }

  private DecisionRig(CountRig rig, String name, boolean alone) {
    this.rig = rig;
    this.alone = alone;
    Path data = rig.data(name);
    Settings.Node node = rig.settings().node().withName(name).withData(data.toString());
    Settings settings = rig.settings().withNode(node);
    InstantSource clock = InstantSource.system();
    count = new CountVerticle(settings, election, meters, clock);
    deploy(count);
    acts = new ActsVerticle(settings, election.id(), true, clock);
    deploy(acts);
    board = new BoardVerticle(settings, election, new Photos(settings, meters), acts, meters);
    Inbox inbox = new Inbox(board.arrivals(), new WallCost(new SimpleMeterRegistry()));
    deploy(board);
    IntakeRoutes intake =
        new IntakeRoutes(
            rig.vertx(),
            settings.intake(),
            election,
            new Judge(election),
            count.counting(),
            new Keys(new KeyFile(data, clock)),
            meters,
            clock);
    HeldDesk held =
        new HeldDesk(
            rig.vertx(),
            election,
            settings,
            inbox,
            board.inspection(),
            intake.frontDoor(),
            trail,
            clock);
    CountryDesk country =
        new CountryDesk(
            election,
            settings.command(),
            inbox,
            screens(),
            new WallCost(new SimpleMeterRegistry()),
            clock);
    LifeDesk life = new LifeDesk(election, board.inspection(), count.synced(), name, clock);
    desks = new DeskServer(rig.vertx(), List.of(held, country, life, inbox));
    Waiting.until("the board is loaded", board::isReady);
  }

  private void deploy(VerticleBase stage) {
    deployed.add(Waiting.get(rig.vertx().deployVerticle(stage)));
  }

  /** The public body of a station. */
  JsonObject shown(String contest, String station) {
    return new JsonObject(Waiting.get(board.showing().station(station, contest)).json());
  }

  boolean isReady() {
    return count.isReady() && board.isReady() && !board.isDelayed();
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

  /** Counts a form as intake hands it on. */
  Answer.Status count(Submission form) {
    return answer(form).status();
  }

  /** What a submitter hears. */
  Answer answer(Submission form) {
    return Waiting.get(count.counting().count(List.of(form))).get(0);
  }

  /** The node goes down in order; its data stays. */
  void stop() {
    for (int i = deployed.size() - 1; i >= 0; i--) {
      Waiting.get(rig.vertx().undeploy(deployed.get(i)));
    }
    deployed.clear();
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
    if (alone) {
      rig.close();
    }
  }
}
