package id.pantau.command.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.command.DeskServer;
import id.pantau.command.MemoryTrail;
import id.pantau.command.submitters.SubmittersDesk;
import id.pantau.count.CountRig;
import id.pantau.count.Waiting;
import id.pantau.intake.KeyFile;
import id.pantau.intake.Keys;
import id.pantau.model.Election;
import id.pantau.platform.ActsVerticle;
import id.pantau.platform.Submitters;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acts and submitters as operators do them, on two nodes with a real Redis between them. */
final class ActsDeskIT {
  private static final String SITA = "sita:watch,supervise";
  private static final String BUDI = "budi:watch";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T08:00:00Z"));
  private static CountRig rig;
  private static Election election;
  private static MemoryTrail trail;
  private static Keys here;
  private static Keys there;
  private static DeskServer desks;

  @BeforeAll
  static void startTwoNodes(@TempDir Path folder) throws Exception {
    rig = new CountRig(folder);
    election = CountRig.election("acts");
    trail = new MemoryTrail();
    ActsVerticle mine = acts("a", true);
    here = keys("a", mine);
    there = keys("b", acts("b", false));
    desks =
        new DeskServer(
            rig.vertx(),
            List.of(
                new ActsDesk(election, mine, trail, CLOCK),
                new SubmittersDesk(here.submitters(), mine, trail, CLOCK)));
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  private static ActsVerticle acts(String node, boolean file) {
    ActsVerticle acts =
        new ActsVerticle(
            rig.settings().withNode(rig.settings().node().withData(rig.data(node).toString())),
            election.id(),
            file,
            CLOCK);
    Waiting.get(rig.vertx().deployVerticle(acts));
    return acts;
  }

  private static Keys keys(String node, ActsVerticle acts) throws Exception {
    Files.createDirectories(rig.data(node));
    Keys keys = new Keys(new KeyFile(rig.data(node), CLOCK));
    keys.follow(rig.vertx(), acts);
    return keys;
  }

  private static JsonObject notice() {
    return new JsonObject()
        .put("kind", "notice")
        .put("contest", null)
        .put("place", "0102")
        .put("office", "KPU")
        .put("reason", new JsonObject().put("id", "banjir").put("en", "flood"))
        .put("until", "2026-11-22T08:00:00Z");
  }

  private static void refused(int status, String code, JsonObject body) {
    int before = trail.acts().size();
    DeskServer.Answer answer = desks.post(SITA, "/api/acts", body);
    assertEquals(status, answer.status(), answer.body()::encode);
    assertEquals(code, answer.body().getString("title"));
    assertEquals(before, trail.acts().size());
  }

  @Test
  void acts_impossibleOnes_areRefusedAndLeaveNothing() {
    refused(422, "unknown-place", notice().put("place", "77"));
    refused(422, "unknown-contest", notice().put("contest", "nope"));
    refused(422, "past", notice().put("until", "2026-11-21T08:00:00Z"));
    refused(422, "too-far", notice().put("until", "2026-12-22T08:00:00Z"));
    refused(422, "empty", notice().put("office", " "));
    refused(422, "empty", notice().put("reason", new JsonObject().put("id", "").put("en", "x")));
    refused(400, "malformed", notice().put("until", "tomorrow"));
    refused(400, "malformed", notice().put("kind", "end"));
    refused(400, "malformed", notice().put("reason", "flood"));
    assertEquals(404, desks.delete(SITA, "/api/acts/a-none").status());
    assertEquals(403, desks.post(BUDI, "/api/acts", notice()).status());
  }

  @Test
  void acts_doneAndEnded_areListedAndInTheTrail() {
    DeskServer.Answer done = desks.post(SITA, "/api/acts", notice());
    assertEquals(201, done.status(), done.body()::encode);
    String id = done.body().getString("id");
    assertTrue(trail.acts().contains("sita notice"));
    assertEquals(204, desks.delete(SITA, "/api/acts/" + id).status());
    assertEquals(409, desks.delete(SITA, "/api/acts/" + id).status());
    assertTrue(trail.acts().contains("sita notice-ended"));
    JsonObject row =
        desks.get(BUDI, "/api/acts").body().getJsonArray("acts").stream()
            .map(JsonObject.class::cast)
            .filter(each -> each.getString("id").equals(id))
            .findFirst()
            .orElseThrow();
    assertEquals("2026-11-21T08:00:00Z", row.getString("ended"));
  }

  @Test
  void submitters_keyMadeAndRevokedHere_speaksAndStopsThere() {
    JsonObject wish =
        new JsonObject()
            .put("label", "Desa")
            .put("areas", new JsonArray().add("01"))
            .put("methods", new JsonArray().add("machine"));
    JsonObject made = desks.post(SITA, "/api/submitters", wish).body();
    String id = made.getString("id");
    assertNotNull(made.getString("key"));
    Waiting.until("the key is known there", () -> revoked(there, id).equals("open"));
    assertEquals("open", revoked(here, id));
    JsonObject turned =
        desks.post(SITA, "/api/submitters/" + id + "/rotate", new JsonObject()).body();
    assertTrue(!turned.getString("key").equals(made.getString("key")));
    assertEquals(204, desks.delete(SITA, "/api/submitters/" + id).status());
    assertEquals("revoked", revoked(here, id));
    Waiting.until("the key is dead there", () -> revoked(there, id).equals("revoked"));
    Waiting.until("the file there says so", () -> file("b").contains("\"revoked\""));
    assertTrue(!file("a").contains(made.getString("key")));
    assertEquals(409, desks.delete(SITA, "/api/submitters/" + id).status());
    assertEquals(404, desks.delete(SITA, "/api/submitters/s-none").status());
    assertEquals(
        422,
        desks
            .post(SITA, "/api/submitters", wish.copy().put("areas", new JsonArray().add("x")))
            .status());
    assertTrue(trail.acts().contains("sita submitter-revoked"));
  }

  private static String revoked(Keys keys, String id) {
    for (Submitters.Row row : keys.submitters().all()) {
      if (row.id().equals(id)) {
        return row.revoked() == null ? "open" : "revoked";
      }
    }
    return "unknown";
  }

  private static String file(String node) {
    try {
      return Files.readString(rig.data(node).resolve("keys.json"));
    } catch (java.io.IOException e) {
      return "";
    }
  }
}
