package id.pantau.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
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
    Run run = new Run(Named.SMOKE.plan(), jar, new Load(Load.root())).run();
    String line = run.measured().json();
    assertTrue(run.good(), line);
    Map<String, Double> figures = run.measured().numbers();
    assertEquals(Named.SMOKE.plan().forms(), figures.get("counted"), line);
    assertEquals(2.0 * Named.SMOKE.plan().viewers(), figures.get("screensCompared"), line);
    assertTrue(Objects.requireNonNull(figures.get("placesCompared")) > 1_000, line);
  }
}
