package id.pantau.command.held;

import static id.pantau.command.held.DecisionRig.ANI;
import static id.pantau.command.held.DecisionRig.BUDI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.command.DeskServer;
import id.pantau.count.Waiting;
import id.pantau.model.Act;
import id.pantau.model.Answer;
import id.pantau.model.Method;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Held forms and decisions over the whole path, on a real Redis. */
class DecisionIT {
  private static final String ONE = "0101011001001";
  private static final String TWO = "0101011001002";
  private static final String THREE = "0102011001001";

  private final DecisionRig rig;

  DecisionIT(@TempDir Path folder) {
    this.rig = new DecisionRig(folder);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private static String problem(DeskServer.Answer answer) {
    return answer.status() + " " + answer.body().getString("title");
  }

  /** What the ancestors must show once votes are counted that were held before. */
  private static List<List<Long>> with(List<List<Long>> before, int... votes) {
    List<List<Long>> after = new ArrayList<>();
    for (List<Long> area : before) {
      List<Long> row = new ArrayList<>(area);
      for (int c = 0; c < votes.length; c++) {
        row.set(c, row.get(c) + votes[c]);
      }
      row.set(votes.length, row.get(votes.length) + 1);
      row.set(votes.length + 1, row.get(votes.length + 1) - 1);
      after.add(row);
    }
    return after;
  }

  @Test
  void confirm_byTwoPeople_countsTheForm() {
    rig.count(rig.forms.sound("ppwp", TWO, 1, Method.MACHINE, 10, 20, 30));
    assertEquals(Answer.Status.HELD, rig.count(rig.forms.unproven("ppwp", ONE, 1, 5, 6, 7)));
    rig.waitForQueue(ONE);
    List<List<Long>> before = rig.ancestors("ppwp", ONE);
    assertEquals(202, rig.decide(ANI, ONE, 1, "confirm").status());
    assertEquals("409 other-person", problem(rig.decide(ANI, ONE, 1, "confirm")));
    assertEquals(before, rig.ancestors("ppwp", ONE));
    DeskServer.Answer settled = rig.decide(BUDI, ONE, 1, "confirm");
    assertEquals(200, settled.status());
    assertEquals("counted", settled.body().getJsonObject("answer").getString("status"));
    List<List<Long>> wanted = with(before, 5, 6, 7);
    Waiting.until("every ancestor moved", () -> rig.ancestors("ppwp", ONE).equals(wanted));
    rig.waitForQueue();
    JsonObject form = rig.desks.get(ANI, "/api/held/ppwp/" + ONE).body().getJsonObject("station");
    JsonObject current = form.getJsonObject("current");
    assertEquals(2, current.getInteger("revision"));
    assertEquals("command", current.getString("submitter"));
    assertEquals("double", current.getString("method"));
    JsonObject reason = current.getJsonObject("reason");
    assertEquals("decision", reason.getString("kind"));
    assertEquals(new JsonArray().add("T00"), reason.getJsonArray("codes"));
    assertEquals(new JsonArray().add("ani").add("budi"), reason.getJsonArray("by"));
    assertEquals("409 moved", problem(rig.decide(ANI, ONE, 1, "confirm")));
    assertEquals(
        List.of("ani decision-proposed", "budi decision-settled", "budi decision-answered"),
        rig.trail.acts());
  }

  @Test
  void correct_byTwoEqualBlindEntries_movesEveryAncestorExactly() {
    rig.count(rig.forms.unproven("ppwp", ONE, 1, 5, 6, 700));
    rig.waitForQueue(ONE);
    List<List<Long>> before = rig.ancestors("ppwp", ONE);
    assertEquals(202, rig.decide(ANI, ONE, 1, "correct", 5, 6, 70).status());
    DeskServer.Answer seen = rig.desks.get(BUDI, "/api/held/ppwp/" + ONE);
    assertEquals("correct", seen.body().getJsonObject("proposal").getString("kind"));
    assertTrue(seen.body().getJsonObject("proposal").getValue("figures") == null);
    assertEquals("409 differs", problem(rig.decide(BUDI, ONE, 1, "correct", 5, 6, 71)));
    assertNull(rig.desks.get(BUDI, "/api/held/ppwp/" + ONE).body().getValue("proposal"));
    assertEquals(202, rig.decide(BUDI, ONE, 1, "correct", 5, 6, 70).status());
    assertEquals(200, rig.decide(ANI, ONE, 1, "correct", 5, 6, 70).status());
    List<List<Long>> wanted = with(before, 5, 6, 70);
    Waiting.until("every ancestor moved", () -> rig.ancestors("ppwp", ONE).equals(wanted));
  }

  @Test
  void decide_afterANewerForm_isMoved() {
    rig.count(rig.forms.unproven("ppwp", ONE, 1, 5, 6, 7));
    rig.waitForQueue(ONE);
    rig.decide(ANI, ONE, 1, "confirm");
    rig.count(rig.forms.unproven("ppwp", ONE, 2, 5, 6, 8));
    rig.desks.until(
        "the queue has revision 2",
        ANI,
        "/api/held",
        a ->
            a.body().getJsonArray("rows").getJsonObject(0).getInteger("revision") == 2
                && a.body().getJsonArray("rows").getJsonObject(0).getValue("proposal") == null);
    assertEquals("409 moved", problem(rig.decide(BUDI, ONE, 1, "confirm")));
  }

  @Test
  void reRead_besideAPersonsForm_waitsAndIsDecided() {
    rig.count(rig.forms.sound("ppwp", ONE, 1, Method.DOUBLE, 1, 2, 3));
    assertEquals(
        Answer.Status.HELD, rig.count(rig.forms.sound("ppwp", ONE, 2, Method.MACHINE, 4, 5, 6)));
    rig.waitForQueue(ONE);
    rig.decide(ANI, ONE, 2, "confirm");
    assertEquals(200, rig.decide(BUDI, ONE, 2, "confirm").status());
    Waiting.until(
        "the re-read counts", () -> rig.figures("ppwp", "0").equals(List.of(4L, 5L, 6L, 1L, 0L)));
    rig.waitForQueue();
  }

  @Test
  void bulk_byTwoPeople_countsWhatTheySawAndNothingElse() {
    rig.count(rig.forms.unproven("ppwp", ONE, 1, 1, 1, 1));
    rig.count(rig.forms.unproven("ppwp", TWO, 1, 2, 2, 2));
    rig.count(rig.forms.unproven("ppwp", THREE, 1, 4, 4, 4));
    rig.waitForQueue(ONE, TWO, THREE);
    assertEquals(List.of(THREE), rig.queue("?area=0102&rule=T00"));
    JsonObject filter = new JsonObject().put("contest", "ppwp").put("rule", "T00");
    for (String who : List.of(ANI, BUDI)) {
      DeskServer.Answer preview = rig.desks.post(who, "/api/decisions/bulk/preview", filter);
      assertEquals(3, preview.body().getInteger("count"));
      if (who.equals(BUDI)) {
        rig.count(rig.forms.unproven("ppwp", TWO, 2, 2, 2, 3));
        rig.desks.until(
            "the newer form waits",
            ANI,
            "/api/held/ppwp/" + TWO,
            a -> a.body().getValue("proposal") == null);
      }
      JsonObject token = new JsonObject().put("token", preview.body().getString("token"));
      DeskServer.Answer done = rig.desks.post(who, "/api/decisions/bulk", token);
      assertEquals(
          who.equals(ANI)
              ? new JsonObject().put("proposed", 3)
              : new JsonObject().put("counted", 2).put("moved", 1),
          done.body().getJsonObject("outcomes"));
      assertEquals("409 no-preview", problem(rig.desks.post(who, "/api/decisions/bulk", token)));
    }
    Waiting.until(
        "two are counted", () -> rig.figures("ppwp", "0").equals(List.of(5L, 5L, 5L, 2L, 1L)));
  }

  @Test
  void withheldStation_operatorsSeeItsFiguresAndDecide_thePublicDoesNot() {
    rig.count(rig.forms.unproven("ppwp", ONE, 1, 5, 6, 7));
    rig.waitForQueue(ONE);
    List<List<Long>> before = rig.ancestors("ppwp", ONE);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Act act =
        new Act(
            "a-0011223344556677",
            Act.Kind.WITHHOLD,
            "ppwp",
            ONE,
            "KPU",
            Map.of("id", "diperiksa", "en", "under review"),
            now,
            now.plus(1, ChronoUnit.DAYS),
            "ani",
            null);
    Waiting.get(rig.acts.append(act));
    Waiting.until(
        "the public sees no figures",
        () -> rig.shown("ppwp", ONE).getString("status").equals("withheld"));
    assertFalse(rig.shown("ppwp", ONE).encode().contains("votes"));

    JsonObject seen = rig.desks.get(ANI, "/api/held/ppwp/" + ONE).body().getJsonObject("station");
    assertEquals("held", seen.getString("status"));
    assertEquals("KPU", seen.getJsonObject("withheld").getString("office"));
    JsonObject held = seen.getJsonArray("revisions").getJsonObject(0);
    assertEquals(3, held.getJsonObject("votes").size());
    assertEquals("T00", held.getJsonArray("findings").getJsonObject(0).getString("code"));
    assertEquals(held.getValue("votes"), seen.getJsonObject("current").getValue("votes"));
    JsonObject life = rig.desks.get(ANI, "/api/life/ppwp/" + ONE).body();
    assertEquals(
        held.getValue("findings"),
        life.getJsonArray("revisions").getJsonObject(0).getValue("findings"));

    assertEquals(202, rig.decide(ANI, ONE, 1, "confirm").status());
    assertEquals(200, rig.decide(BUDI, ONE, 1, "confirm").status());
    List<List<Long>> wanted = with(before, 5, 6, 7);
    Waiting.until("every ancestor above moved", () -> rig.ancestors("ppwp", ONE).equals(wanted));
    assertFalse(rig.shown("ppwp", ONE).encode().contains("votes"));
  }

  @Test
  void roles_areAskedFor() {
    assertEquals("403 role", problem(rig.desks.get("eka:decide", "/api/held")));
    assertEquals("403 role", problem(rig.desks.get("eka:decide", "/api/life/ppwp/" + ONE)));
    assertEquals("403 role", problem(rig.decide("eka:watch,supervise", ONE, 1, "confirm")));
    assertEquals("404 unknown-station", problem(rig.decide(ANI, "77", 1, "confirm")));
    assertEquals("409 moved", problem(rig.decide(ANI, ONE, 1, "confirm")));
  }

  @Test
  void country_andLife_showWhatCame() {
    rig.count(rig.forms.unproven("ppwp", ONE, 1, 5, 6, 7));
    rig.count(rig.forms.sound("ppwp", THREE, 1, Method.MACHINE, 1, 2, 3));
    rig.waitForQueue(ONE);
    JsonObject north =
        rig.desks
            .get(ANI, "/api/country?contest=ppwp")
            .body()
            .getJsonArray("provinces")
            .getJsonObject(0);
    assertEquals("01", north.getString("code"));
    assertEquals(1, north.getInteger("counted"));
    assertEquals(1, north.getInteger("held"));
    JsonObject life = rig.desks.get(ANI, "/api/life/ppwp/" + ONE).body();
    assertEquals(1, life.getJsonArray("revisions").size());
    Waiting.until(
        "the screens are told",
        () -> {
          synchronized (rig.told) {
            return rig.told.stream().anyMatch(m -> m.getJsonArray("rows").size() >= 3);
          }
        });
  }
}
