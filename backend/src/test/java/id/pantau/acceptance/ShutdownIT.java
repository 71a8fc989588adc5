package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F44: SIGTERM under load ends the node in time and loses nothing it had acknowledged. */
final class ShutdownIT {
  /** The contract, not a hope: an operator's supervisor kills after it. */
  private static final Duration OUT = Duration.ofSeconds(25);

  @TempDir private Path folder = Path.of("");

  @Test
  void sigterm_underLoad_endsInTimeAndEveryAcknowledgedFormIsThere() throws Exception {
    Path csv = RealForms.csv(folder, "51");
    List<String> forms = RealForms.json(csv);
    try (NodeProcess node = NodeProcess.on(folder.resolve("node"))) {
      String key = node.key();
      Sender sender = new Sender(node.start().url(), key);
      List<String> acknowledged;
      try (Load load = Load.start(sender, forms, 50, 8);
          Viewer viewer = Viewer.watch(node.port(), "ppwp/0")) {
        Await.until("some are acknowledged", () -> load.acknowledgedSoFar() > forms.size() / 3);
        Await.until("the viewer sees some", () -> viewer.stations() > 0);
        assertTrue(node.terminate(OUT), () -> "it does not end: " + node.log());
        acknowledged = load.join();
        Await.until("the viewer was told to move", () -> viewer.closedWith() == 1001);
      }
      assertTrue(acknowledged.size() < forms.size(), "the load was over before the signal");
      assertTrue(!node.log().contains("did not stop in order"), node::log);
      node.start();

      assertTrue(!node.log().contains("refilled"), node::log);
      assertTrue(node.api().stations() >= acknowledged.size(), "fewer than were acknowledged");
      assertEquals(Set.of("duplicate"), sender.all(acknowledged));
      sender.all(forms);
      Recount.of(folder, csv).awaitAt(node.api());
    }
  }

  /** Nobody answers any more whom the node would wait for. */
  @Test
  void sigterm_whileRedisStandsStill_endsInTimeToo() throws Exception {
    Path csv = RealForms.csv(folder, "65");
    List<String> forms = RealForms.json(csv);
    try (NodeProcess node = NodeProcess.on(folder.resolve("node"))) {
      String key = node.key();
      Sender sender = new Sender(node.start().url(), key);
      sender.all(forms);
      Signal.STOP.to(node.redisPid());
      try (Load load = Load.start(sender, forms, 50, 4)) {
        assertTrue(node.terminate(OUT), () -> "it does not end: " + node.log());
        load.join();
      }
      node.start();
      Recount.of(folder, csv).awaitAt(node.api());
    }
  }
}
