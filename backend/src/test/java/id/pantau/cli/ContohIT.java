package id.pantau.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pantau.count.Waiting;
import id.pantau.election.ElectionReader;
import id.pantau.model.Answer;
import id.pantau.model.Election;
import id.pantau.platform.Refused;
import id.pantau.platform.Settings;
import id.pantau.platform.SettingsReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example that moves, over rounds: a real node, its own Redis, viewers that come back. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ContohIT {
  private static final Election ELECTION = ElectionReader.packed("contoh-bergerak");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ROUND_MILLIS = 6_000;
  private static final int ROUNDS = 3;

  private static Settings settings(Path data) {
    Settings read = SettingsReader.read(null, Map.of("PANTAU_REDIS_COMMANDTIMEOUTMILLIS", "10000"));
    return read.withNode(
        new Settings.Node(
            read.node().name(),
            "127.0.0.1",
            0,
            0,
            0,
            "intake,count,board,live,api",
            data.toString(),
            read.node().shutdownSeconds()));
  }

  @Test
  void rounds_areSeenByViewersThatComeBack_alwaysAsATest_andNoPositionGoesBack(@TempDir Path data)
      throws Exception {
    ContohRounds rounds = new ContohRounds(settings(data), ELECTION, 5, ROUND_MILLIS);
    List<ReplayTally> tallies = new ArrayList<>();
    List<Long> journalBytes = new ArrayList<>();
    try (ContohViewer one = new ContohViewer();
        ContohViewer other = new ContohViewer()) {
      rounds.run(
          ROUNDS,
          node -> {
            one.watch(node.publicPort());
            other.watch(node.publicPort());
            // A port is open a moment before the board is read: until then it answers 503.
            Waiting.until("the board is read", () -> status(node, "/api/v1/results/ppwp/0") == 200);
            everyBodyIsATest(node.publicPort());
            assertThrows(
                Refused.class,
                () ->
                    new ContohRounds(settings(data), ELECTION, 1, 1).run(1, n -> {}, (r, t) -> {}));
          },
          (round, tally) -> {
            tallies.add(tally);
            journalBytes.add(bytes(data.resolve("journal")));
          });
      for (ContohViewer viewer : List.of(one, other)) {
        assertEquals(List.of(), viewer.wrong());
        assertEquals(ROUNDS, viewer.rounds(), viewer::seen);
        assertTrue(viewer.connections() >= ROUNDS, () -> viewer.connections() + " connections");
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      ReplayTally tally = tallies.get(round);
      ContohRound forms = ContohRound.of(ELECTION, 5, round + 1);
      int sent = forms.opening().size() + forms.steps().size();
      assertEquals(sent, tally.sent(), tally::json);
      assertTrue(tally.count(Answer.Status.HELD) > 0, tally::json);
      assertTrue(tally.count(Answer.Status.STORED) > 0, tally::json);
      for (Answer.Status never :
          List.of(
              Answer.Status.DUPLICATE,
              Answer.Status.STALE,
              Answer.Status.CONFLICT,
              Answer.Status.REFUSED)) {
        assertEquals(0, tally.count(never), tally::json);
      }
    }
    // What a round leaves is not added to what the one before left.
    assertTrue(journalBytes.get(ROUNDS - 1) < 2 * journalBytes.get(0), journalBytes::toString);
  }

  /** Everything that a newsroom would take says so in its own way. */
  private static void everyBodyIsATest(int port) {
    for (String path :
        List.of(
            "/api/v1/results/ppwp/0",
            "/api/v1/results/pkwkk-0102/0102",
            "/api/v1/history/ppwp/0",
            "/api/v1/corrections/ppwp/0",
            "/api/v1/changes",
            "/api/v1/elections")) {
      String body = get(port, path);
      JsonNode test = tree(body).findValue("isTest");
      assertTrue(test != null && test.asBoolean(), path + " " + body);
    }
    assertTrue(tree(get(port, "/api/v1/reports/ppwp/0.nist.json")).path("IsTest").asBoolean());
    assertTrue(get(port, "/api/v1/reports/ppwp/0.eml.xml").contains("<Simulation>yes<"));
    assertTrue(get(port, "/feed/ppwp/0.atom").contains("selalu bergerak"));
  }

  private static int status(Node node, String path) {
    return ask(node.publicPort(), path).statusCode();
  }

  private static String get(int port, String path) {
    HttpResponse<String> answer = ask(port, path);
    assertEquals(200, answer.statusCode(), path);
    return answer.body();
  }

  private static HttpResponse<String> ask(int port, String path) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
              HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
  }

  private static long bytes(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Stopping ends the node under the mover; nothing starts after it. */
  @Test
  void stop_inARound_endsTheNodeAndLetsNoneFollow(@TempDir Path data) throws Exception {
    ContohRounds rounds = new ContohRounds(settings(data), ELECTION, 5, 60_000);
    List<Node> up = new ArrayList<>();
    Thread runner =
        new Thread(
            () -> {
              try {
                rounds.run(2, up::add, (round, tally) -> {});
              } catch (IOException | InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "rounds");
    runner.start();
    Waiting.until("a node is up", () -> !up.isEmpty());
    long redis = up.get(0).redisPid();
    rounds.stop();
    runner.interrupt();
    runner.join(TimeUnit.SECONDS.toMillis(60));
    assertFalse(runner.isAlive());
    assertEquals(1, up.size());
    assertFalse(ProcessHandle.of(redis).map(ProcessHandle::isAlive).orElse(false));
  }
}
