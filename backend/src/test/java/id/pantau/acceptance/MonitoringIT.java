package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.command.signin.OperatorFile;
import id.pantau.model.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code config/monitoring} asks for is what a node says of itself: no alert waits for a name
 * that does not exist, and no figure is without a word of what it is.
 */
final class MonitoringIT {
  private static final int FORMS = 300;
  private static final String TOTAL = "/forms/total";

  @TempDir private Path folder = Path.of("");

  @Test
  void metrics_ofANodeThatCounts_areAllThatRulesAndDashboardsName() throws Exception {
    List<String> forms = RealForms.json(RealForms.csv(folder, "65")).subList(0, FORMS);
    try (NodeProcess node = NodeProcess.on(folder.resolve("node")).patient()) {
      Sender sender = new Sender(node.url(), node.key());
      OperatorFile.Credentials budi = Wall.watcher(node.data());
      node.start();
      try (Viewer viewer = Viewer.watch(node.port(), "ppwp/0");
          Wall wall = Wall.open(node.command(), budi)) {
        Await.until("the viewer has the first state", () -> viewer.newest("ppwp/0") != null);
        List<String> statuses = new ArrayList<>(sender.statuses(forms));
        statuses.addAll(sender.statuses(List.of(forms.get(0), "{\"broken\":")));
        Await.until("the viewer sees them", () -> viewer.stations() == FORMS);
        Await.until("seen is measured", () -> value(node, "pantau_live_seen_seconds_count") > 0);
        Await.until("Redis was asked", () -> value(node, "pantau_redis_memory_bytes") > 0);
        String metrics = metrics(node);

        for (String status : Set.copyOf(statuses)) {
          double sent = statuses.stream().filter(status::equals).count();
          String tag = "status=\"" + status + "\"";
          assertEquals(sent, sum(metrics, "pantau_intake_forms_total", tag), status);
          assertEquals(sent, sum(metrics, "pantau_intake_submitter_forms_total", tag), status);
        }
        assertEquals(FORMS, sum(metrics, "pantau_count_seconds_count", ""));
        assertNamesKnown(metrics);
        assertExplained(metrics);
        Await.until("the screen shows them", () -> shows(wall, statuses));
        assertWallAgrees(wall, metrics, statuses);
      }
    }
  }

  /** All forms, and how late viewers saw them, which a screen may know a second later. */
  private static boolean shows(Wall wall, List<String> statuses) {
    JsonNode path = wall.newest("path");
    if (path == null) {
      return false;
    }
    long all = 0;
    for (JsonNode each : path.at(TOTAL)) {
      all += each.asLong();
    }
    return all == statuses.size() && path.at("/seconds/seen/p99").isNumber();
  }

  /** The same figures on the screen, over HTTP, in Prometheus' text, and with the sender. */
  private static void assertWallAgrees(Wall wall, String metrics, List<String> statuses)
      throws IOException {
    JsonNode path = wall.get("/api/path");
    assertEquals(Objects.requireNonNull(wall.newest("path")).at("/forms/total"), path.at(TOTAL));
    for (Answer.Status status : Answer.Status.values()) {
      long sent = statuses.stream().filter(status.wire()::equals).count();
      assertEquals(sent, path.at(TOTAL + "/" + status.wire()).asLong(), status.wire());
    }
    long counted = 0;
    for (JsonNode province : path.at("/forms/provinces")) {
      counted += province.path("counted").asLong();
    }
    assertEquals(path.at(TOTAL + "/counted").asLong(), counted);
    assertEquals(1, path.at("/forms/submitters").size(), path::toString);
    for (String timer : List.of("intake", "counted", "seen", "redis")) {
      assertTrue(path.at("/seconds/" + timer + "/p99").isNumber(), path::toString);
    }
    assertTrue(path.at("/redis/up").asBoolean());
    assertEquals(1, path.at("/viewers/websocket").asLong());
    assertEquals(
        sum(metrics, "pantau_count_batch_forms_max", ""), path.at("/batch/max").asDouble());
    path.at("/health")
        .forEach(check -> assertTrue(check.path("green").asBoolean(), path::toString));
    double rates = 0;
    for (JsonNode row : wall.get("/api/path/series").path("rows")) {
      rates += row.path("counted").asDouble() + row.path("held").asDouble();
    }
    assertTrue(rates > 0, "the series has no form");
  }

  private static void assertNamesKnown(String metrics) throws IOException {
    Map<String, String> expressions = PromQl.all();
    assertFalse(expressions.isEmpty());
    List<String> unknown = new ArrayList<>();
    expressions.forEach(
        (where, expression) -> {
          Set<String> names = PromQl.names(expression);
          names.stream()
              .filter(name -> samples(metrics, name, "").isEmpty())
              .forEach(name -> unknown.add(where + ": " + name));
          PromQl.selections(expression).stream()
              .filter(wanted -> samples(metrics, wanted.get(0), wanted.get(1)).isEmpty())
              .forEach(wanted -> unknown.add(where + ": " + wanted));
        });
    assertEquals(List.of(), unknown);
  }

  private static void assertExplained(String metrics) {
    List<String> ours = metrics.lines().filter(line -> line.startsWith("# TYPE pantau_")).toList();
    assertTrue(ours.size() > 20, ours::toString);
    for (String type : ours) {
      String name = type.split(" ")[2];
      assertTrue(
          metrics.lines().anyMatch(line -> line.matches("# HELP " + name + " \\S.*")),
          () -> name + " does not say what it is");
    }
  }

  private static String metrics(NodeProcess node) throws IOException {
    byte[] body = Api.exchange(node.management() + "/metrics").body();
    return new String(body, StandardCharsets.UTF_8);
  }

  private static double value(NodeProcess node, String name) throws IOException {
    return sum(metrics(node), name, "");
  }

  private static double sum(String metrics, String name, String label) {
    return samples(metrics, name, label).stream()
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static List<String> samples(String metrics, String name, String label) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .filter(line -> line.contains(label))
        .toList();
  }
}
