package id.pantau.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ThreadUseTest {
  @ParameterizedTest
  @CsvSource({
    "vert.x-eventloo, vert.x-eventloo",
    "GC Thread#12, GC Thread",
    "pantau-photos-3, pantau-photos",
    "C2 CompilerThre, C2 CompilerThre",
    "17, 17"
  })
  void kind_aNumberedThread_losesItsNumber(String name, String kind) {
    assertEquals(kind, ThreadUse.kind(name));
  }

  @Test
  void microsPerForm_aKindThatBeganMeanwhile_countsFromNothing() {
    Map<String, Double> used =
        ThreadUse.microsPerForm(
            Map.of("a", 1.0, "idle", 2.0), Map.of("a", 1.5, "b", 0.25, "idle", 2.0), 100_000);
    assertEquals(Map.of("a", 5.0, "b", 2.5), used);
  }
}
