package id.pantau.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.command.DeskServer;
import id.pantau.command.MemoryTrail;
import id.pantau.command.acts.ActsDesk;
import id.pantau.count.CountRig;
import id.pantau.count.Waiting;
import id.pantau.model.Act;
import id.pantau.model.Election;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acts where a real Redis loses everything, and where there are as many as may be. */
class ActsLossIT {
  private static final int ACTS_MAX = 10_000;
  private static final String SITA = "sita:watch,supervise";
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private final CountRig rig;
  private final Election election = CountRig.election("loss");

  ActsLossIT(@TempDir Path folder) {
    this.rig = new CountRig(folder);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private ActsVerticle acts(String node) {
    Settings.Node own = rig.settings().node().withData(rig.data(node).toString());
    ActsVerticle acts =
        new ActsVerticle(rig.settings().withNode(own), election.id(), true, InstantSource.system());
    Waiting.get(rig.vertx().deployVerticle(acts));
    return acts;
  }

  private Act act(Act.Kind kind, String id, String place) {
    boolean ofPlace = kind.ofPlace();
    return new Act(
        id,
        kind,
        null,
        place,
        ofPlace ? "KPU" : "",
        ofPlace ? Map.of("id", "diperiksa", "en", "under review") : Map.of(),
        now,
        ofPlace ? now.plus(1, ChronoUnit.DAYS) : null,
        "sita",
        null);
  }

  private static List<String> ids(ActsVerticle acts) {
    return acts.all().stream().map(entry -> entry.act().id()).sorted().toList();
  }

  private int inRedis() {
    return rig.ask(Command.XLEN, new RedisKeys(election.id()).acts()).toInteger();
  }

  /** Two nodes, an act done on each; both know both. */
  private List<ActsVerticle> two() {
    ActsVerticle a = acts("a");
    ActsVerticle b = acts("b");
    Waiting.get(a.append(act(Act.Kind.WITHHOLD, "a-1", "0101")));
    Waiting.get(b.append(act(Act.Kind.NOTICE, "b-1", "0102")));
    untilBoth(a, "a-1", "b-1");
    untilBoth(b, "a-1", "b-1");
    return List.of(a, b);
  }

  private static void untilBoth(ActsVerticle acts, String... wanted) {
    Waiting.until("all are known", () -> ids(acts).equals(List.of(wanted)));
  }

  @Test
  void flushAll_eachNodeGivesItsOwnBack_andNothingIsForgottenMeanwhile() {
    List<ActsVerticle> nodes = two();
    rig.flush();
    for (ActsVerticle each : nodes) {
      assertEquals(List.of("a-1", "b-1"), ids(each));
    }
    Waiting.until("both are in Redis again", () -> inRedis() == 2);
    ActsVerticle fresh = acts("c");
    untilBoth(fresh, "a-1", "b-1");
    Waiting.get(nodes.get(0).append(act(Act.Kind.END, "a-2", "a-1")));
    Waiting.until("the others hear the end", () -> ids(fresh).size() == 3);
    untilBoth(nodes.get(1), "a-1", "a-2", "b-1");
    assertEquals(3, inRedis());
  }

  @Test
  void anotherRunOfRedis_withNothingInIt_isGivenAllAgain() {
    List<ActsVerticle> nodes = two();
    String before = run();
    rig.restartEmpty();
    assertNotEquals(before, run());
    Waiting.until("both are in Redis again", () -> inRedis() == 2);
    ActsVerticle fresh = acts("c");
    untilBoth(fresh, "a-1", "b-1");
    assertEquals(List.of("a-1", "b-1"), ids(nodes.get(1)));
  }

  private String run() {
    return RedisLink.field(rig.ask(Command.INFO, "server").toString(), "run_id");
  }

  @Test
  void asManyAsMayBe_aNewOneIsRefused_butWhatIsInForceCanBeEnded() throws IOException {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < ACTS_MAX; i++) {
      file.append(ActJson.text(act(Act.Kind.NOTICE, "a-" + i, "0101"))).append('\n');
    }
    Files.createDirectories(rig.data("a"));
    Path kept = Files.writeString(rig.data("a").resolve("acts.ndjson"), file);
    ActsVerticle a = acts("a");
    assertEquals(ACTS_MAX, a.all().size());
    MemoryTrail trail = new MemoryTrail();
    DeskServer desks =
        new DeskServer(
            rig.vertx(), List.of(new ActsDesk(election, a, trail, InstantSource.system())));
    JsonObject wish =
        new JsonObject()
            .put("kind", "notice")
            .put("contest", null)
            .put("place", "0102")
            .put("office", "KPU")
            .put("reason", new JsonObject().put("id", "banjir").put("en", "flood"))
            .put("until", now.plus(2, ChronoUnit.DAYS).toString());
    DeskServer.Answer refused = desks.post(SITA, "/api/acts", wish);
    assertEquals(409, refused.status());
    assertEquals("full", refused.body().getString("title"));
    assertEquals(ACTS_MAX, a.all().size());
    assertEquals(ACTS_MAX, Files.readAllLines(kept).size());
    assertInstanceOf(Acts.Full.class, Waiting.failure(a.append(act(Act.Kind.WITHHOLD, "x", "01"))));

    assertEquals(204, desks.delete(SITA, "/api/acts/a-7").status());
    assertTrue(
        a.all().stream()
            .anyMatch(entry -> entry.act().id().equals("a-7") && entry.ended() != null));
    Waiting.until("all of them are in Redis", () -> inRedis() == ACTS_MAX + 1);
  }
}
