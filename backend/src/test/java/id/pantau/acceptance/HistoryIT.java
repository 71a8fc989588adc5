package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The stations that changed, through their successive states: votes appear, change and are
 * withdrawn, and after each wave every total is the sum of the states so far.
 */
final class HistoryIT {
  /** Between the states that the real snapshots of March 2024 saw. */
  private static final List<String> WAVES =
      List.of(
          "2024-03-12T00:00:00+07:00",
          "2024-03-13T05:40:00+00:00",
          "2024-03-13T13:00:00+00:00",
          "2024-03-15T12:00:00+00:00",
          "2024-03-18T00:00:00+07:00");

  @TempDir private Path folder = Path.of("");

  @Test
  void history_inWaves_isAtEachMomentTheSumOfTheStatesSoFar() throws Exception {
    try (NodeProcess node = NodeProcess.on(folder.resolve("node"))) {
      String key = node.key();
      node.start();
      List<Totals> seen = new ArrayList<>();
      for (String until : WAVES) {
        JsonNode said = replay(node, key, RealForms.HISTORY, "--until", until);
        assertEquals(0, said.path("refused").asInt(), said::toString);
        Totals expected = Recount.until(folder, until, RealForms.HISTORY);
        expected.awaitAt(node.api());
        seen.add(expected);
      }
      replay(node, key, RealForms.HISTORY);
      Recount.of(folder, RealForms.HISTORY).awaitAt(node.api());
      assertEquals(WAVES.size(), seen.stream().distinct().count(), "a wave moved nothing");

      replay(node, key, RealForms.ALL);
      Totals expected = Recount.of(folder, RealForms.HISTORY, RealForms.ALL);
      assertEquals(
          List.of(
              152_285L,
              62_338L,
              8_933_139L,
              16_891_304L,
              3_869_173L,
              12_896_371L,
              23_595_505L,
              5_609_748L),
          expected.of("0"));
      expected.awaitAt(node.api());
    }
  }

  private JsonNode replay(NodeProcess node, String key, Path file, String... more)
      throws Exception {
    List<String> arguments = new ArrayList<>(List.of("replay", file.toString()));
    arguments.addAll(List.of("--url", node.url(), "--key", key));
    arguments.addAll(List.of(more));
    Verb.Ended ended = Verb.run(folder, arguments.toArray(new String[0]));
    assertEquals(0, ended.exit(), ended::toString);
    assertTrue(ended.summary().path("sent").asInt() > 0, ended::toString);
    return ended.summary();
  }
}
