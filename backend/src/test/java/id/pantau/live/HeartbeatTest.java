package id.pantau.live;

import static id.pantau.live.DrivenBoard.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.live.RawViewer.Frame;
import id.pantau.platform.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a viewer is told that the node is there, and asked whether it is itself. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HeartbeatTest {
  /** Sixty beats of 16 ms. */
  private static final long PERIOD_MILLIS = 960;

  private static Settings.Live limits(boolean ioUring) {
    return new Settings.Live(64, 8192, 1000, 65_536, 600, 600, 1, 200, 2500, 5, ioUring);
  }

  /** A viewer of two topics as well is told once in a period. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void heartbeat_dueAsStatesGoToAViewer_leavesBehindOne(boolean ioUring) throws Exception {
    try (LiveRig rig = new LiveRig(1, limits(ioUring))) {
      rig.board.set(state("ppwp/0", 1, null, 10), state("ppwp/31", 1, null, 10));
      try (RawViewer viewer = rig.viewer("ppwp/0", "ppwp/31")) {
        long begun = System.nanoTime();
        int heartbeats = 0;
        long revision = 1;
        while (rig.heartbeats("state") < 4) {
          revision++;
          rig.board.tick(state("ppwp/0", revision, revision - 1, 900));
          heartbeats += untilState(viewer, "ppwp/0", revision);
          rig.board.tick(state("ppwp/31", revision, revision - 1, 900));
          heartbeats += untilState(viewer, "ppwp/31", revision);
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        assertTrue(heartbeats >= 3, heartbeats + " heartbeats");
        assertTrue(heartbeats <= millis / PERIOD_MILLIS + 2, heartbeats + " in " + millis + " ms");
      }
    }
  }

  /** Reads to the state of that revision; how many heartbeats came before it. */
  private static int untilState(RawViewer viewer, String topic, long revision) throws Exception {
    int heartbeats = 0;
    while (true) {
      Frame frame = viewer.read();
      assertNotNull(frame);
      String text = frame.opcode() == RawViewer.TEXT ? frame.text() : "";
      heartbeats += text.startsWith("{\"heartbeat\"") ? 1 : 0;
      if (text.startsWith("{\"topic\":\"" + topic + "\"")
          && text.contains("\"revision\":" + revision + "}")) {
        return heartbeats;
      }
    }
  }

  @Test
  void heartbeats_withoutStates_comeAloneWithAPingBehind() throws Exception {
    try (LiveRig rig = new LiveRig(1, limits(true));
        RawViewer viewer = rig.viewer()) {
      List<Integer> opcodes = new ArrayList<>();
      while (opcodes.size() < 4) {
        Frame frame = viewer.read();
        assertNotNull(frame);
        opcodes.add(frame.opcode());
      }
      List<Integer> both = List.of(RawViewer.TEXT, RawViewer.PING);
      assertEquals(both, opcodes.subList(0, 2));
      assertEquals(both, opcodes.subList(2, 4));
      LiveRig.await(0, () -> rig.heartbeats("state"));
    }
  }
}
