package id.pantau.load.viewer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ScreenTest {
  private static final long NOW = Instant.parse("2026-11-21T14:00:01Z").toEpochMilli();

  private final Messages messages = new Messages();
  private final Showings showings = new Showings();
  private final Counts counts = new Counts();
  private final Screen screen = new Screen(List.of("ppwp/31", "ppwp/31/children"));

  private void take(String text) throws ProtocolFault {
    byte[] bytes = text.getBytes(UTF_8);
    screen.take(messages.of(bytes, 0, bytes.length), showings, counts, NOW);
  }

  private static String state(int epoch, long revision, String asOf) {
    return "{\"topic\":\"ppwp/31\",\"position\":{\"epoch\":%d,\"revision\":%d},\"asOf\":\"%s\"}"
        .formatted(epoch, revision, asOf);
  }

  private static String rows(long revision, boolean complete, String... rows) {
    return "{\"topic\":\"ppwp/31/children\",\"position\":{\"epoch\":1,\"revision\":%d},\"complete\":%b,\"children\":[%s]}"
        .formatted(revision, complete, String.join(",", rows));
  }

  private static String row(String code, int votes) {
    return "{\"code\":\"%s\",\"votes\":%d}".formatted(code, votes);
  }

  private Shown shown(String topic) {
    return Objects.requireNonNull(screen.topics().get(topic));
  }

  @Test
  void take_olderRevision_isCountedAsGoneBack() throws ProtocolFault {
    take(state(1, 5, "2026-11-21T14:00:00Z"));
    take(state(1, 4, "2026-11-21T14:00:00Z"));
    assertEquals(1, counts.wentBack);
  }

  @Test
  void take_newerEpochWithLowerRevision_isForward() throws ProtocolFault {
    take(state(1, 500, "2026-11-21T14:00:00Z"));
    take(state(2, 3, "2026-11-21T14:00:00Z"));
    assertEquals(0, counts.wentBack);
    take(state(1, 501, "2026-11-21T14:00:00Z"));
    assertEquals(1, counts.wentBack);
  }

  @Test
  void take_samePositionAgain_isNotGoneBack() throws ProtocolFault {
    take(state(1, 5, "2026-11-21T14:00:00Z"));
    take(state(1, 5, "2026-11-21T14:00:00Z"));
    assertEquals(0, counts.wentBack);
    assertEquals(2, counts.deliveries);
  }

  @Test
  void take_firstState_hasNoLatencyAndLaterOnesHave() throws ProtocolFault {
    take(state(1, 5, "2026-11-21T13:00:00Z"));
    assertEquals(0, counts.latencyMillis.getTotalCount());
    take(state(1, 6, "2026-11-21T14:00:00.700Z"));
    assertEquals(1, counts.latencyMillis.getTotalCount());
    assertEquals(300, counts.latencyMillis.getMaxValue());
    take(state(1, 7, "2026-11-21T14:00:02Z"));
    assertEquals(1, counts.clockBehind);
  }

  @Test
  void take_changedRows_replaceTheRowsOfTheirCodes() throws ProtocolFault {
    take(rows(1, true, row("3101", 1), row("3171", 2)));
    take(rows(2, false, row("3171", 9)));
    Shown shown = shown("ppwp/31/children");
    assertEquals(List.of("3101", "3171"), List.copyOf(shown.rows().keySet()));
    assertEquals(9, Objects.requireNonNull(shown.rows().get("3171")).path("votes").asInt());
    take(rows(3, true, row("3101", 4)));
    assertEquals(1, shown("ppwp/31/children").rows().size());
  }

  @Test
  void take_rowsBeforeAnyState_areAFaultAndShowNothing() throws ProtocolFault {
    take(rows(2, false, row("3171", 9)));
    assertEquals(1, counts.rowsWithoutState);
    assertEquals(null, screen.topics().get("ppwp/31/children"));
  }

  @Test
  void complete_whenEveryTopicHasShown_isTrue() throws ProtocolFault {
    take(state(1, 5, "2026-11-21T14:00:00Z"));
    assertFalse(screen.complete());
    take(state(1, 6, "2026-11-21T14:00:00Z"));
    assertFalse(screen.complete());
    take(rows(1, true));
    assertTrue(screen.complete());
  }

  @Test
  void take_heartbeatErrorAndForeignTopic_areNoDeliveries() throws ProtocolFault {
    take("{\"heartbeat\":\"2026-11-21T14:00:15Z\",\"delayed\":false}");
    take("{\"topic\":\"ppwp/31\",\"error\":{\"status\":404}}");
    take(state(1, 5, "2026-11-21T14:00:00Z").replace("/31", "/32"));
    assertEquals(1, counts.heartbeats);
    assertEquals(1, counts.errors);
    assertEquals(1, counts.faults.get("a topic that was not watched"));
    assertEquals(0, counts.deliveries);
  }

  @Test
  void of_textThatIsNoneOfTheProtocol_isAFault() {
    for (String text : List.of("", "[", "{}", "{\"topic\":\"ppwp/0\"}")) {
      assertThrows(ProtocolFault.class, () -> take(text), text);
    }
  }
}
