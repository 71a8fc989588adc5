package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F2: {@code kill -9} of the node's own Redis in mid-count. The node starts it again and gives it
 * what it lost; readers keep seeing the last numbers all the while.
 */
final class KillRedisIT {
  private static final int KILLS = 3;

  @TempDir private Path folder = Path.of("");

  @Test
  void killRedis_inMidReplay_readersSeeNoGapAndTotalsAreExact() throws Exception {
    Path forms = RealForms.csv(folder, "51", "65");
    int all = RealForms.json(forms).size();
    try (NodeProcess node = NodeProcess.on(folder.resolve("node"))) {
      String key = node.key();
      node.start();
      try (Watch watch = Watch.strict(node.api());
          Viewer viewer = Viewer.watch(node.port(), "ppwp/0", "ppwp/51", "ppwp/0/children");
          Verb replay = replay(forms, node, key)) {
        for (int kill = 1; kill <= KILLS; kill++) {
          int enough = kill * all / (KILLS + 1);
          Await.until("forms are shown", () -> node.api().stations() > enough);
          assertTrue(replay.isRunning(), "the replay was over before the kill");
          killOwnRedis(node);
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
        Await.until("the viewer is told of every form", () -> viewer.stations() == all);
        viewer.assertNothingWrong();
        assertEquals(node.api().position(), Api.position(node.api().results("0")));
        assertEquals(KILLS, node.log().split("starting it again", -1).length - 1, node::log);
      }
    }
  }

  /** Nothing of Redis' file is left either: the journal alone keeps the promise. */
  @Test
  void killNodeAndRedisAtOnce_underLoadAndNothingOfRedisIsLeft_acknowledgedFormsAreThere()
      throws Exception {
    Path csv = RealForms.csv(folder, "51");
    List<String> forms = RealForms.json(csv);
    try (NodeProcess node = NodeProcess.on(folder.resolve("node"))) {
      String key = node.key();
      node.start();
      Sender sender = new Sender(node.url(), key);
      List<String> acknowledged;
      try (Load load = Load.start(sender, forms, 50, 8)) {
        Await.until("some are acknowledged", () -> load.acknowledgedSoFar() > forms.size() / 3);
        Signal.KILL.to(node.redisPid());
        node.kill();
        acknowledged = load.join();
        TornAofIT.removeAll(node.data().resolve("redis").resolve("appendonlydir"));
      }
      assertTrue(acknowledged.size() < forms.size(), "the load was over before the kill");
      node.start();

      assertTrue(node.api().stations() >= acknowledged.size(), "fewer than were acknowledged");
      assertEquals(Set.of("duplicate"), sender.all(acknowledged));
      sender.all(forms);
      Recount.of(folder, csv).awaitAt(node.api());
    }
  }

  /** Kills it and waits until the node has started another. */
  private static void killOwnRedis(NodeProcess node) throws IOException {
    long before = node.redisPid();
    Signal.KILL.to(before);
    Await.until("another Redis is there", () -> node.redisPid() != before);
    assertNotEquals(before, node.redisPid());
    Await.until("the node is ready again", node::isReady);
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
