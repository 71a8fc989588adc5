package id.pantau.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.count.CountRig;
import id.pantau.count.Waiting;
import id.pantau.model.Act;
import id.pantau.platform.Acts;
import id.pantau.platform.ActsVerticle;
import id.pantau.platform.Webhooks;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What receivers get that are well, away, slow, and new. */
final class LanesIT {
  @TempDir private static Path folder = Path.of("");
  private static CountRig rig;

  @BeforeAll
  static void start() {
    rig = new CountRig(folder);
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  @Test
  void registered_isSentAPingFirst_thenSignedStates_thatAreThoseOfTheApi() {
    try (Night night = new Night(rig, "first", Acts.NONE);
        Receiver receiver = Receiver.http(0)) {
      Webhooks.Fresh fresh = night.node.register(receiver.url(), false, "ppwp/0", "ppwp/01");
      night.node.until(fresh.id(), Webhooks.State.WORKING);
      night.untilHas(receiver, "0");
      night.counted(Night.STATIONS.get(0));
      night.untilVotes(1);
      night.untilHas(receiver, "0");
      night.untilHas(receiver, "01");
      assertEquals("id.pantau.ping", receiver.got().get(0).type());
      Set<String> ids = new HashSet<>();
      for (Receiver.Got got : receiver.got()) {
        JsonNode event = got.event();
        assertEquals("application/cloudevents+json; charset=utf-8", got.header("Content-Type"));
        assertEquals("1.0", event.path("specversion").asText());
        assertEquals("https://suara.example/api/v1/elections#first", event.path("source").asText());
        assertEquals(got.header("webhook-id"), event.path("id").asText());
        assertTrue(event.path("istest").asBoolean());
        assertTrue(event.at("/data/isTest").asBoolean());
        assertEquals(Set.of("id", "en"), Set.copyOf(names(event.at("/data/notice"))));
        Instant.parse(event.path("time").asText());
        assertEquals(Night.signatures(got, fresh.secret()), got.header("webhook-signature"));
        assertTrue(ids.add(got.header("webhook-id")), "an id twice");
      }
      Receiver.Got last = receiver.of(Night.RESULT).get(receiver.of(Night.RESULT).size() - 1);
      String area = last.subject().substring("ppwp/".length());
      assertEquals(night.node.board().results("ppwp", area), last.event().path("data"));
    }
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  @Test
  void receiverAway_isTriedAgain_andGetsTheNewestStateOnly() {
    try (Night night = new Night(rig, "away", Acts.NONE);
        Receiver receiver = Receiver.http(0)) {
      Webhooks.Fresh fresh = night.node.register(receiver.url(), false, "ppwp/0");
      night.node.until(fresh.id(), Webhooks.State.WORKING);
      night.untilHas(receiver, "0");
      receiver.answer(500);
      int before = receiver.got().size();
      for (int i = 0; i < Night.STATIONS.size(); i++) {
        night.counted(Night.STATIONS.get(i));
        int tried = receiver.got().size();
        Waiting.until("it is tried again", () -> receiver.got().size() > tried + 1);
      }
      Webhooks.Row failing = night.node.row(fresh.id());
      assertEquals(Webhooks.State.FAILING, failing.state());
      assertNotNull(failing.since());
      assertEquals(1, failing.pending());
      assertEquals("status", last(failing).outcome());
      assertEquals(500, last(failing).status());
      // The last of them may not have been answered yet.
      Waiting.until(
          "each try is counted", () -> night.node.attempts("status") >= 2 * Night.STATIONS.size());
      // The same message while it is the newest, another one once it is not.
      List<Receiver.Got> tries = receiver.got().subList(before, receiver.got().size());
      for (Receiver.Got got : tries) {
        for (Receiver.Got other : tries) {
          assertEquals(
              Night.digest(got).equals(Night.digest(other)),
              got.header("webhook-id").equals(other.header("webhook-id")));
        }
      }
      String newest = night.digest("0");
      Waiting.until(
          "the newest is tried",
          () -> Night.digest(receiver.got().get(receiver.got().size() - 1)).equals(newest));
      receiver.answer(204);
      int failed = receiver.got().size();
      night.node.until(fresh.id(), Webhooks.State.WORKING);
      Waiting.until("nothing waits", () -> night.node.row(fresh.id()).pending() == 0);
      for (Receiver.Got got : receiver.got().subList(failed, receiver.got().size())) {
        assertEquals(newest, Night.digest(got));
      }
      assertNull(night.node.row(fresh.id()).since());
    }
  }

  private static Webhooks.Attempt last(Webhooks.Row row) {
    return Objects.requireNonNull(row.last());
  }

  @Test
  void receiverThatHangs_delaysNobodyElse() {
    try (Night night = new Night(rig, "hangs", Acts.NONE);
        Receiver dead = Receiver.http(0);
        Receiver well = Receiver.http(0)) {
      dead.hang();
      Webhooks.Fresh one = night.node.register(dead.url(), false, "ppwp/0");
      Waiting.until("it hangs", () -> dead.got().size() == 1);
      Webhooks.Fresh other = night.node.register(well.url(), false, "ppwp/0");
      night.node.until(other.id(), Webhooks.State.WORKING);
      night.counted(Night.STATIONS.get(0));
      night.untilVotes(1);
      night.untilHas(well, "0");
      assertEquals(1, dead.got().size());
      assertEquals(Webhooks.State.WAITING, night.node.row(one.id()).state());
      assertEquals(0.0, night.node.attempts("timeout"));
    }
  }

  @Test
  void messageThatIsNotTaken_holdsUpNoOther() {
    try (Night night = new Night(rig, "poison", Acts.NONE);
        Receiver receiver = Receiver.http(0)) {
      receiver.refuse("ppwp/01");
      night.node.register(receiver.url(), false, "ppwp/01", "ppwp/0", "ppwp/02");
      night.untilHas(receiver, "0");
      night.untilHas(receiver, "02");
      night.counted(Night.STATIONS.get(0));
      night.untilVotes(1);
      night.untilHas(receiver, "0");
      night.untilHas(receiver, "01");
    }
  }

  @Test
  void topicThatWasToldAMomentAgo_waitsAsOneMark_howeverOftenItChanges() {
    int anHour = 3_600_000;
    try (Night night = new Night(rig, "pace", Acts.NONE, Limits.pacing(anHour));
        Receiver receiver = Receiver.http(0);
        Receiver late = Receiver.http(0)) {
      Webhooks.Fresh fresh = night.node.register(receiver.url(), false, "ppwp/0");
      night.untilHas(receiver, "0");
      for (int i = 0; i < Night.STATIONS.size(); i++) {
        night.counted(Night.STATIONS.get(i));
        night.untilVotes(i + 1);
      }
      Waiting.until("it waits", () -> night.node.row(fresh.id()).pending() == 1);
      night.node.register(late.url(), false, "ppwp/0");
      night.untilHas(late, "0");
      assertEquals(1, receiver.of(Night.RESULT).size());
      assertEquals(1, night.node.row(fresh.id()).pending());
    }
  }

  @Test
  void areaThatDidNotChange_isNotSentAgain_thoughItsProvinceMoved() {
    try (Night night = new Night(rig, "quiet", Acts.NONE);
        Receiver before = Receiver.http(0);
        Receiver receiver = Receiver.http(0)) {
      // A province's first form opens its epoch: at the board's next tick all of it is told anew.
      // That tick has passed once somebody has heard of it who had the state before.
      night.node.register(before.url(), false, "ppwp/0");
      night.untilHas(before, "0");
      night.counted(Night.STATIONS.get(1));
      night.untilVotes(1);
      night.untilHas(before, "0");
      Webhooks.Fresh fresh = night.node.register(receiver.url(), false, "ppwp/0102", "ppwp/0");
      night.node.until(fresh.id(), Webhooks.State.WORKING);
      night.untilHas(receiver, "0102");
      night.counted(Night.STATIONS.get(0));
      night.untilVotes(2);
      night.untilHas(receiver, "0");
      assertEquals(1, receiver.got().stream().filter(g -> g.subject().equals("ppwp/0102")).count());
    }
  }

  @Test
  void acts_areToldOnceInForceAndOnceEnded_aNewcomerHearsOfThoseThatStillMatter() {
    ActsVerticle acts =
        new ActsVerticle(
            rig.settings()
                .withNode(rig.settings().node().withData(folder.resolve("acts").toString())),
            "acts",
            true,
            InstantSource.system());
    Waiting.get(rig.vertx().deployVerticle(acts));
    try (Night night = new Night(rig, "acts", acts);
        Receiver receiver = Receiver.http(0);
        Receiver late = Receiver.http(0)) {
      Webhooks.Fresh fresh = night.node.register(receiver.url(), true);
      night.node.until(fresh.id(), Webhooks.State.WORKING);
      Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      Map<String, String> reason = Map.of("id", "sengketa", "en", "dispute");
      Waiting.get(
          acts.append(
              new Act(
                  "a-1",
                  Act.Kind.WITHHOLD,
                  "ppwp",
                  "0102",
                  "KPU",
                  reason,
                  now,
                  now.plusSeconds(9_000),
                  "siti",
                  null)));
      Waiting.until("it is told", () -> receiver.of("id.pantau.act").size() == 1);
      JsonNode told = receiver.of("id.pantau.act").get(0).event();
      assertEquals("a-1", told.path("subject").asText());
      assertEquals("withhold", told.at("/data/kind").asText());
      assertEquals("dispute", told.at("/data/reason/en").asText());
      assertTrue(told.at("/data/ended").isNull());
      assertTrue(told.at("/data/isTest").asBoolean());
      assertTrue(told.at("/data/by").isMissingNode(), "who did it is not public");
      Waiting.get(
          acts.append(
              new Act("a-2", Act.Kind.END, "ppwp", "a-1", "", Map.of(), now, null, "siti", null)));
      Waiting.until("its end is told", () -> receiver.of("id.pantau.act").size() == 2);
      JsonNode ended = receiver.of("id.pantau.act").get(1).event();
      assertNotEquals(told.path("id"), ended.path("id"));
      assertTrue(ended.at("/data/ended").isTextual());
      // One that knew it in force would go on believing until the time that was given.
      night.node.register(late.url(), true);
      Waiting.until("it is told", () -> late.of("id.pantau.act").size() == 1);
      assertEquals(ended.path("data"), late.of("id.pantau.act").get(0).event().path("data"));
    }
  }
}
