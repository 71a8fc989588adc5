package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole bundled file through one node comes out as domain.md §3 says, in every place. */
final class BundledFormsIT {
  @TempDir private static Path folder = Path.of("");
  private static NodeProcess node;
  private static Verb.Ended replay;

  @BeforeAll
  static void replayEverything() throws Exception {
    node = NodeProcess.on(folder.resolve("node"));
    String key = node.key();
    node.start();
    try (Watch watch = Watch.strict(node.api())) {
      replay =
          Verb.run(folder, "replay", RealForms.ALL.toString(), "--url", node.url(), "--key", key);
      Await.until("every form is shown", () -> node.api().stations() == 214_623);
      watch.end();
      assertTrue(watch.moves() > 5, "the numbers did not move");
    }
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void replay_everyForm_isAnswered() {
    assertEquals(0, replay.exit(), replay::toString);
    JsonNode said = replay.summary();
    assertEquals(214_623, said.path("sent").asInt());
    assertEquals(152_285, said.path("counted").asInt());
    assertEquals(62_338, said.path("held").asInt());
    assertEquals(74_681, said.path("skipped").asInt());
    for (String none : List.of("stored", "duplicate", "stale", "conflict", "refused")) {
      assertEquals(0, said.path(none).asInt(), none);
    }
  }

  @Test
  void results_nationAndProvinces_areTheFiguresOfTheDomain() throws Exception {
    assertEquals(List.of(152_285, 62_338, 8_933_139, 16_891_304, 3_869_173), figures("0"));
    assertEquals(List.of(12_445, 1_073_964, 1_078_387, 454_726), countedAndVotes("31"));
    assertEquals(List.of(5_035, 30_205, 546_517, 475_842), countedAndVotes("51"));
    assertEquals(List.of(9_245, 1_355_691, 424_361, 40_975), countedAndVotes("11"));
  }

  @Test
  void results_everyPlace_equalTheIndependentRecount() throws Exception {
    JsonNode said = Recount.compare(folder, node.url(), RealForms.ALL);
    assertEquals(0, said.path("differences").asInt());
    assertEquals(91_947, said.path("places").asInt());
  }

  @Test
  void recount_ofTheFileAndOfWhatTheNodeOffers_agrees() throws Exception {
    for (String source : List.of(RealForms.ALL.toString(), "-")) {
      Verb.Ended ended = Verb.run(folder, "recount", source, "--url", node.url());
      assertEquals(0, ended.exit(), ended::toString);
      assertTrue(ended.out().contains("counted 152285, held 62338"), ended::toString);
    }
  }

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
