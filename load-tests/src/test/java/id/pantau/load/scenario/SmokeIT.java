package id.pantau.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The scenario {@code smoke-100-viewers} on the jar that was just packed: a hundred viewers, forms
 * and a correction of each, everybody cut once, and the truth afterwards. Nothing in it is timed.
 */
final class SmokeIT {
  @Test
  void smoke_hundredViewersFormsCorrectionsAndAStorm_boardApiViewersAndRecountAgree()
      throws Exception {
    Path jar = Path.of(Objects.requireNonNull(System.getProperty("pantau.jar")));
    Run run = new Run(Named.SMOKE.plan(), brief(jar), new Load(Load.root())).run();
    String line = run.measured().json();
    assertTrue(run.good(), line);
    Map<String, Double> figures = run.measured().numbers();
    assertEquals(Named.SMOKE.plan().forms(), figures.get("counted"), line);
    assertEquals(2.0 * Named.SMOKE.plan().viewers(), figures.get("screensCompared"), line);
    assertTrue(Objects.requireNonNull(figures.get("placesCompared")) > 1_000, line);
  }

  /**
   * It runs for seconds: compiling it well and a first snapshot of the open data would take most of
   * them.
   */
  private static Program brief(Path jar) {
    Path classData = jar.resolveSibling("pantau.jsa");
    return new Program(
        jar,
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:SharedArchiveFile=" + classData,
            "-Xlog:disable",
            "-Xlog:all=warning:stderr",
            "-Xmx1g"),
        Map.of("PANTAU_OPENDATA_EVERYSECONDS", "0"));
  }
}
