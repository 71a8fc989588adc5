package id.pantau.command.held;

import static id.pantau.command.held.DecisionRig.ANI;
import static id.pantau.command.held.DecisionRig.BUDI;
import static id.pantau.command.held.DecisionRig.CITRA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.command.DeskServer;
import id.pantau.count.Waiting;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one person proposed, over several nodes and restarts, on a real Redis. */
class ProposalsIT {
  private static final String ONE = "0101011001001";

  private final DecisionRig one;

  ProposalsIT(@TempDir Path folder) {
    this.one = new DecisionRig(folder);
  }

  @AfterEach
  void stop() {
    one.close();
  }

  private static String problem(DeskServer.Answer answer) {
    return answer.status() + " " + answer.body().getString("title");
  }

  private static void untilWaiting(DecisionRig node, String station, int revision) {
    node.desks.until(
        "it waits",
        ANI,
        "/api/held?area=" + station,
        a ->
            a.body().getBoolean("proposalsKnown", false)
                && a.body().getInteger("total") == 1
                && a.body().getJsonArray("rows").getJsonObject(0).getInteger("revision")
                    == revision);
  }

  private static JsonObject row(DecisionRig node, String station) {
    return node.desks
        .get(ANI, "/api/held?area=" + station)
        .body()
        .getJsonArray("rows")
        .getJsonObject(0);
  }

  private void untilCounted(String station, int... votes) {
    Waiting.until(
        "it is counted",
        () -> {
          JsonObject shown = one.shown("ppwp", station);
          JsonObject current = shown.getJsonObject("current");
          List<Integer> now = new ArrayList<>();
          if (shown.getString("status").equals("counted")) {
            current.getJsonObject("votes").forEach(vote -> now.add((Integer) vote.getValue()));
          }
          List<Integer> wanted = new ArrayList<>();
          for (int each : votes) {
            wanted.add(each);
          }
          return now.equals(wanted);
        });
  }

  @Test
  void secondPerson_onAnotherNode_settlesBlind() {
    DecisionRig two = one.beside("two");
    one.count(one.forms.unproven("ppwp", ONE, 1, 5, 6, 700));
    untilWaiting(one, ONE, 1);
    untilWaiting(two, ONE, 1);
    assertEquals(202, one.decide(ANI, ONE, 1, "correct", 5, 6, 70).status());
    assertEquals("409 other-person", problem(two.decide(ANI, ONE, 1, "correct", 5, 6, 70)));
    JsonObject shown = row(two, ONE).getJsonObject("proposal");
    assertEquals(Set.of("kind", "by", "at"), shown.fieldNames());
    assertEquals("correct ani", shown.getString("kind") + " " + shown.getString("by"));
    JsonObject opened = two.desks.get(BUDI, "/api/held/ppwp/" + ONE).body();
    assertEquals(shown, opened.getJsonObject("proposal"));
    assertEquals(200, two.decide(BUDI, ONE, 1, "correct", 5, 6, 70).status());
    untilCounted(ONE, 5, 6, 70);
    assertEquals(
        new JsonArray().add("ani").add("budi"),
        one.shown("ppwp", ONE).getJsonObject("current").getJsonObject("reason").getJsonArray("by"));
  }

  @Test
  void restart_inBetween_losesNothing_andItExpires() {
    DecisionRig two = one.beside("two");
    one.count(one.forms.unproven("ppwp", ONE, 1, 5, 6, 7));
    untilWaiting(two, ONE, 1);
    assertEquals(202, two.decide(ANI, ONE, 1, "confirm").status());
    two.stop();
    DecisionRig again = one.beside("two");
    untilWaiting(again, ONE, 1);
    assertEquals("ani", row(again, ONE).getJsonObject("proposal").getString("by"));
    Response keys = one.rig.ask(Command.KEYS, "*:proposals}*");
    assertEquals(1, keys.size(), "the turn is over");
    long left = one.rig.ask(Command.PTTL, keys.get(0).toString()).toLong();
    assertTrue(left > 23 * 3_600_000L && left <= 24 * 3_600_000L, () -> left + " ms");
    assertEquals(200, again.decide(BUDI, ONE, 1, "confirm").status());
    untilCounted(ONE, 5, 6, 7);
  }

