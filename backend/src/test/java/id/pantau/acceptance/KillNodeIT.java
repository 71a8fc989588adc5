package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F1: {@code kill -9} of the node in mid-count loses no acknowledged form and counts none twice.
 */
final class KillNodeIT {
  private static final int KILLS = 3;

  @TempDir private Path folder = Path.of("");

  @Test
  void killNode_inMidReplay_theReplayGoesOnAndTotalsAreExact() throws Exception {
    Path forms = RealForms.csv(folder, "51", "65");
    int all = RealForms.json(forms).size();
    try (NodeProcess node = NodeProcess.on(folder.resolve("node"))) {
      String key = node.key();
      node.start();
      try (Watch watch = Watch.patient(node.api());
          Verb replay = replay(forms, node, key)) {
        for (int kill = 1; kill <= KILLS; kill++) {
          int enough = kill * all / (KILLS + 1);
          Await.until("forms are shown", () -> node.api().stations() > enough);
          assertTrue(replay.isRunning(), "the replay was over before the kill");
          node.kill();
          node.start();
        }
        Verb.Ended ended = replay.await(Duration.ofMinutes(3));
        assertEquals(0, ended.exit(), ended::toString);
        JsonNode said = ended.summary();
        assertEquals(all, said.path("sent").asInt(), ended::toString);
        for (String none : List.of("stale", "conflict", "refused")) {
          assertEquals(0, said.path(none).asInt(), ended::toString);
        }
        Recount.of(folder, forms).awaitAt(node.api());
        watch.end();
      }
    }
  }

  @Test
  void killNode_underLoad_everyAcknowledgedFormIsThereAfterTheRestart() throws Exception {
    Path csv = RealForms.csv(folder, "51");
    List<String> forms = RealForms.json(csv);
    try (NodeProcess node = NodeProcess.on(folder.resolve("node"))) {
      Sender sender = new Sender("", node.key());
      node.start();
      sender = new Sender(node.url(), sender.key());
      List<String> acknowledged;
      try (Load load = Load.start(sender, forms, 50, 8)) {
        Await.until("some are acknowledged", () -> load.acknowledgedSoFar() > forms.size() / 3);
        node.kill();
        acknowledged = load.join();
      }
      assertTrue(acknowledged.size() < forms.size(), "the load was over before the kill");
      node.start();

      assertTrue(node.api().stations() >= acknowledged.size(), "fewer than were acknowledged");
      assertEquals(Set.of("duplicate"), sender.all(acknowledged));
      Set<String> rest = sender.all(forms);
      assertTrue(Set.of("duplicate", "counted", "held").containsAll(rest), rest::toString);
      Recount.of(folder, csv).awaitAt(node.api());
    }
  }

  private Verb replay(Path forms, NodeProcess node, String key) throws Exception {
    return Verb.start(
        folder,
        "replay",
        forms.toString(),
        "--url",
        node.url(),
        "--key",
        key,
        "--rate",
        "1500",
        "--batch",
        "100");
  }
}
