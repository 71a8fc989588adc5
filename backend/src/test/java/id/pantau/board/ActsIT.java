package id.pantau.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.count.CountNode;
import id.pantau.count.CountRig;
import id.pantau.count.Forms;
import id.pantau.count.Waiting;
import id.pantau.model.Act;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.model.Topic;
import id.pantau.platform.ActsVerticle;
import id.pantau.platform.Body;
import id.pantau.platform.Showing;
import io.vertx.core.Context;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What a board shows while an office withholds a place, or says something of it. */
final class ActsIT {
  private static final String STATION = "0102011001001";
  private static final String VILLAGE = "0102011001";
  private static final String KABUPATEN = "0102";
  private static final String VILLAGE_ROWS = "ppwp/" + VILLAGE + "/children";
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static CountRig rig;

  private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
  private Election election;
  private CountNode count;

  @BeforeAll
  static void startRedis(@TempDir Path folder) {
    rig = new CountRig(folder);
  }

  @AfterAll
  static void stopRedis() {
    rig.close();
  }

  @BeforeEach
  void newElection(TestInfo test) {
    election = CountRig.election(test.getTestMethod().orElseThrow().getName());
    count = rig.node(election.id(), election);
    count.count(new Forms(election).sound("ppwp", STATION, 1, Method.MACHINE, 91, 82, 73));
  }

  private ActsVerticle acts(String node) {
    ActsVerticle acts =
        new ActsVerticle(
            rig.settings()
                .withNode(
                    rig.settings().node().withData(rig.data(election.id() + node).toString())),
            election.id(),
            true,
            clock::get);
    Waiting.get(rig.vertx().deployVerticle(acts));
    return acts;
  }

  private BoardNode board(ActsVerticle acts) {
    BoardNode board = new BoardNode(rig, election, new Follower.Patience(200, 2_000), acts);
    Waiting.until(
        "the form is seen",
        () -> board.results("ppwp", "0").path("stations").path("counted").asInt() == 1);
    return board;
  }

  private static Act act(Act.Kind kind, String id, @Nullable String contest, String place) {
    boolean ofPlace = kind.ofPlace();
    return new Act(
        id,
        kind,
        contest,
        place,
        ofPlace ? "KPU" : "",
        ofPlace ? Map.of("id", "diperiksa", "en", "under review") : Map.of(),
        NOW,
        ofPlace ? NOW.plusSeconds(3_600) : null,
        "sita",
        null);
  }

  private static boolean isWithheld(BoardNode board, String area) {
    return board.results("ppwp", area).path("status").asText().equals("withheld");
  }

  @Test
  void withhold_area_isClosedEverywhereAndComesBackByItself() {
    ActsVerticle acts = acts("a");
    try (BoardNode board = board(acts)) {
      Body open = board.body("ppwp", KABUPATEN);
      JsonNode nation = board.results("ppwp", "0");
      Waiting.get(acts.append(act(Act.Kind.WITHHOLD, "a-1", null, KABUPATEN)));
      Waiting.until("the kabupaten is withheld", () -> isWithheld(board, KABUPATEN));

      JsonNode closed = board.results("ppwp", KABUPATEN);
      assertNotEquals(open.digest(), closed.path("digest").asText());
      assertEquals("KPU", closed.path("withheld").path("office").asText());
      assertEquals("under review", closed.path("withheld").path("reason").path("en").asText());
      assertEquals("2026-11-21T09:00:00Z", closed.path("withheld").path("until").asText());
      assertFalse(closed.has("totals") || closed.has("stations"));
      closed.path("children").forEach(row -> assertFalse(row.has("totals"), row::toString));
      assertTrue(isWithheld(board, VILLAGE));
      assertEquals(nation.path("totals"), board.results("ppwp", "0").path("totals"));
      for (JsonNode row : board.results("ppwp", "01").path("children")) {
        assertEquals(!row.path("code").asText().equals(KABUPATEN), row.has("totals"));
      }
      saysNothing(board);

      clock.set(NOW.plusSeconds(3_600));
      Waiting.until("it ran out", () -> !isWithheld(board, KABUPATEN));
      assertEquals(open.json().toString(), board.body("ppwp", KABUPATEN).json().toString());
      assertEquals("counted", board.station(STATION, "ppwp").path("status").asText());
      assertEquals(NOW.plusSeconds(3_600), acts.all().get(0).ended());
    }
  }

  /** No answer about the place names the station's votes. */
  private static void saysNothing(BoardNode board) {
    JsonNode station = board.station(STATION, "ppwp");
    assertEquals("withheld", station.path("status").asText());
    assertTrue(station.path("current").isNull());
    JsonNode history = board.history("ppwp", KABUPATEN, 10);
    assertTrue(history.path("points").isEmpty());
    JsonNode earlier =
        BoardNode.json(
            Waiting.get(
                board.showing().resultsAt("ppwp", VILLAGE, System.currentTimeMillis() + 1_000)));
    assertEquals("withheld", earlier.path("status").asText());
    assertFalse(earlier.path("children").get(0).has("totals"));
    JsonNode changes = board.changes(null, 10);
    assertTrue(changes.path("changes").get(0).path("withheld").asBoolean());
    for (JsonNode body : List.of(station, history, earlier, changes)) {
      assertFalse(body.toString().contains(":91"), body::toString);
    }
  }

