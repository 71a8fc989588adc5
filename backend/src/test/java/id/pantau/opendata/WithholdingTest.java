package id.pantau.opendata;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Act;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WithholdingTest {
  private final Withholding withholding = new Withholding();

  private static Act act(String id, Act.Kind kind) {
    Instant now = Instant.parse("2024-02-14T13:00:00Z");
    return new Act(id, kind, null, "31", "KPU", Map.of("id", "x"), now, null, "siti", null);
  }

  private static final Act FIRST = act("a", Act.Kind.WITHHOLD);
  private static final Act SECOND = act("b", Act.Kind.WITHHOLD);
  private static final Act NOTICE = act("n", Act.Kind.NOTICE);

  @Test
  void grew_atTheStart_isFalse_forTheFirstSnapshotHasThem() {
    assertFalse(withholding.grew(List.of(FIRST)));
  }

  @Test
  void grew_isTrueForOneMoreThatWithholds_andForNothingElse() {
    assertFalse(withholding.grew(List.of()));
    assertFalse(withholding.grew(List.of(NOTICE)));
    assertTrue(withholding.grew(List.of(NOTICE, FIRST)));
    assertFalse(withholding.grew(List.of(FIRST)));
    assertTrue(withholding.grew(List.of(FIRST, SECOND)));
    assertFalse(withholding.grew(List.of(SECOND)));
    assertTrue(withholding.grew(List.of(SECOND, FIRST)));
  }
}
