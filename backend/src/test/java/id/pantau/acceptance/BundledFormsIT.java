package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole bundled file through one node comes out as domain.md §3 says, in every place. */
final class BundledFormsIT {
  @TempDir private static Path folder = Path.of("");
  private static final Duration SLEEP = Duration.ofSeconds(30);

  private static NodeProcess node;
  private static Viewer attentive;
  private static Viewer sleeper;
  private static Verb.Ended replay;

  /**
   * Three readers look on: one asks over HTTP, one watches, one watches and then reads nothing for
   * 30 s in the middle.
   */
  @BeforeAll
  static void replayEverything() throws Exception {
    node = NodeProcess.on(folder.resolve("node"));
    String key = node.key();
    node.start();
    attentive = Viewer.watch(node.port(), "ppwp/0", "ppwp/0/children");
    sleeper = Viewer.watch(node.port(), "ppwp/0", "ppwp/0/children");
    try (Watch watch = Watch.strict(node.api());
        Verb running = replay(key)) {
      Await.until("it begins", () -> sleeper.stations() > 2_000);
      sleeper.stopReading();
      int before = sleeper.messages();
      Await.always("it reads nothing", SLEEP, () -> sleeper.messages() <= before + 1);
      assertTrue(running.isRunning(), "the count was over before the sleep");
      sleeper.readOn();
      replay = running.await(Duration.ofMinutes(4));
      Await.until("every form is shown", () -> node.api().stations() == 214_623);
      watch.end();
      assertTrue(watch.moves() > 20, "the numbers did not move");
    }
  }

  /** Slow enough that the whole count takes longer than the sleep. */
  private static Verb replay(String key) throws IOException {
    return Verb.start(
        folder,
        "replay",
        RealForms.ALL.toString(),
        "--url",
        node.url(),
        "--key",
        key,
        "--rate",
        "6000");
  }

  @AfterAll
  static void stop() throws IOException {
    attentive.close();
    sleeper.close();
    node.close();
  }

  @Test
  void replay_everyForm_isAnswered() {
    assertEquals(0, replay.exit(), replay::toString);
    JsonNode said = replay.summary();
    assertEquals(214_623, said.path("sent").asInt());
    assertEquals(74_681, said.path("skipped").asInt());
    for (String none : List.of("stored", "stale", "conflict", "refused")) {
      assertEquals(0, said.path(none).asInt(), none);
    }
    // Where the machine is so busy that Redis is late, a batch is sent again and hears duplicate:
    // what was counted is then known from the totals alone.
    int counted = said.path("counted").asInt();
    int held = said.path("held").asInt();
    int again = said.path("duplicate").asInt();
    assertEquals(214_623, counted + held + again);
    assertTrue(counted <= 152_285 && held <= 62_338, replay::toString);
  }

  @Test
  void viewer_throughTheWholeCount_neverGoesBackAndEndsOnTheNumbersOfTheApi() throws Exception {
    assertTrue(attentive.messages() > 100, "hardly anything was sent");
    endsOnTheNumbersOfTheApi(attentive);
  }

  @Test
  void viewer_thatReadsNothingFor30Seconds_neverGoesBackAndEndsOnTheNumbersOfTheApi()
      throws Exception {
    assertTrue(sleeper.messages() < attentive.messages(), "it was sent what it slept through");
    endsOnTheNumbersOfTheApi(sleeper);
  }

  private static void endsOnTheNumbersOfTheApi(Viewer viewer) throws IOException {
    Await.until("the viewer is told of every form", () -> viewer.stations() == 214_623);
    viewer.assertNothingWrong();
    JsonNode api = node.api().results("0");
    JsonNode seen = Objects.requireNonNull(viewer.newest("ppwp/0"));
    for (String part : List.of("position", "totals", "stations", "asOf", "status")) {
      assertEquals(api.path(part), seen.path(part), part);
    }
    Map<String, JsonNode> rows = new TreeMap<>();
    api.path("children").forEach(row -> rows.put(row.path("code").asText(), row));
    assertEquals(rows, viewer.rows());
  }

  @Test
  void results_nationAndProvinces_areTheFiguresOfTheDomain() throws Exception {
    assertEquals(List.of(152_285, 62_338, 8_933_139, 16_891_304, 3_869_173), figures("0"));
    assertEquals(List.of(12_445, 1_073_964, 1_078_387, 454_726), countedAndVotes("31"));
    assertEquals(List.of(5_035, 30_205, 546_517, 475_842), countedAndVotes("51"));
    assertEquals(List.of(9_245, 1_355_691, 424_361, 40_975), countedAndVotes("11"));
  }

  /** The votes as they were published at the time, misreads and all. */
  @Test
  void results_nationAsSent_areTheFiguresOfTheDomain() throws Exception {
    List<Integer> sent = new ArrayList<>();
    node.api().results("0").path("totals").path("asSent").forEach(votes -> sent.add(votes.asInt()));
    assertEquals(List.of(12_896_371, 23_595_505, 5_609_748), sent);
  }

  @Test
  void results_everyPlace_equalTheIndependentRecount() throws Exception {
    JsonNode said = Recount.compare(folder, node.url(), RealForms.ALL);
    assertEquals(0, said.path("differences").asInt());
    assertEquals(91_947, said.path("places").asInt());
  }

  @Test
  void recount_ofWhatTheNodeOffers_agrees() throws Exception {
    Verb.Ended ended = Verb.run(folder, "recount", "-", "--url", node.url());
    assertEquals(0, ended.exit(), ended::toString);
    assertTrue(ended.out().contains("counted 152285, held 62338"), ended::toString);
  }

  /** That one figure differs says as well that all others of all places are equal. */
  @Test
  void recount_oneDigitOfOneResponseChanged_exits1AndNamesThePlace() throws Exception {
    JsonNode body = node.api().results("5103");
    String before = "\"100026\":" + body.path("totals").path("votes").path("100026");
    String after = before.substring(0, before.length() - 1) + changed(before);
    try (TamperingProxy proxy = TamperingProxy.of(node.url(), "/ppwp/5103", before, after)) {
      Verb.Ended ended =
          Verb.run(folder, "recount", RealForms.ALL.toString(), "--url", proxy.url());
      assertEquals(1, ended.exit(), ended::toString);
      List<String> lines = ended.out().lines().toList();
      assertEquals(2, lines.size(), ended::toString);
      assertTrue(lines.get(0).contains("5103"), ended::toString);
      assertTrue(lines.get(1).startsWith("1 figures differ"), ended::toString);
    }
  }

  private static char changed(String number) {
    return number.endsWith("7") ? '3' : '7';
  }

  private static List<Integer> figures(String area) throws IOException {
    JsonNode body = node.api().results(area);
    List<Integer> figures = new ArrayList<>();
    figures.add(body.path("stations").path("counted").asInt());
    figures.add(body.path("stations").path("held").asInt());
    body.path("totals").path("votes").forEach(votes -> figures.add(votes.asInt()));
    return figures;
  }

  private static List<Integer> countedAndVotes(String area) throws IOException {
    List<Integer> figures = figures(area);
    figures.remove(1);
    return figures;
  }
}
