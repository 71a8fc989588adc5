package id.pantau.live;

import static id.pantau.live.DrivenBoard.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No viewer here closes its socket: the door has to end all the same, and its viewers' loop. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ViewersLoopTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void viewersLoop_busyWithViewers_theDoorAnswersMeanwhile() throws Exception {
    try (LiveRig rig = new LiveRig(1, LiveRig.LIMITS)) {
      rig.board.set(state("ppwp/0", 1, null, 0));
      RawViewer viewer = rig.viewer("ppwp/0");
      CountDownLatch until = new CountDownLatch(1);
      rig.board.hold("ppwp/0", until);
      try {
        URI live = URI.create("http://127.0.0.1:" + rig.web.port() + "/live");
        HttpRequest ask = HttpRequest.newBuilder(live).timeout(PATIENCE).build();
        HttpResponse<Void> answer =
            HttpClient.newHttpClient().send(ask, HttpResponse.BodyHandlers.discarding());
        assertEquals(426, answer.statusCode());
      } finally {
        until.countDown();
      }
      rig.board.tick(state("ppwp/0", 2, 1L, 0));
      assertTrue(viewer.next().contains("\"revision\":2"));
    }
  }

  @Test
  void viewersLoop_whatIsSaidRightBehindTheHandshake_isHeard() throws Exception {
    try (LiveRig rig = new LiveRig(2, LiveRig.LIMITS)) {
      rig.board.set(state("ppwp/0", 1, null, 0));
      for (int i = 0; i < 50; i++) {
        RawViewer viewer = rig.viewer();
        viewer.say("{\"watch\":[\"ppwp/0\"]}");
        assertTrue(viewer.next().contains("\"revision\":1"));
      }
      assertEquals(50, rig.viewers("websocket"));
    }
  }

  /** They may be gone while their sockets are between the two loops. */
  @Test
  void viewersLoop_viewersWhoGoAtOnce_leaveNoSeatTaken() throws Exception {
    try (LiveRig rig = new LiveRig(2, LiveRig.LIMITS)) {
      for (int i = 0; i < 500; i++) {
        rig.viewer().close();
      }
      LiveRig.await(0, () -> rig.viewers("websocket"));
    }
  }
}
