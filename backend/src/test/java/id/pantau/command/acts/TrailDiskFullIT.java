package id.pantau.command.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.pantau.command.DeskServer;
import id.pantau.command.submitters.SubmittersDesk;
import id.pantau.command.trail.AuditTrail;
import id.pantau.count.CountRig;
import id.pantau.count.Waiting;
import id.pantau.intake.KeyFile;
import id.pantau.intake.Keys;
import id.pantau.model.Election;
import id.pantau.platform.ActsVerticle;
import id.pantau.platform.RedisKeys;
import id.pantau.platform.SmallDisk;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full disk under the audit trail: what cannot be written down does not happen. */
final class TrailDiskFullIT {
  private static final String SITA = "sita:watch,supervise";
  private static final Election ELECTION = CountRig.election("full");

  private CountRig rig;
  private SmallDisk disk;

  @BeforeEach
  void start(@TempDir Path folder, @TempDir Path small) throws Exception {
    rig = new CountRig(folder);
    disk = new SmallDisk(small, 64);
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
    disk.unmount();
  }

  @Test
  void act_diskFull_isRefusedAndChangesNothing_andGoesOnceThereIsRoom_needsRootToMount()
      throws Exception {
    assumeTrue(disk.isMounted(), "only root may mount a tmpfs");
    InstantSource clock = InstantSource.system();
    Path data = rig.data("a");
    Files.createDirectories(data);
    ActsVerticle acts =
        new ActsVerticle(
            rig.settings().withNode(rig.settings().node().withData(data.toString())),
            ELECTION.id(),
            true,
            clock);
    Waiting.get(rig.vertx().deployVerticle(acts));
    Keys keys = new Keys(new KeyFile(data, clock));
    keys.follow(rig.vertx(), acts);
    try (AuditTrail trail = AuditTrail.open(rig.vertx(), disk.path(), clock)) {
      DeskServer desks =
          new DeskServer(
              rig.vertx(),
              List.of(
                  new ActsDesk(ELECTION, acts, trail, clock),
                  new SubmittersDesk(keys.submitters(), acts, trail, clock)));
      assertEquals(201, desks.post(SITA, "/api/acts", notice("0101")).status());
      String id = acts.all().get(0).act().id();
      Waiting.until("it is in Redis", () -> inRedis() == 1);
      Path file = disk.path().resolve("audit.ndjson");
      disk.fill();
      // The last page of the file still has room for a line or two.
      int more = 0;
      while (more < 100 && isWritten(trail)) {
        more++;
      }
      assertTrue(more < 100, "the disk never filled");
      int done = acts.all().size();
      String written = Files.readString(file);
      assertEquals("503 no-trail", problem(desks.post(SITA, "/api/acts", notice("0102"))));
      assertNotNull(trail.trouble());
      assertEquals("503 no-trail", problem(desks.delete(SITA, "/api/acts/" + id)));
      JsonObject key =
          new JsonObject()
              .put("label", "Desa")
              .put("areas", new JsonArray().add("01"))
              .put("methods", new JsonArray().add("machine"));
      assertEquals("503 no-trail", problem(desks.post(SITA, "/api/submitters", key)));
      assertEquals(done, acts.all().size());
      assertNull(acts.all().get(0).ended());
      assertEquals(List.of(), keys.submitters().all());
      assertEquals(done, Files.readAllLines(data.resolve("acts.ndjson")).size());
      assertEquals(written, Files.readString(file));
      Waiting.until("Redis has no more than was done", () -> inRedis() == done);

      disk.free();
      assertEquals(204, desks.delete(SITA, "/api/acts/" + id).status());
      assertNull(trail.trouble());
      assertNotNull(acts.all().get(0).ended());
    }
    try (AuditTrail again = AuditTrail.open(rig.vertx(), disk.path(), clock)) {
      assertNull(again.trouble());
    }
  }

  /** The shortest line there can be: where it finds no room, none does. */
  private static boolean isWritten(AuditTrail trail) {
    Future<Void> line = trail.write("x", "x", "", new JsonObject());
    Waiting.until("it was tried", line::isComplete);
    return line.succeeded();
  }

  private static String problem(DeskServer.Answer answer) {
    return answer.status() + " " + answer.body().getString("title");
  }

  private int inRedis() {
    return rig.ask(Command.XLEN, new RedisKeys(ELECTION.id()).acts()).toInteger();
  }

  private static JsonObject notice(String place) {
    return new JsonObject()
        .put("kind", "notice")
        .put("contest", null)
        .put("place", place)
        .put("office", "KPU")
        .put("reason", new JsonObject().put("id", "banjir").put("en", "flood"))
        .put("until", Instant.now().plus(1, ChronoUnit.DAYS).toString());
  }
}
