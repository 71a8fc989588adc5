package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.command.signin.OperatorFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The wall of one node shows every node: one that is killed, one that comes back, one that goes.
 */
final class WallNodesIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void wall_twoNodes_oneIsKilledAndComesBackAndGoesInOrder() throws Exception {
    try (RedisProcess redis = RedisProcess.start(folder.resolve("redis"), "--appendonly", "no");
        NodeProcess a = node("a", redis);
        NodeProcess b = node("b", redis).with("--redis", redis.uri(), "--roles", "board,api")) {
      OperatorFile.Credentials budi = Wall.watcher(a.data());
      a.start();
      b.start();
      try (Wall wall = Wall.open(a.command(), budi)) {
        Await.until("both are on the wall", () -> names(wall).equals(List.of("a", "b")));
        JsonNode other = node(wall, "b");
        assertEquals(Json.tree("[\"board\",\"api\"]"), other.path("roles"));
        assertFalse(other.path("self").asBoolean());
        assertTrue(node(wall, "a").path("self").asBoolean());
        Await.until("b is well", () -> isGreen(node(wall, "b")));
        assertEquals(2, wall.get("/api/path").path("nodes").size());

        b.kill();
        Await.until("b is stale", () -> names(wall).equals(List.of("a", "b stale")));
        b.start();
        Await.until("b is back", () -> names(wall).contains("b"));
        JsonNode fresh = node(wall, "b");
        assertNotEquals(other.path("id"), fresh.path("id"));
        b.stop();
        Await.until("b has gone", () -> !names(wall).contains("b"));
      }
    }
  }

  private NodeProcess node(String name, RedisProcess redis) {
    return NodeProcess.on(folder.resolve(name))
        .patient()
        .env("PANTAU_NODE_NAME", name)
        .with("--redis", redis.uri());
  }

  /** Names on the screen, with what is stale. */
  private static List<String> names(Wall wall) {
    List<String> names = new ArrayList<>();
    JsonNode path = wall.newest("path");
    for (JsonNode each : path == null ? Json.tree("[]") : path.path("nodes")) {
      names.add(each.path("node").asText() + (each.path("stale").asBoolean() ? " stale" : ""));
    }
    return names;
  }

  /** The row of a node that is not stale. */
  private static JsonNode node(Wall wall, String name) {
    JsonNode path = wall.newest("path");
    for (JsonNode each : path == null ? Json.tree("[]") : path.path("nodes")) {
      if (each.path("node").asText().equals(name) && !each.path("stale").asBoolean()) {
        return each;
      }
    }
    return Json.tree("{}");
  }

  private static boolean isGreen(JsonNode node) {
    boolean green = node.path("health").size() > 0;
    for (JsonNode check : node.path("health")) {
      green &= check.path("green").asBoolean();
    }
    return green;
  }
}
