package id.pantau.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.election.ElectionReader;
import id.pantau.model.AreaTree;
import id.pantau.model.Election;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The two recounts of the real tallies against each other: ours, by {@code rules}, and the one in
 * {@code src/test/recount} that shares no code with it. Needs {@code node}, as the build does.
 */
final class RecountScriptIT {
  private static final Path SCRIPTS = Path.of("src/test/recount");
  private static final Path FORMS = Path.of("../config/elections/pemilu-2024/forms");
  private static final String TALLIES = FORMS.resolve("ppwp.csv.gz").toString();
  private static final String HISTORY = FORMS.resolve("ppwp-revisions.csv.gz").toString();

  private static Election election;
  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void readElection() {
    election = ElectionReader.packed("pemilu-2024");
  }

  @Test
  void script_itsOwnTests_pass() throws Exception {
    node("--test", SCRIPTS.toString());
  }

  @Test
  void script_bundledTallies_givesTheFiguresOfTheDomain() throws Exception {
    List<String> lines = node(script(), TALLIES);
    assertEquals(
        "{\"rows\":289304,\"skipped\":74681,\"forms\":214623,\"withdrawn\":0,"
            + "\"counted\":152285,\"held\":62338,\"votes\":[8933139,16891304,3869173],"
            + "\"asSent\":[12896371,23595505,5609748],"
            + "\"rules\":{\"T00\":47880,\"T01\":8531,\"T02\":2222,\"T04\":7391,\"T06\":248}}",
        lines.get(lines.size() - 1));
  }

  @Test
  void recounts_bundledTallies_agreeInEveryArea() throws Exception {
    agree(null, TALLIES);
  }

  @Test
  void recounts_history_agreesInEveryAreaAtAnyTime() throws Exception {
    agree(null, HISTORY);
    agree("2024-03-13T12:00:00+00:00", HISTORY);
  }

  @Test
  void recounts_talliesAfterTheirHistory_endAsTheTalliesAlone() throws Exception {
    List<String> both = agree(null, HISTORY, TALLIES);
    List<String> alone = node(script(), TALLIES);
    assertEquals(alone.subList(0, alone.size() - 1), both.subList(0, both.size() - 1));
  }

  /** Compares all areas, also those without a form; gives what the script said. */
  private List<String> agree(@Nullable String until, String... files) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(script()));
    arguments.addAll(List.of(files));
    if (until != null) {
      arguments.addAll(List.of("--until", until));
    }
    List<String> lines = node(arguments.toArray(new String[0]));
    Map<String, long[]> script = new HashMap<>();
    for (String line : lines.subList(0, lines.size() - 1)) {
      JsonNode area = RecountJson.tree(line.getBytes(StandardCharsets.UTF_8));
      script.put(area.path("area").asText(), figures(area));
    }
    RecountTotals totals = recounted(until, files);
    AreaTree tree = election.areas();
    for (int i = 0; i < tree.size(); i++) {
      String code = tree.area(i).code();
      RecountRow row = Objects.requireNonNull(totals.of(code));
      long[] own = {
        row.counted(),
        row.held(),
        row.votes()[0],
        row.votes()[1],
        row.votes()[2],
        row.sent()[0],
        row.sent()[1],
        row.sent()[2],
      };
      long[] other = script.remove(code);
      assertArrayEquals(other == null ? new long[8] : other, own, code);
    }
    assertEquals(Map.of(), script);
    return lines;
  }

  private static RecountTotals recounted(@Nullable String until, String... files)
      throws IOException {
    RecountStations stations = new RecountStations();
    RecountForms forms = new RecountForms(election, stations);
    Instant before = until == null ? null : new ReplayTime().convert(until);
    for (String file : files) {
      try (ReplayFile source = ReplayFile.open(file, () -> election, "ppwp", before)) {
        forms.take(source);
      }
    }
    assertEquals(0, forms.refused());
    return new RecountTotals(election, Objects.requireNonNull(election.contest("ppwp")), stations);
  }

  private static long[] figures(JsonNode area) {
    JsonNode votes = area.path("votes");
    JsonNode sent = area.path("asSent");
    return new long[] {
      area.path("counted").asLong(),
      area.path("held").asLong(),
      votes.get(0).asLong(),
      votes.get(1).asLong(),
      votes.get(2).asLong(),
      sent.get(0).asLong(),
      sent.get(1).asLong(),
      sent.get(2).asLong(),
    };
  }

  private static String script() {
    return SCRIPTS.resolve("recount.mjs").toString();
  }

  private List<String> node(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("node"));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    int exit =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    assertEquals(0, exit, () -> read(out) + read(err));
    return Files.readAllLines(out);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
