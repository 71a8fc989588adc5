package id.pantau.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pantau.count.CountRig;
import id.pantau.count.Waiting;
import id.pantau.model.Election;
import id.pantau.platform.Acts;
import id.pantau.platform.Body;
import id.pantau.platform.Ledger;
import id.pantau.platform.Photos;
import id.pantau.platform.Settings;
import id.pantau.platform.Showing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node's board on the rig's Redis: looks often, and is less patient than a real one. */
public final class BoardNode implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CountRig rig;
  private final BoardVerticle verticle;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final String deployed;

  /** Starts a board and waits until it has read every province. */
  public BoardNode(CountRig rig, Election election) {
    this(rig, election, new Follower.Patience(200, 2_000));
  }

  BoardNode(CountRig rig, Election election, Follower.Patience patience) {
    this(rig, election, patience, Acts.NONE);
  }

  /** The same, showing only what those acts allow. */
  public BoardNode(CountRig rig, Election election, Acts acts) {
    this(rig, election, new Follower.Patience(200, 2_000), acts);
  }

  BoardNode(CountRig rig, Election election, Follower.Patience patience, Acts acts) {
    this.rig = rig;
    Settings all = rig.settings();
    Settings settings =
        new Settings(
            all.node(),
            all.redis(),
            all.intake(),
            all.count(),
            new Settings.Board(20, 50, 16, 1 << 20, 400),
            all.live(),
            all.api(),
            all.photos(),
            all.web(),
            all.card(),
            all.command(),
            all.opendata(),
            all.webhooks(),
            all.reading());
    this.verticle =
        new BoardVerticle(settings, election, new Photos(settings, meters), acts, meters, patience);
    this.deployed = Waiting.get(rig.vertx().deployVerticle(verticle));
    Waiting.until("the board is loaded", verticle::isReady);
  }

  /** What routes are given. */
  public Showing showing() {
    return verticle.showing();
  }

  /** Everything that was counted. */
  public Ledger ledger() {
    return verticle.ledger();
  }

  boolean isDelayed() {
    return verticle.isDelayed();
  }

  double misreads() {
    return meters.get("pantau.board.misreads").gauge().value();
  }

  Body body(String contest, String area) {
    return Waiting.get(showing().results(contest, area));
  }

  /** The results of an area. */
  public JsonNode results(String contest, String area) {
    return json(body(contest, area));
  }

  JsonNode station(String station, String contest) {
    return json(Waiting.get(showing().station(station, contest)));
  }

  JsonNode history(String contest, String area, int points) {
    return json(Waiting.get(showing().history(contest, area, points)));
  }

  JsonNode corrections(String contest, String area, int limit) {
    return json(Waiting.get(showing().corrections(contest, area, limit)));
  }

  JsonNode changes(@Nullable String since, int limit) {
    return json(Waiting.get(showing().changes(since, limit)));
  }

  /** Votes in ballot order, then counted, then held: as {@code CountState.totals} gives them. */
  public List<Long> figures(String contest, String area) {
    return figures(results(contest, area));
  }

  /** The same of any object with totals and stations. */
  static List<Long> figures(JsonNode body) {
    List<Long> figures = new ArrayList<>();
    body.path("totals").path("votes").forEach(n -> figures.add(n.asLong()));
    figures.add(body.path("stations").path("counted").asLong());
    figures.add(body.path("stations").path("held").asLong());
    return figures;
  }

  static JsonNode json(Body body) {
    try {
      return JSON.readTree(body.json().getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Waiting.get(rig.vertx().undeploy(deployed));
  }
}