  @Test
  void withhold_stationInOneContest_closesItsRowAndNotTheVillage() {
    ActsVerticle acts = acts("a");
    try (BoardNode board = board(acts)) {
      Waiting.get(acts.append(act(Act.Kind.WITHHOLD, "a-1", "ppwp", STATION)));
      Waiting.until(
          "the station is withheld",
          () -> board.station(STATION, "ppwp").path("status").asText().equals("withheld"));
      JsonNode village = board.results("ppwp", VILLAGE);
      assertEquals(91, village.path("totals").path("votes").elements().next().asInt());
      for (JsonNode row : village.path("children")) {
        assertEquals(!row.path("code").asText().equals(STATION), row.has("totals"));
      }
      String other = election.contests().get(1).id();
      assertEquals("waiting", board.station(STATION, other).path("status").asText());
    }
  }

  @Test
  void withhold_followedTopics_areGivenAnewAtTheSamePosition() {
    ActsVerticle acts = acts("a");
    try (BoardNode board = board(acts)) {
      Queue<JsonObject> given = new ConcurrentLinkedQueue<>();
      Context context = Objects.requireNonNull(rig.vertx().getOrCreateContext());
      context.runOnContext(
          go -> {
            Showing.Following following =
                board
                    .showing()
                    .follow(
                        updates -> updates.forEach(u -> given.add(new JsonObject(u.changed()))));
            for (String topic : List.of("ppwp/0102", "ppwp/01/children", VILLAGE_ROWS, "ppwp/02")) {
              following
                  .add(Objects.requireNonNull(Topic.parse(topic)))
                  .onSuccess(now -> given.add(new JsonObject(now.full())));
            }
          });
      Waiting.until("all four were given", () -> given.size() >= 4);
      Waiting.get(acts.append(act(Act.Kind.WITHHOLD, "a-1", null, KABUPATEN)));
      Set<String> three = Set.of("ppwp/0102", "ppwp/01/children", VILLAGE_ROWS);
      Waiting.until("three are given anew", () -> closed(given).equals(three));
    }
  }

  /** The topics that were given as withheld, or with one changed row that is. */
  private static Set<String> closed(Queue<JsonObject> given) {
    Set<String> topics = new HashSet<>();
    for (JsonObject message : given) {
      JsonArray rows = message.getJsonArray("children", new JsonArray());
      boolean row = rows.size() == 1 && !rows.getJsonObject(0).containsKey("totals");
      if (row || message.getString("status").equals("withheld")) {
        topics.add(message.getString("topic"));
      }
    }
    return topics;
  }

  @Test
  void notices_ofAPlaceAndThoseAbove_standInBodiesUntilEnded() {
    ActsVerticle acts = acts("a");
    try (BoardNode board = board(acts)) {
      Waiting.get(acts.append(act(Act.Kind.NOTICE, "n-0", null, "0")));
      Waiting.get(acts.append(act(Act.Kind.NOTICE, "n-1", null, KABUPATEN)));
      Waiting.until(
          "both are said", () -> board.results("ppwp", VILLAGE).path("notices").size() == 2);
      JsonNode station = board.station(STATION, "ppwp").path("notices");
      assertEquals("n-0", station.get(0).path("id").asText());
      assertEquals("n-1", station.get(1).path("id").asText());
      assertEquals(1, board.results("ppwp", "02").path("notices").size());
      assertEquals(3, board.results("ppwp", KABUPATEN).path("totals").path("votes").size());
      Waiting.get(acts.append(act(Act.Kind.END, "e-0", null, "n-0")));
      Waiting.until("one ended", () -> !board.results("ppwp", "02").has("notices"));
      assertEquals(1, board.results("ppwp", VILLAGE).path("notices").size());
    }
  }

  @Test
  void acts_redisLosesThem_areGivenBackAndHeardByAnotherNode() {
    ActsVerticle acts = acts("a");
    Waiting.get(acts.append(act(Act.Kind.WITHHOLD, "a-1", null, KABUPATEN)));
    Waiting.until("it is in Redis", () -> length() > 0);
    rig.ask(Command.DEL, key());
    Waiting.until("it is in Redis again", () -> length() > 0);
    ActsVerticle other = acts("b");
    Waiting.until("another node heard of it", () -> other.all().size() == 1);
    assertEquals(acts.all(), other.all());
  }

  @Test
  void acts_doneOnTwoNodes_areTheSameOnBothAndAfterARestart() {
    ActsVerticle one = acts("a");
    ActsVerticle two = acts("b");
    for (int i = 0; i < 5; i++) {
      Waiting.get(one.append(act(Act.Kind.WITHHOLD, "a-" + i, null, "01")));
      Waiting.get(two.append(act(Act.Kind.NOTICE, "b-" + i, "ppwp", "02")));
    }
    Waiting.get(two.append(act(Act.Kind.END, "e", null, "a-3")));
    Waiting.until("both know all", () -> one.all().size() == 11 && two.all().size() == 11);
    assertEquals(one.all(), two.all());
    ActsVerticle again = acts("a");
    Waiting.until("a third start knows all", () -> again.all().equals(one.all()));
  }

  private String key() {
    return "{" + election.id() + ":acts}log";
  }

  private int length() {
    return rig.ask(Command.XLEN, key()).toInteger();
  }
}
