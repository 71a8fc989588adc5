package id.pantau.live;

import static id.pantau.live.DrivenBoard.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.platform.WebRig;
import java.io.EOFException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LiveRoutesTest {
  private final LiveRig rig = new LiveRig(2, LiveRig.LIMITS);

  @BeforeEach
  void fill() {
    rig.board.set(
        state("ppwp/0", 1, null, 0), state("ppwp/31", 1, null, 0), state("ppwp/32", 1, null, 0));
    rig.board.set(state("ppwp/0/children", 1, null, 0));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private static String at(long revision) {
    return "\"revision\":" + revision + "}";
  }

  @Test
  void handshake_anyOrigin_isTakenWithoutCompression() throws Exception {
    try (RawViewer viewer = rig.viewer()) {
      assertTrue(viewer.answer.startsWith("HTTP/1.1 101 "), viewer.answer);
      assertTrue(viewer.answer.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="), viewer.answer);
      assertFalse(viewer.answer.toLowerCase(java.util.Locale.ROOT).contains("extensions"));
    }
  }

  @Test
  void watch_topic_isAnsweredWithTheWholeState() throws Exception {
    try (RawViewer viewer = rig.viewer()) {
      viewer.say("{\"watch\":[\"ppwp/0/children\"]}");
      String text = viewer.next();
      assertTrue(text.startsWith("{\"topic\":\"ppwp/0/children\",\"position\":{"), text);
      assertTrue(text.contains("\"complete\":true"), text);
    }
  }

  @Test
  void frame_beforeTheHandshakeIsAnswered_isRefused() throws Exception {
    byte[] early = RawViewer.text("{\"watch\":[\"ppwp/31\"]}");
    try (RawViewer viewer = new RawViewer(rig.web.port(), 0, early)) {
      assertTrue(viewer.answer.startsWith("HTTP/1.1 400 "), viewer.answer);
    }
  }

  @Test
  void watch_again_givesTheWholeStateAgain() throws Exception {
    try (RawViewer viewer = rig.viewer("ppwp/0/children")) {
      rig.board.tick(state("ppwp/0/children", 2, 1L, 0));
      assertTrue(viewer.next().contains("\"complete\":false"));
      viewer.say("{\"watch\":[\"ppwp/0/children\"]}");
      String again = viewer.next();
      assertTrue(again.contains("\"complete\":true") && again.contains(at(2)), again);
    }
  }

  @Test
  void tick_changedTopic_reachesEveryViewerOnEveryLoop() throws Exception {
    List<RawViewer> viewers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      viewers.add(rig.viewer("ppwp/31"));
    }
    assertEquals(2, rig.board.followed("ppwp/31"), "each hub follows a topic once");
    rig.board.tick(state("ppwp/31", 2, 1L, 300));
    for (RawViewer viewer : viewers) {
      assertTrue(viewer.next().contains(at(2)));
      viewer.close();
    }
    LiveRig.await(0, () -> rig.viewers("websocket"));
    assertEquals(0, rig.board.followed("ppwp/31"), "and drops it with its last viewer");
  }

  @Test
  void viewers_manyGoAtOnceWithoutAWord_leaveAndTheOthersAreServed() throws Exception {
    List<RawViewer> gone = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      gone.add(rig.viewer("ppwp/31"));
    }
    try (RawViewer stays = rig.viewer("ppwp/31")) {
      for (int i = 0; i < gone.size(); i++) {
        if (i % 2 == 0) {
          gone.get(i).reset();
        } else {
          gone.get(i).close();
        }
        if (i % 15 == 0) {
          rig.board.tick(state("ppwp/31", 2 + i, null, 300));
          assertTrue(stays.next().contains(at(2 + i)));
        }
      }
      LiveRig.await(1, () -> rig.viewers("websocket"));
      rig.board.tick(state("ppwp/31", 400, null, 300));
      assertTrue(stays.next().contains(at(400)));
    }
  }

  @Test
  void tick_severalTopics_areOneWrite() throws Exception {
    try (RawViewer viewer = rig.viewer("ppwp/0", "ppwp/31", "ppwp/32")) {
      LiveRig.await(3, () -> rig.count("pantau.live.deliveries"));
      double before = rig.count("pantau.live.writes");
      rig.board.tick(
          state("ppwp/0", 2, 1L, 10), state("ppwp/31", 2, 1L, 10), state("ppwp/32", 2, 1L, 10));
      for (int i = 0; i < 3; i++) {
        assertTrue(viewer.next().contains(at(2)));
      }
      assertEquals(6, rig.count("pantau.live.deliveries"));
      assertEquals(before + 1, rig.count("pantau.live.writes"));
    }
  }

  @Test
  void tick_oneOfSeveralTopics_goesToManyInOneCall() throws Exception {
    List<RawViewer> viewers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      viewers.add(rig.viewer("ppwp/0", "ppwp/31"));
    }
    LiveRig.await(80, () -> rig.count("pantau.live.deliveries"));
    double writes = rig.count("pantau.live.writes");
    double calls = rig.count("pantau.live.calls");
    rig.board.tick(state("ppwp/31", 2, 1L, 10));
    everyoneSees(viewers, "ppwp/31", 2);
    assertEquals(writes + 40, rig.count("pantau.live.writes"));
    assertEquals(calls + (Ring.isThere() ? 2 : 40), rig.count("pantau.live.calls"));
    rig.board.tick(state("ppwp/0", 2, 1L, 10), state("ppwp/31", 3, 2L, 10));
    for (RawViewer viewer : viewers) {
      viewer.next();
      viewer.next();
    }
    assertEquals(writes + 80, rig.count("pantau.live.writes"), "both in one write of each viewer");
    viewers.get(0).say("{\"unwatch\":[\"ppwp/0\"]}");
    rig.board.tick(state("ppwp/31", 4, 3L, 10));
    everyoneSees(viewers, "ppwp/31", 4);
    for (RawViewer viewer : viewers) {
      viewer.close();
    }
  }

  private static void everyoneSees(List<RawViewer> viewers, String topic, long revision)
      throws Exception {
    for (RawViewer viewer : viewers) {
      String text = viewer.next();
      assertTrue(text.contains(topic) && text.contains(at(revision)), text);
    }
  }

  @Test
  void tick_children_changesOnlyToWhoSawTheStateBefore() throws Exception {
    try (RawViewer viewer = rig.viewer("ppwp/0/children")) {
      rig.board.tick(state("ppwp/0/children", 2, 1L, 0));
      assertTrue(viewer.next().contains("\"complete\":false"), "saw 1, changes since 1");
      rig.board.tick(state("ppwp/0/children", 4, 3L, 0));
      assertTrue(viewer.next().contains("\"complete\":true"), "saw 2, changes since 3");
      rig.board.tick(state("ppwp/0/children", 5, null, 0));
      assertTrue(viewer.next().contains("\"complete\":true"), "no changes known");
      rig.board.tick(state("ppwp/0/children", 6, 5L, 0));
      assertTrue(viewer.next().contains("\"complete\":false"), "saw 5, changes since 5");
    }
  }

  @Test
  void tick_olderPosition_isNotShown() throws Exception {
    try (RawViewer viewer = rig.viewer("ppwp/0")) {
      rig.board.tick(state("ppwp/0", 5, 1L, 0));
      rig.board.tick(state("ppwp/0", 4, 3L, 0));
      rig.board.tick(state("ppwp/0", 6, 5L, 0));
      assertTrue(viewer.next().contains(at(5)));
      assertTrue(viewer.next().contains(at(6)));
    }
  }

  @Test
  void unwatch_topic_isQuietAndTheOthersGoOn() throws Exception {
    try (RawViewer viewer = rig.viewer("ppwp/0", "ppwp/31")) {
      viewer.say("{\"unwatch\":[\"ppwp/0\",\"ppwp/99\",\"nonsense\"]}");
      viewer.say("{\"watch\":[\"ppwp/32\"]}");
      assertTrue(viewer.next().contains("ppwp/32"));
      assertEquals(0, rig.board.followed("ppwp/0"));
      rig.board.tick(state("ppwp/0", 2, 1L, 0), state("ppwp/31", 2, 1L, 0));
      assertTrue(viewer.next().contains("ppwp/31"));
    }
  }

  @Test
  void watch_unknownTopic_isAnErrorAndTheSocketStays() throws Exception {
    try (RawViewer viewer = rig.viewer()) {
      viewer.say("{\"watch\":[\"nope/77\",\"no \\\"topic\",\"ppwp/31\"]}");
      List<String> texts = new ArrayList<>(List.of(viewer.next(), viewer.next(), viewer.next()));
      texts.sort(null);
      String problem =
          "\"error\":{\"type\":\"urn:pantau:problem:unknown-topic\",\"title\":\"unknown-topic\"";
      assertTrue(texts.get(0).startsWith("{\"topic\":\"no \\\"topic\"," + problem), texts.get(0));
      assertTrue(texts.get(1).startsWith("{\"topic\":\"nope/77\"," + problem), texts.get(1));
      assertTrue(texts.get(2).startsWith("{\"topic\":\"ppwp/31\",\"position\""), texts.get(2));
      rig.board.set(state("nope/77", 1, null, 0));
      viewer.say("{\"watch\":[\"nope/77\"]}");
      assertTrue(viewer.next().contains("\"position\""));
    }
  }

  @Test
  void watch_boardLoading_isAnsweredOnceItHasLoaded() throws Exception {
    rig.board.loading = true;
    try (RawViewer viewer = rig.viewer()) {
      viewer.say("{\"watch\":[\"ppwp/31\"]}");
      viewer.send(RawViewer.PING, new byte[0]);
      assertEquals(RawViewer.PONG, java.util.Objects.requireNonNull(viewer.read()).opcode());
      rig.board.loading = false;
      assertTrue(viewer.next().contains("ppwp/31"));
    }
  }

  @Test
  void viewer_vanishes_leavesItsSeat() throws Exception {
    RawViewer viewer = rig.viewer("ppwp/31");
    assertEquals(1, rig.viewers("websocket"));
    viewer.reset();
    LiveRig.await(0, () -> rig.viewers("websocket"));
    assertEquals(0, rig.board.followed("ppwp/31"));
  }

  /** A channel that was taken over has left Vert.x' books: they do not grow with the viewers. */
  @Test
  void viewers_takenOver_areNotCountedByVertx() throws Exception {
    for (int i = 0; i < 5; i++) {
      rig.viewer("ppwp/31").close();
    }
    try (RawViewer stays = rig.viewer("ppwp/31")) {
      LiveRig.await(1, () -> rig.viewers("websocket"));
      assertEquals(0, rig.web.gauge("vertx.http.server.active.connections"));
      assertEquals(0, rig.web.gauge("vertx.http.server.active.ws.connections"));
      assertEquals(0, rig.web.gauge("vertx.http.server.active.requests"));
      assertEquals(404, rig.web.get("/nothing").statusCode());
      assertEquals(1, rig.web.gauge("vertx.http.server.active.connections"));
      rig.board.tick(state("ppwp/31", 2, 1L, 0));
      assertTrue(stays.next().contains(at(2)));
    }
  }

  /** F44: whoever watches is told to go elsewhere before the node is gone. */
  @Test
  void stop_viewers_areClosedWith1001() throws Exception {
    try (RawViewer one = rig.viewer("ppwp/31");
        RawViewer two = rig.viewer("ppwp/0", "ppwp/0/children");
        RawViewer three = rig.viewer()) {
      Thread stopping = new Thread(rig.web::stop);
      stopping.start();
      for (RawViewer viewer : List.of(one, two, three)) {
        assertEquals(1001, viewer.closeCode());
        viewer.send(RawViewer.CLOSE, new byte[] {3, (byte) 0xE9});
      }
      stopping.join();
      assertEquals(3, rig.closes(1001));
      assertEquals(0, rig.viewers("websocket"));
    }
  }

  @Test
  void request_withoutUpgrade_isTold() {
    HttpResponse<byte[]> response = rig.web.get("/live");
    assertEquals(426, response.statusCode());
    assertTrue(WebRig.text(response).contains("upgrade-required"));
  }

  @Test
  void socket_afterClose_getsNothing() throws Exception {
    try (RawViewer viewer = rig.viewer("ppwp/31")) {
      viewer.send(RawViewer.CLOSE, new byte[] {3, (byte) 0xE8});
      assertEquals(1000, viewer.closeCode());
      rig.board.tick(state("ppwp/31", 2, 1L, 0));
      org.junit.jupiter.api.Assertions.assertThrows(EOFException.class, viewer::next);
    }
  }
}