  @Test
  void twoNodes_settleAtOnce_oneWins() throws Exception {
    DecisionRig two = one.beside("two");
    List<String> stations = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      stations.add("010101100100" + i);
    }
    for (String station : stations) {
      one.count(one.forms.unproven("ppwp", station, 1, 1, 2, 3));
      untilWaiting(one, station, 1);
      untilWaiting(two, station, 1);
      assertEquals(202, one.decide(ANI, station, 1, "confirm").status());
    }
    Set<String> losers = new TreeSet<>();
    for (String station : stations) {
      CyclicBarrier together = new CyclicBarrier(2);
      CompletableFuture<DeskServer.Answer> budi =
          CompletableFuture.supplyAsync(() -> settle(together, one, BUDI, station));
      CompletableFuture<DeskServer.Answer> citra =
          CompletableFuture.supplyAsync(() -> settle(together, two, CITRA, station));
      List<DeskServer.Answer> answers = List.of(budi.get(), citra.get());
      assertEquals(1, answers.stream().filter(a -> a.status() == 200).count(), answers::toString);
      answers.stream().filter(a -> a.status() != 200).forEach(a -> losers.add(problem(a)));
      untilCounted(station, 1, 2, 3);
      assertEquals(2, one.shown("ppwp", station).getJsonArray("revisions").size());
    }
    assertTrue(Set.of("409 busy", "409 moved").containsAll(losers), losers::toString);
    assertEquals(List.of(5L, 10L, 15L, 5L, 0L), one.figures("ppwp", "0"));
  }

  private static DeskServer.Answer settle(
      CyclicBarrier together, DecisionRig node, String who, String station) {
    try {
      together.await();
    } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
    return node.decide(who, station, 1, "confirm");
  }

  @Test
  void nodeThatDiedInItsTurn_holdsTheFormForSecondsOnly() {
    one.count(one.forms.unproven("ppwp", ONE, 1, 5, 6, 7));
    untilWaiting(one, ONE, 1);
    String turn = "{decisions:proposals}ppwp/" + ONE + ":turn";
    one.rig.ask(Command.SET, turn, "of a node that died", "PX", 400);
    assertEquals("409 busy", problem(one.decide(ANI, ONE, 1, "confirm")));
    Waiting.until("its turn ran out", () -> one.decide(ANI, ONE, 1, "confirm").status() == 202);
    assertEquals(0, one.rig.ask(Command.EXISTS, turn).toInteger());
  }

  @Test
  void redisThatIsAway_isSaidClearly_andNothingIsDecided() {
    one.count(one.forms.unproven("ppwp", ONE, 1, 5, 6, 7));
    untilWaiting(one, ONE, 1);
    assertEquals(202, one.decide(ANI, ONE, 1, "confirm").status());
    one.rig.redis().close();
    Waiting.until(
        "the node notices",
        () -> problem(one.decide(BUDI, ONE, 1, "confirm")).equals("503 redis-away"));
    JsonObject queue = one.desks.get(ANI, "/api/held").body();
    assertEquals(1, queue.getInteger("total"));
    assertFalse(queue.getBoolean("proposalsKnown"));
    assertNull(queue.getJsonArray("rows").getJsonObject(0).getValue("proposal"));
    assertEquals(503, one.desks.delete(ANI, "/api/decisions/ppwp/" + ONE).status());
    assertEquals(List.of("ani decision-proposed"), one.trail.acts());
  }

  @Test
  void whatIsNoProposal_isNone() {
    one.count(one.forms.unproven("ppwp", ONE, 1, 5, 6, 7));
    untilWaiting(one, ONE, 1);
    for (String broken : List.of("no json", "{}", "{\"revision\":1,\"kind\":\"correct\"}")) {
      one.rig.ask(Command.SET, "{decisions:proposals}ppwp/" + ONE, broken);
      assertNull(row(one, ONE).getValue("proposal"));
    }
    assertEquals(202, one.decide(ANI, ONE, 1, "confirm").status());
  }
}
