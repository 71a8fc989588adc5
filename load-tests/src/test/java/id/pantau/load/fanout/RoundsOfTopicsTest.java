package id.pantau.load.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Viewers of several topics; beside {@link RoundsTest}, for both mostly wait. */
final class RoundsOfTopicsTest {
  @Test
  void run_severalTopicsInTurnAndTogether_everyViewerShowsTheLastStateOfEach(@TempDir Path scratch)
      throws Exception {
    Load load = new Load(20, 1, 160, 1, 0, 1);
    List<Load> loads = List.of(load, load.of(3, false), load.of(64, true));
    try (Rounds rounds = RoundsTest.rounds(scratch, loads, Peer.HUB_TICK)) {
      rounds.run(0, 1);
      List<String> rows = rounds.table().lines().skip(2).toList();
      assertEquals(3, rows.size());
      assertTrue(rows.get(0).startsWith("| hub-tick | "), rows.get(0));
      assertTrue(rows.get(1).startsWith("| hub-tick, 3 topics | "), rows.get(1));
      assertTrue(rows.get(2).startsWith("| hub-tick, 64 topics | "), rows.get(2));
    }
  }
}
