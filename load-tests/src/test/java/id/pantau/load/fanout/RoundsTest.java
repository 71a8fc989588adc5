package id.pantau.load.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our own server in a process of its own, seen by real viewers. The peers are not needed here. */
final class RoundsTest {
  @Test
  void run_ourServerAtOnceAndByTicks_everyViewerShowsTheLastState(@TempDir Path scratch)
      throws Exception {
    Setting setting = new Setting(scratch, scratch, scratch, List.of(), 2, null);
    Load load = new Load(50, 20, 4, 0, 1);
    try (Rounds rounds = new Rounds(List.of(Peer.HUB, Peer.HUB_TICK), setting, load)) {
      // A turn fails where a viewer is told something wrong, or lacks the last state at its end.
      rounds.run(1, 1);
      List<String> rows = rounds.table().lines().skip(2).toList();
      assertEquals(2, rows.size());
      assertTrue(rows.get(0).startsWith("| hub | "), rows.get(0));
      assertTrue(rows.get(1).startsWith("| hub-tick | "), rows.get(1));
    }
  }

  @Test
  void state_anyRevision_hasItsSizeAndTime() {
    for (long revision : new long[] {1, 99, 12_345_678}) {
      byte[] state = Publisher.state(revision, Instant.parse("2024-02-14T05:00:00.123456Z"));
      String text = new String(state, StandardCharsets.US_ASCII);
      assertEquals(Publisher.STATE_BYTES, state.length);
      assertTrue(text.contains("\"revision\":" + revision + "}"), text);
      assertTrue(text.contains("\"asOf\":\"2024-02-14T05:00:00.123Z\""), text);
    }
  }
}
