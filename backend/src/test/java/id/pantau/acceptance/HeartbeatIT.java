package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a page needs to say that numbers are stale: the promised cadence, and when a form was last
 * counted, over both live doors and across a restart.
 */
final class HeartbeatIT {
  private static final String FORM =
      "{\"contest\":\"CONTEST\",\"station\":\"0102011001001\",\"generation\":0,\"revision\":1,"
          + "\"method\":\"machine\",\"votes\":VOTES,\"valid\":60,\"invalid\":1,\"total\":61}";
  private static final String NATION =
      FORM.replace("CONTEST", "ppwp")
          .replace("VOTES", "{\"900001\":10,\"900002\":20,\"900003\":30}");
  private static final String REGENT =
      FORM.replace("CONTEST", "pkwkk-0102").replace("VOTES", "{\"910001\":20,\"910002\":40}");

  @TempDir private Path folder = Path.of("");

  @Test
  void heartbeat_saysWhenAFormOfAnyContestWasLastCounted() throws Exception {
    try (NodeProcess node =
        NodeProcess.on(folder.resolve("node"))
            .patient()
            .with("--election", "contoh")
            .env("PANTAU_LIVE_HEARTBEATSECONDS", "1")) {
      Sender sender = new Sender(node.url(), node.key());
      node.start();
      JsonNode election = node.api().get("/api/v1/elections").path("elections").path(0);
      assertEquals(60, election.path("cadenceSeconds").asInt(), election::toString);

      try (Viewer viewer = Viewer.watch(node.port(), "ppwp/0")) {
        Await.until("a heartbeat comes", () -> viewer.heartbeat() != null);
        assertTrue(countedAt(viewer).isNull(), "before the first form");
        assertEquals(201, sender.form(NATION).status());
        Await.until("it is counted", () -> saysAsOf(viewer, node, "ppwp"));
        // One of another contest, which this viewer does not watch.
        assertEquals(201, sender.form(REGENT).status());
        Await.until("it is counted", () -> saysAsOf(viewer, node, "pkwkk-0102"));
        Instant last = Instant.parse(countedAt(viewer).asText());
        assertTrue(last.isAfter(Instant.parse(asOf(node, "ppwp"))));
        assertEquals(last.toString(), sseCountedAt(node.url()));
      }
      String last = asOf(node, "pkwkk-0102");
      node.stop();
      node.start();
      try (Viewer viewer = Viewer.watch(node.port(), "ppwp/0")) {
        Await.until("it is known again", () -> last.equals(countedAt(viewer).asText()));
      }
    }
  }

  private static boolean saysAsOf(Viewer viewer, NodeProcess node, String contest)
      throws IOException {
    String asOf = asOf(node, contest);
    return !asOf.isEmpty() && countedAt(viewer).asText().equals(asOf);
  }

  private static String asOf(NodeProcess node, String contest) throws IOException {
    JsonNode asOf = node.api().get("/api/v1/results/" + contest + "/01").path("asOf");
    return asOf.isNull() ? "" : asOf.asText();
  }

  private static JsonNode countedAt(Viewer viewer) {
    JsonNode heartbeat = viewer.heartbeat();
    return heartbeat == null ? Json.MAPPER.missingNode() : heartbeat.path("countedAt");
  }

  /** The same of the first heartbeat of an event stream. */
  private static String sseCountedAt(String url) throws IOException {
    URI address = URI.create(url + "/live/events?topics=ppwp/0");
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(address.toURL().openStream(), StandardCharsets.UTF_8))) {
      String line = in.readLine();
      while (line != null && !line.startsWith("data: {\"heartbeat\"")) {
        line = in.readLine();
      }
      return line == null ? "" : Json.tree(line.substring(6)).path("countedAt").asText();
    }
  }
}
