package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Position;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} with a Redis of somebody else's, and what it keeps with its own. */
final class OutsideRedisIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void serve_onAnOutsideRedis_countsThereAndFindsItAgain() throws Exception {
    Path csv = RealForms.csv(folder, "65");
    List<String> forms = RealForms.json(csv);
    Totals expected = Recount.of(folder, csv);
    try (RedisProcess redis = RedisProcess.start(folder.resolve("redis"), "--appendonly", "yes");
        NodeProcess node =
            NodeProcess.on(folder.resolve("node")).patient().with("--redis", redis.uri())) {
      Sender sender = sender(node);
      assertEquals(Set.of("counted", "held"), sender.all(forms));
      expected.awaitAt(node.api());
      Position before = node.api().position();
      assertTrue(!Files.exists(node.data().resolve("redis")), "it started one of its own too");
      assertTrue(!redis.talk("EXISTS {pemilu-2024:65}log").equals("0"), "nothing is there");

      node.stop();
      assertEquals("PONG", redis.talk("PING"));
      node.start();
      expected.awaitAt(node.api());
      assertEquals(before, node.api().position());
    }
  }

  @Test
  void serve_withItsOwnRedis_keepsItsDataOverARestart() throws Exception {
    Path csv = RealForms.csv(folder, "65");
    Totals expected = Recount.of(folder, csv);
    try (NodeProcess node = NodeProcess.on(folder.resolve("node")).patient()) {
      Sender sender = sender(node);
      sender.all(RealForms.json(csv));
      expected.awaitAt(node.api());
      Position before = node.api().position();
      long redis = node.redisPid();
      node.stop();
      assertTrue(ProcessHandle.of(redis).isEmpty(), "its Redis is left behind");

      node.start();
      expected.awaitAt(node.api());
      Position after = node.api().position();
      assertEquals(before.revision(), after.revision());
      assertTrue(after.compareTo(before) >= 0, before + " → " + after);
      assertTrue(!node.log().contains("refilled"), node::log);
    }
  }

  @Test
  void serve_onARedisThatEvicts_isRefusedWithOneSentence() throws Exception {
    try (RedisProcess redis =
        RedisProcess.start(
            folder.resolve("redis"), "--maxmemory", "64mb", "--maxmemory-policy", "allkeys-lru")) {
      Verb.Ended ended =
          Verb.run(
              folder,
              "serve",
              "--data",
              folder.resolve("node").toString(),
              "--port",
              "0",
              "--management-port",
              "0",
              "--redis",
              redis.uri());
      assertEquals(1, ended.exit(), ended::toString);
      assertEquals("", ended.out());
      List<String> said = ended.err().lines().filter(line -> line.contains("evicts")).toList();
      assertTrue(
          said.contains(
              "the node does not start: this Redis evicts (maxmemory-policy allkeys-lru): counts"
                  + " need noeviction"),
          ended::toString);
      assertTrue(!ended.err().contains("\tat "), ended::toString);
    }
  }

  @Test
  void serve_onDataOfARunningNode_isRefusedWithOneSentence() throws Exception {
    try (NodeProcess node = NodeProcess.on(folder.resolve("node")).with("--election", "contoh")) {
      node.start();
      Verb.Ended ended = Verb.run(folder, "serve", "--data", node.data().toString(), "--port", "0");
      assertEquals(1, ended.exit(), ended::toString);
      assertTrue(ended.err().contains("another node is running on"), ended::toString);
      assertTrue(node.isReady(), "the second start hurt the first");
    }
  }

  private static Sender sender(NodeProcess node) throws Exception {
    String key = node.key();
    return new Sender(node.start().url(), key);
  }
}
