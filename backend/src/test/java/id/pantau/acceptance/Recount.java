package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The independent recount: the script in {@code src/test/recount}, as a process of Node's. */
final class Recount {
  private static final Path SCRIPT = Path.of("src/test/recount/recount.mjs");
  private static final Duration LONG = Duration.ofMinutes(3);

  private Recount() {}

  /** What the totals must be after these files were sent one after another. */
  static Totals of(Path folder, Path... files) throws Exception {
    return until(folder, "", files);
  }

  /**
   * @param until only what arrived before that instant; empty = all
   */
  static Totals until(Path folder, String until, Path... files) throws Exception {
    List<String> arguments = new ArrayList<>();
    for (Path file : files) {
      arguments.add(file.toString());
    }
    if (!until.isEmpty()) {
      arguments.addAll(List.of("--until", until));
    }
    Verb.Ended ended = run(folder, arguments);
    assertEquals(0, ended.exit(), ended::toString);
    Totals totals = new Totals(new TreeMap<>());
    List<String> lines = ended.out().lines().toList();
    lines.subList(0, lines.size() - 1).forEach(line -> totals.add(Json.tree(line)));
    return totals;
  }

  /** Compares every place with what a node publishes; gives the summary with the differences. */
  static JsonNode compare(Path folder, String url, Path... files) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("--compare", url));
    for (Path file : files) {
      arguments.add(file.toString());
    }
    Verb.Ended ended = run(folder, arguments);
    assertEquals(0, ended.exit(), ended::toString);
    return ended.summary();
  }

  private static Verb.Ended run(Path folder, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("node", SCRIPT.toString()));
    command.addAll(arguments);
    Path out = Files.createTempFile(folder, "recount", ".out");
    Path err = Files.createTempFile(folder, "recount", ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the recount still runs after " + LONG);
    }
    return new Verb.Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
