package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A real Redis Cluster of three primaries, each with a third of the slots, put together by hand as
 * {@code redis-cli --cluster create} would do it.
 */
final class RedisCluster implements AutoCloseable {
  private static final int SLOTS = 16_384;

  /** A busy machine must not look like a primary that is gone. */
  private static final int QUIET_MILLIS = 15_000;

  private final Path folder;
  private final int silentMillis;
  private final List<RedisProcess> servers = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();

  private RedisCluster(Path folder, int silentMillis) {
    this.folder = folder;
    this.silentMillis = silentMillis;
  }

  static RedisCluster start(Path folder) throws Exception {
    return start(folder, QUIET_MILLIS);
  }

  /**
   * @param silentMillis after so much silence a primary is taken for gone
   */
  static RedisCluster start(Path folder, int silentMillis) throws Exception {
    RedisCluster cluster = new RedisCluster(folder, silentMillis);
    for (int i = 0; i < 3; i++) {
      cluster.add();
    }
    for (int i = 0; i < 3; i++) {
      int from = SLOTS * i / 3;
      int to = SLOTS * (i + 1) / 3 - 1;
      assertEquals("OK", cluster.talk(i, "CLUSTER ADDSLOTSRANGE " + from + " " + to));
    }
    cluster.awaitWhole();
    return cluster;
  }

  /** Another server, which knows the first. */
  private int add() throws Exception {
    int bus = Ports.free();
    RedisProcess server =
        RedisProcess.start(
            folder.resolve("redis-" + servers.size()),
            "--cluster-enabled",
            "yes",
            "--cluster-port",
            Integer.toString(bus),
            "--cluster-node-timeout",
            Integer.toString(silentMillis),
            "--appendonly",
            "yes");
    int index = servers.size();
    servers.add(server);
    ids.add(server.talk("CLUSTER MYID"));
    if (index > 0) {
      String met = "CLUSTER MEET 127.0.0.1 " + server.port() + " " + bus;
      assertEquals("OK", talk(0, met));
    }
    return index;
  }

  /** Gives a primary a replica, which has all of it. */
  int addReplica(int primary) throws Exception {
    int replica = add();
    Await.until(
        "it knows its primary", () -> talk(replica, "CLUSTER NODES").contains(ids.get(primary)));
    assertEquals("OK", talk(replica, "CLUSTER REPLICATE " + ids.get(primary)));
    Await.until(
        "it follows", () -> talk(replica, "INFO replication").contains("master_link_status:up"));
    return replica;
  }

  private void awaitWhole() {
    for (RedisProcess server : servers) {
      Await.until(
          "all slots are served",
          () -> {
            String info = server.talk("CLUSTER INFO");
            return info.contains("cluster_state:ok")
                && info.contains("cluster_known_nodes:" + servers.size());
          });
    }
  }

  /** What a node is given: all servers, or one is enough. */
  String uri() {
    return servers.stream()
        .map(server -> "127.0.0.1:" + server.port())
        .collect(Collectors.joining(",", "redis-cluster://", ""));
  }

  int size() {
    return servers.size();
  }

  RedisProcess server(int index) {
    return servers.get(index);
  }

  String talk(int server, String command) throws IOException {
    return servers.get(server).talk(command);
  }

  /** The slot of a key. */
  int slot(String key) throws IOException {
    return Integer.parseInt(talk(0, "CLUSTER KEYSLOT " + key));
  }

  /** Which of the first three had that slot when the cluster was made. */
  int home(int slot) {
    for (int i = 0; i < 3; i++) {
      if (slot < SLOTS * (i + 1) / 3) {
        return i;
      }
    }
    throw new AssertionError(slot);
  }

  /**
   * Moves a slot key by key, as {@code redis-cli --cluster reshard} does it.
   *
   * @param betweenKeys runs when some of its keys are here and some there
   */
  void move(int slot, int from, int to, Runnable betweenKeys) throws IOException {
    assertEquals("OK", talk(to, "CLUSTER SETSLOT " + slot + " IMPORTING " + ids.get(from)));
    assertEquals("OK", talk(from, "CLUSTER SETSLOT " + slot + " MIGRATING " + ids.get(to)));
    boolean between = false;
    while (true) {
      List<String> keys =
          RedisTalk.list(servers.get(from).port(), "CLUSTER GETKEYSINSLOT " + slot + " 1");
      if (keys.isEmpty()) {
        break;
      }
      int port = servers.get(to).port();
      assertEquals("OK", talk(from, "MIGRATE 127.0.0.1 " + port + " " + keys.get(0) + " 0 5000"));
      if (!between) {
        between = true;
        betweenKeys.run();
      }
    }
    for (int server : new int[] {to, from}) {
      assertEquals("OK", talk(server, "CLUSTER SETSLOT " + slot + " NODE " + ids.get(to)));
    }
  }

  @Override
  public void close() {
    servers.forEach(RedisProcess::close);
  }
}
