package id.pantau.command.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditTrailTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private final Vertx vertx = Vertx.vertx();
  private final Path folder;

  AuditTrailTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void write_entriesOfTwoStarts_areOneChain() throws IOException {
    fill(3);
    fill(2);
    List<String> lines = lines();
    assertEquals(5, lines.size());
    String prev = TrailLine.START;
    for (int i = 0; i < lines.size(); i++) {
      TrailLine line = TrailLine.read(lines.get(i));
      assertNotNull(line);
      assertEquals(i + 1, line.seq());
      assertEquals(prev, line.prev());
      prev = line.hash();
    }
  }

  @Test
  void write_nobodyElse_mayReadTheFile() throws IOException {
    fill(1);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path())));
  }

  @Test
  void open_entryWasChanged_saysWhereAndGoesOn() throws IOException {
    fill(4);
    Files.writeString(path(), Files.readString(path()).replace("act 2", "act 9"));
    fill(1);
    assertSaysBrokenAt(2);
  }

  @Test
  void open_entryWasRemoved_saysWhereAndGoesOn() throws IOException {
    fill(4);
    List<String> lines = new ArrayList<>(lines());
    lines.remove(1);
    Files.writeString(path(), String.join("\n", lines) + "\n");
    fill(1);
    assertSaysBrokenAt(2);
  }

  @Test
  void open_tornLastLine_isKeptAside() throws IOException {
    fill(2);
    Files.writeString(path(), "{\"seq\":3,\"at", StandardOpenOption.APPEND);
    fill(1);
    List<String> lines = lines();
    assertEquals(4, lines.size());
    JsonObject torn = new JsonObject(lines.get(2));
    assertEquals("trail-torn", torn.getString("what"));
    String aside = torn.getJsonObject("details").getString("file");
    assertEquals("{\"seq\":3,\"at", Files.readString(folder.resolve(aside)));
    assertNotNull(TrailLine.read(lines.get(3)));
  }

  @Test
  void page_newestFirst_leadsToTheOldest() throws IOException {
    fill(5);
    try (AuditTrail trail = AuditTrail.open(vertx, folder, CLOCK)) {
      AuditTrail.Page first = trail.page(2, Integer.MAX_VALUE);
      assertEquals(List.of(5, 4), seqs(first));
      AuditTrail.Page second = trail.page(2, first.next());
      assertEquals(List.of(3, 2), seqs(second));
      AuditTrail.Page third = trail.page(2, second.next());
      assertEquals(List.of(1), seqs(third));
      assertEquals(0, third.next());
    }
  }

  @Test
  void write_afterTheEnd_fails() throws IOException {
    AuditTrail trail = AuditTrail.open(vertx, folder, CLOCK);
    trail.close();
    assertTrue(trail.write("budi", "act", "", new JsonObject()).failed());
  }

  private void assertSaysBrokenAt(int line) throws IOException {
    List<JsonObject> said =
        lines().stream()
            .map(JsonObject::new)
            .filter(entry -> entry.getString("what").equals("trail-broken"))
            .toList();
    assertEquals(1, said.size());
    assertEquals(line, said.get(0).getJsonObject("details").getInteger("line"));
    String last = lines().get(lines().size() - 1);
    assertNotEquals(null, TrailLine.read(last));
  }

  private void fill(int acts) throws IOException {
    try (AuditTrail trail = AuditTrail.open(vertx, folder, CLOCK)) {
      List<Future<Void>> written = new ArrayList<>();
      for (int i = 1; i <= acts; i++) {
        written.add(trail.write("budi", "act " + i, "31", new JsonObject().put("n", i)));
      }
      await(Future.all(written));
    }
  }

  private static List<Integer> seqs(AuditTrail.Page page) {
    return page.lines().stream().map(line -> new JsonObject(line).getInteger("seq")).toList();
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(path());
  }

  private Path path() {
    return folder.resolve("audit.ndjson");
  }

  private static void await(Future<?> future) {
    future.toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
