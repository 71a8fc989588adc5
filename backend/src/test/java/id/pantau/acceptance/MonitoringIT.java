package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code config/monitoring} asks for is what a node says of itself: no alert waits for a name
 * that does not exist, and no figure is without a word of what it is.
 */
final class MonitoringIT {
  private static final int FORMS = 300;

  @TempDir private Path folder = Path.of("");

  @Test
  void metrics_ofANodeThatCounts_areAllThatRulesAndDashboardsName() throws Exception {
    List<String> forms = RealForms.json(RealForms.csv(folder, "65")).subList(0, FORMS);
    try (NodeProcess node = NodeProcess.on(folder.resolve("node")).patient()) {
      Sender sender = new Sender(node.url(), node.key());
      node.start();
      try (Viewer viewer = Viewer.watch(node.port(), "ppwp/0")) {
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
      }
    }
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
