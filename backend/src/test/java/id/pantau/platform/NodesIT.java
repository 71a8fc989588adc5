package id.pantau.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.count.CountRig;
import id.pantau.count.Waiting;
import id.pantau.platform.NodesVerticle.Pace;
import io.vertx.redis.client.Command;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that speak of themselves through a real Redis. */
class NodesIT {
  private static final String KEY = new RedisKeys("nodes").nodes();

  /** Old words are never gone within a test that does not wait for it. */
  private static final Pace QUICK = new Pace(50, 500, 60_000, 300_000);

  private final CountRig rig;
  private final Map<String, String> deployed = new HashMap<>();

  NodesIT(@TempDir Path folder) {
    this.rig = new CountRig(folder);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private NodesVerticle node(String name, Pace pace, Health health) {
    Settings settings = rig.settings().withNode(rig.settings().node().withName(name));
    NodesVerticle node = new NodesVerticle(settings, "nodes", health, InstantSource.system(), pace);
    deployed.put(name, Waiting.get(rig.vertx().deployVerticle(node)));
    return node;
  }

  private static List<String> names(Nodes nodes) {
    return nodes.all().stream().map(row -> row.node() + (row.stale() ? " stale" : "")).toList();
  }

  private static void until(Nodes nodes, String... wanted) {
    Waiting.until("the nodes are " + List.of(wanted), () -> names(nodes).equals(List.of(wanted)));
  }

  /** What a node left that was killed: a word that nobody renews. */
  private void leave(String id, String text) {
    rig.ask(Command.HSET, KEY, id, text);
  }

  private static String word(String name) {
    return "{\"node\":\"%s\",\"roles\":[\"count\"],\"at\":\"2024-02-14T10:00:00Z\",".formatted(name)
        + "\"uptimeSeconds\":5,\"health\":[]}";
  }

  @Test
  void twoNodes_hearEachOtherAndTheirHealth_andOneThatStopsGoes() {
    Health sick = new Health();
    sick.register("count", () -> Health.State.red("not: Redis holds it. " + "x".repeat(500)));
    NodesVerticle a = node("a", QUICK, new Health());
    NodesVerticle b = node("b", QUICK, sick);
    until(a, "a", "b");
    until(b, "a", "b");
    Waiting.until("a hears of b's check", () -> !a.all().get(1).health().isEmpty());
    Nodes.Row seen = a.all().get(1);
    assertFalse(seen.self());
    assertTrue(a.all().get(0).self());
    assertFalse(seen.health().get(0).green());
    assertEquals(200, seen.health().get(0).detail().length());
    assertEquals(rig.settings().node().roleList(), seen.roles());
    assertTrue(rig.ask(Command.PTTL, KEY).toLong() > 0, "the hash does not expire");
    Waiting.get(rig.vertx().undeploy(deployed.get("b")));
    until(a, "a");
  }

  @Test
  void silentNode_isStale_thenGoesFromRedisToo() {
    leave("dead", word("dead"));
    NodesVerticle a = node("a", new Pace(50, 300, 1_500, 300_000), new Health());
    until(a, "a", "dead");
    until(a, "a", "dead stale");
    until(a, "a");
    Waiting.until("it is out of Redis", () -> rig.ask(Command.HLEN, KEY).toInteger() == 1);
  }

  @Test
  void redisThatLosesAll_isToldAgain() {
    NodesVerticle a = node("a", QUICK, new Health());
    node("b", QUICK, new Health());
    until(a, "a", "b");
    rig.flush();
    Waiting.until("both spoke again", () -> rig.ask(Command.HLEN, KEY).toInteger() == 2);
    until(a, "a", "b");
  }

  @Test
  void redisThatStandsStill_makesTheOthersStale_neverThisOne() {
    NodesVerticle a = node("a", QUICK, new Health());
    node("b", QUICK, new Health());
    until(a, "a", "b");
    rig.signal("-STOP");
    try {
      until(a, "a", "b stale");
    } finally {
      rig.signal("-CONT");
    }
    until(a, "a", "b");
  }

  @Test
  void moreThanTheLimit_orNonsense_areNotShown() {
    leave("odd", "{\"node\":7}");
    leave("broken", "no json");
    leave("long", word("x".repeat(9_000)));
    for (int i = 0; i < 240; i++) {
      leave("n" + i, word("m" + i));
    }
    NodesVerticle a = node("a", QUICK, new Health());
    Waiting.until("some were heard", () -> a.all().size() > 1);
    assertTrue(a.all().size() <= 200, () -> a.all().size() + " nodes");
    assertTrue(a.all().stream().anyMatch(Nodes.Row::self));
    assertTrue(a.all().stream().noneMatch(row -> row.node().startsWith("x")));
  }
}
