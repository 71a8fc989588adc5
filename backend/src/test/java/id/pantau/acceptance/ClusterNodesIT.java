package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two whole nodes on a real Redis Cluster: real forms of three provinces, each of another primary,
 * through the intake of both, against the independent recount.
 */
final class ClusterNodesIT {
  private static final String[] PROVINCES = {"65", "91", "93"};

  @TempDir private Path folder = Path.of("");

  @Test
  void serve_twoNodesOnACluster_totalsAreThoseOfTheRecountOnBoth() throws Exception {
    Path csv = RealForms.csv(folder, PROVINCES);
    List<String> forms = RealForms.json(csv);
    Totals expected = Recount.of(folder, csv);
    try (RedisCluster cluster = RedisCluster.start(folder);
        NodeProcess a = node("a", cluster);
        NodeProcess b = node("b", cluster)) {
      Sender toA = sender(a);
      Sender toB = sender(b);
      int half = forms.size() / 2;
      ExecutorService other = Executors.newSingleThreadExecutor();
      try {
        Future<Set<String>> first = other.submit(() -> toA.all(forms.subList(0, half)));
        assertEquals(Set.of("counted", "held"), toB.all(forms.subList(half, forms.size())));
        assertEquals(Set.of("counted", "held"), first.get());
      } finally {
        other.shutdownNow();
      }
      expected.awaitAt(a.api());
      expected.awaitAt(b.api());
      assertEquals(a.api().results("0"), b.api().results("0"));
      for (int i = 0; i < cluster.size(); i++) {
        String has = cluster.talk(i, "EXISTS {pemilu-2024:" + provinceOf(cluster, i) + "}log");
        assertEquals("1", has, "primary " + i);
      }
      assertTrue(!a.log().contains("refilled"), a::log);

      // What a has only heard of becomes its own; then a starts again, and reads it from three.
      assertEquals(Set.of("duplicate"), toA.all(forms.subList(half, forms.size())));
      a.stop();
      a.start();
      expected.awaitAt(a.api());
      assertTrue(!a.log().contains("refilled"), a::log);
    }
  }

  @Test
  void serve_onOneServerOfAClusterAsIfItWereAlone_isRefusedWithOneSentence() throws Exception {
    try (RedisCluster cluster = RedisCluster.start(folder)) {
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
              cluster.server(0).uri());
      assertEquals(1, ended.exit(), ended::toString);
      assertTrue(
          ended
              .err()
              .contains(
                  "the node does not start: this Redis is one of a Cluster: its address is"
                      + " redis-cluster://host:port,"),
          ended::toString);
      assertTrue(!ended.err().contains("\tat "), ended::toString);
    }
  }

  private static String provinceOf(RedisCluster cluster, int primary) throws Exception {
    for (String province : PROVINCES) {
      if (cluster.home(cluster.slot("{pemilu-2024:" + province + "}log")) == primary) {
        return province;
      }
    }
    throw new AssertionError("no province is on primary " + primary);
  }

  private NodeProcess node(String name, RedisCluster cluster) {
    return NodeProcess.on(folder.resolve(name)).patient().with("--redis", cluster.uri());
  }

  private static Sender sender(NodeProcess node) throws Exception {
    String key = node.key();
    Sender sender = new Sender(node.start().url(), key);
    assertNotEquals("", key);
    return sender;
  }
}
