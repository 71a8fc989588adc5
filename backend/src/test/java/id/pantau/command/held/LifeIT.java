package id.pantau.command.held;

import static id.pantau.command.held.DecisionRig.ANI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.command.DeskServer;
import id.pantau.count.Waiting;
import id.pantau.model.Answer;
import id.pantau.model.Method;
import id.pantau.model.Position;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form's life by station and by receipt, over two nodes on a real Redis. */
class LifeIT {
  private static final String ONE = "0101011001001";
  private static final String TWO = "0101011001002";
  private static final List<String> STEPS =
      List.of("received", "counted", "journaled", "announced");

  private final DecisionRig one;

  LifeIT(@TempDir Path folder) {
    this.one = new DecisionRig(folder);
  }

  @AfterEach
  void stop() {
    one.close();
  }

  private static String receipt(String station, Answer answer) {
    Position at = Objects.requireNonNull(answer.position());
    return station + "/" + at.epoch() + "-" + at.revision();
  }

  private static DeskServer.Answer find(DecisionRig node, String receipt) {
    String said = URLEncoder.encode(receipt, StandardCharsets.UTF_8);
    return node.desks.get(ANI, "/api/life?receipt=" + said);
  }

  /** The life of the only form that was found. */
  private static JsonObject found(DecisionRig node, String receipt) {
    DeskServer.Answer answer = find(node, receipt);
    assertEquals(200, answer.status(), () -> answer.body().encode());
    JsonArray revisions = answer.body().getJsonArray("revisions");
    List<JsonObject> found =
        revisions.stream()
            .map(JsonObject.class::cast)
            .filter(form -> form.getBoolean("found"))
            .toList();
    assertEquals(1, found.size(), answer.body()::encode);
    return found.get(0);
  }

  private static JsonObject step(JsonObject form, String step) {
    JsonArray steps = form.getJsonArray("steps");
    assertEquals(STEPS, steps.stream().map(s -> ((JsonObject) s).getString("step")).toList());
    return steps.getJsonObject(STEPS.indexOf(step));
  }

  private static Instant at(JsonObject form, String step) {
    return Instant.parse(step(form, step).getString("at"));
  }

  private static String why(JsonObject form, String step) {
    JsonObject said = step(form, step);
    assertNull(said.getValue("at"), said::encode);
    return said.getString("node") + " " + said.getString("why");
  }

  private static void untilAnnounced(DecisionRig node, String receipt) {
    Waiting.until(
        "the tick that carries it has ended",
        () ->
            find(node, receipt).status() == 200
                && found(node, receipt).getValue("announcedMillis") != null);
  }

  @Test
  void byReceipt_everyStepHasItsTimeAndNode() {
    DecisionRig two = one.beside("two");
    Instant before = Instant.now().minusMillis(1);
    Answer answer = one.answer(one.forms.sound("ppwp", ONE, 1, Method.MACHINE, 1, 2, 3));
    one.answer(one.forms.sound("ppwp", TWO, 1, Method.MACHINE, 1, 2, 3));
    String receipt = receipt(ONE, answer);
    untilAnnounced(one, receipt);
    JsonObject form = found(one, receipt);
    for (String step : STEPS) {
      assertEquals("one", step(form, step).getString("node"));
      assertNull(step(form, step).getValue("why"));
    }
    assertEquals(form.getString("receivedAt"), step(form, "received").getString("at"));
    assertEquals(form.getString("countedAt"), step(form, "counted").getString("at"));
    assertTrue(at(form, "counted").isAfter(before));
    assertFalse(at(form, "journaled").isBefore(at(form, "counted")));
    assertFalse(at(form, "announced").isBefore(at(form, "counted")));
    assertFalse(at(form, "announced").isAfter(Instant.now()));

    untilAnnounced(two, receipt);
    JsonObject there = found(two, receipt);
    assertEquals("one", step(there, "counted").getString("node"));
    assertEquals("one other-node", why(there, "journaled"));
    assertEquals("two", step(there, "announced").getString("node"));
    String line =
        new JsonObject()
            .put("station", ONE)
            .put("position", form.getJsonObject("position"))
            .encode();
    assertEquals(find(one, receipt).body(), find(one, line).body());
  }

  @Test
  void byReceipt_ofARepeat_findsTheFormThatWasRepeated() {
    one.answer(one.forms.sound("ppwp", ONE, 1, Method.MACHINE, 1, 2, 3));
    one.answer(one.forms.sound("ppwp", TWO, 1, Method.MACHINE, 1, 2, 3));
    Answer repeat = one.answer(one.forms.sound("ppwp", ONE, 1, Method.MACHINE, 1, 2, 3));
    assertEquals(Answer.Status.DUPLICATE, repeat.status());
    String receipt = receipt(ONE, repeat);
    untilAnnounced(one, receipt);
    assertEquals(1, found(one, receipt).getJsonObject("position").getInteger("revision"));
  }

  @Test
  void byReceipt_whatIsNone_isRefusedClearly() {
    one.answer(one.forms.sound("ppwp", ONE, 1, Method.MACHINE, 1, 2, 3));
    assertEquals(400, find(one, "nonsense").status());
    assertEquals(400, one.desks.get(ANI, "/api/life").status());
    assertEquals("unknown-station", find(one, "7/1-1").body().getString("title"));
    assertEquals("unknown-receipt", find(one, TWO + "/1-1").body().getString("title"));
    assertEquals(403, one.desks.get("eka:decide", "/api/life?receipt=" + ONE + "/1-1").status());
    assertEquals(404, one.desks.get(ANI, "/api/life/none/" + ONE).status());
  }

  @Test
  void afterARestart_whatIsNotKnownIsNullAndSaysWhy() {
    DecisionRig two = one.beside("two");
    Answer answer = two.answer(two.forms.sound("ppwp", ONE, 1, Method.MACHINE, 1, 2, 3));
    String receipt = receipt(ONE, answer);
    untilAnnounced(two, receipt);
    two.stop();
    DecisionRig again = one.beside("two");
    JsonObject form = found(again, receipt);
    assertEquals("two before-start", why(form, "journaled"));
    assertEquals("two before-start", why(form, "announced"));
    assertNull(form.getValue("announcedMillis"));
    assertEquals("two", step(form, "received").getString("node"));
    assertNotNull(step(form, "counted").getString("at"));
  }

  @Test
  void afterALossOfRedis_theOldReceiptIsFoundAndNobodyClaimsToKnow() {
    Answer answer = one.answer(one.forms.sound("ppwp", ONE, 1, Method.MACHINE, 1, 2, 3));
    String receipt = receipt(ONE, answer);
    untilAnnounced(one, receipt);
    one.rig.flush();
    Waiting.until(
        "the journal gave it back",
        () -> one.rig.ask(io.vertx.redis.client.Command.KEYS, "*log").size() > 0);
    DecisionRig fresh = one.beside("fresh");
    Waiting.until("it is there again", () -> find(fresh, receipt).status() == 200);
    JsonObject form = found(fresh, receipt);
    assertEquals("null refilled", why(form, "journaled"));
    assertEquals("one refilled", why(form, "counted"));
    assertNull(step(form, "received").getValue("node"));
    assertEquals("refilled", step(form, "received").getString("why"));
    assertNotNull(step(form, "received").getString("at"));
  }
}
