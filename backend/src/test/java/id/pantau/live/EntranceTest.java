package id.pantau.live;

import static id.pantau.live.DrivenBoard.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.platform.Settings;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F21: more come at once than are let in at once. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class EntranceTest {
  private static final int MANY = 80;
  private static final int PER_SECOND = 20;
  private static final int WAIT_SECONDS = 2;

  /** All turns of the longest wait, the burst and the present instant. */
  private static final int TURNS = PER_SECOND * WAIT_SECONDS + 2;

  private static final String HANDSHAKE =
      """
      GET /live HTTP/1.1
      Host: a
      Connection: Upgrade
      Upgrade: websocket
      Sec-WebSocket-Version: 13
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

      """
          .replace("\n", "\r\n");

  private static final String EVENTS = "GET /live/events?topics=ppwp/0 HTTP/1.1\r\nHost: a\r\n\r\n";

  private static LiveRig rig(int instances) {
    return new LiveRig(
        instances,
        new Settings.Live(64, 8192, 20, 65_536, 600, 600, 1, 100, PER_SECOND, WAIT_SECONDS, true));
  }

  @Test
  void many_atOnce_waitTheirTurnsAndTheRestAreTurnedAwayAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(MANY);
    try (LiveRig rig = rig(2)) {
      rig.board.set(state("ppwp/0", 1, null, 0));
      List<Future<RawViewer>> coming = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        coming.add(threads.submit((Callable<RawViewer>) rig::viewer));
      }
      List<RawViewer> in = new ArrayList<>();
      int away = 0;
      for (Future<RawViewer> one : coming) {
        RawViewer viewer = one.get();
        if (viewer.answer.startsWith("HTTP/1.1 101 ")) {
          in.add(viewer);
        } else {
          assertTrue(viewer.answer.startsWith("HTTP/1.1 503 "), viewer.answer);
          viewer.close();
          away++;
        }
      }
      assertTrue(in.size() >= TURNS, in.size() + " were let in");
      assertTrue(away > 0, "nobody was turned away");
      LiveRig.await(in.size(), () -> rig.viewers("websocket"));
      for (RawViewer viewer : in) {
        viewer.say("{\"watch\":[\"ppwp/0\"]}");
        assertTrue(viewer.next().startsWith("{\"topic\":\"ppwp/0\""));
        viewer.close();
      }
      LiveRig.await(0, () -> rig.viewers("websocket"));
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"websocket", "sse"})
  void one_whoGivesUpWhileItWaits_leavesItsSeat(String kind) throws Exception {
    String request = "sse".equals(kind) ? EVENTS : HANDSHAKE;
    try (LiveRig rig = rig(1)) {
      List<Socket> gone = new ArrayList<>();
      for (int i = 0; i < PER_SECOND; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), rig.web.port());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        gone.add(socket);
      }
      LiveRig.await(PER_SECOND, () -> rig.viewers(kind));
      for (Socket socket : gone) {
        socket.close();
      }
      LiveRig.await(0, () -> rig.viewers(kind));
      try (RawViewer viewer = rig.viewer()) {
        assertEquals("HTTP/1.1 101 ", viewer.answer.substring(0, "HTTP/1.1 101 ".length()));
      }
    }
  }
}
