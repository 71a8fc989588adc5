package id.pantau.live;

import static id.pantau.live.DrivenBoard.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.live.RawViewer.Frame;
import id.pantau.platform.Settings;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Those who read slowly, not at all, or are not there any more (F22, F23). */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SlowViewerTest {
  private static final int BACKLOG = 65_536;
  private static final int STATE_BYTES = 20_000;
  private static final int TICKS = 2_000;
  private static final Pattern REVISION = Pattern.compile("\"revision\":([0-9]+)}");

  private static Settings.Live limits(int stuckSeconds, int deadSeconds, int sockets) {
    return new Settings.Live(
        64, 8192, 20, BACKLOG, stuckSeconds, deadSeconds, 1, sockets, 2500, 5, true);
  }

  private static long revision(String text) {
    Matcher matcher = REVISION.matcher(text);
    assertTrue(matcher.find(), text);
    return Long.parseLong(matcher.group(1));
  }

  /** F22: forty megabytes are shown, and what a stuck viewer costs is its backlog. */
  @Test
  void viewer_readsNothing_costsItsBacklogThenGetsTheNewestState() throws Exception {
    try (LiveRig rig = new LiveRig(1, limits(600, 600, 100))) {
      rig.board.set(state("ppwp/0", 1, null, STATE_BYTES), state("ppwp/31", 1, null, 0));
      try (RawViewer slow = new RawViewer(rig.web.port(), 4096, new byte[0]);
          RawViewer other = rig.viewer("ppwp/31")) {
        slow.say("{\"watch\":[\"ppwp/0\",\"ppwp/31\"]}");
        slow.next();
        LiveRig.await(2, () -> rig.board.followed("ppwp/0") + rig.board.followed("ppwp/31"));
        for (int i = 2; i <= TICKS; i++) {
          rig.board.tick(state("ppwp/0", i, (long) i - 1, STATE_BYTES));
        }
        rig.board.tick(state("ppwp/31", 2, 1L, 0));
        assertEquals(2, revision(other.next()), "others are not held up");
        assertTrue(rig.count("pantau.live.drops") > TICKS - 100, "states were skipped");
        assertTrue(
            rig.count("pantau.live.bytes") < 20.0 * BACKLOG,
            rig.count("pantau.live.bytes") + " bytes were handed to a viewer who reads nothing");
        assertEquals(TICKS, lastOf(slow, "ppwp/0", TICKS));
        rig.board.tick(state("ppwp/0", TICKS + 1, (long) TICKS, 10));
        assertEquals(TICKS + 1, lastOf(slow, "ppwp/0", TICKS + 1), "and goes on as others do");
      }
    }
  }

  /** Reads until the newest revision came; positions never go back on the way. */
  private static long lastOf(RawViewer viewer, String topic, long newest) throws IOException {
    long last = 0;
    while (last < newest) {
      String text = viewer.next();
      if (text.startsWith("{\"topic\":\"" + topic + "\"")) {
        assertTrue(revision(text) > last, revision(text) + " came after " + last);
        last = revision(text);
      }
    }
    return last;
  }

  /** Changes build on what was sent last: after a gap only the whole state will do. */
  @Test
  void viewer_missedChanges_getsTheWholeChildren() throws Exception {
    String topic = "ppwp/0/children";
    try (LiveRig rig = new LiveRig(1, limits(600, 600, 100))) {
      rig.board.set(state(topic, 1, null, STATE_BYTES));
      try (RawViewer slow = new RawViewer(rig.web.port(), 4096, new byte[0])) {
        slow.say("{\"watch\":[\"" + topic + "\"]}");
        slow.next();
        for (int i = 2; i <= 200; i++) {
          rig.board.tick(state(topic, i, (long) i - 1, STATE_BYTES));
        }
        long last = 1;
        while (last < 200) {
          String text = slow.next();
          boolean complete = text.contains("\"complete\":true");
          assertTrue(complete || revision(text) == last + 1, "changes over a gap after " + last);
          last = revision(text);
        }
      }
    }
  }

  @Test
  void viewer_readsNothingForTooLong_isClosed() throws Exception {
    try (LiveRig rig = new LiveRig(1, limits(1, 600, 100))) {
      rig.board.set(state("ppwp/0", 1, null, STATE_BYTES));
      try (RawViewer stuck = new RawViewer(rig.web.port(), 4096, new byte[0])) {
        stuck.say("{\"watch\":[\"ppwp/0\"]}");
        stuck.next();
        for (int i = 2; i <= 100; i++) {
          rig.board.tick(state("ppwp/0", i, (long) i - 1, STATE_BYTES));
        }
        LiveRig.await(1, () -> rig.closes(4000));
        LiveRig.await(0, () -> rig.viewers("websocket"));
        assertEquals(0, rig.board.followed("ppwp/0"));
      }
    }
  }

  /** F23: a viewer that answers no pings is not there any more. */
  @Test
  void viewer_answersNoPings_isClosed4001() throws Exception {
    try (LiveRig rig = new LiveRig(1, limits(600, 2, 100));
        RawViewer dead = rig.viewer()) {
      assertEquals(4001, dead.closeCode());
      LiveRig.await(0, () -> rig.viewers("websocket"));
    }
  }

  @Test
  void viewer_answersPings_stays() throws Exception {
    try (LiveRig rig = new LiveRig(1, limits(600, 2, 100));
        RawViewer viewer = rig.viewer()) {
      for (int pings = 0; pings < 4; ) {
        Frame frame = viewer.read();
        assertNotNull(frame);
        assertTrue(frame.opcode() != RawViewer.CLOSE, "closed with " + frame.closeCode());
        if (frame.opcode() == RawViewer.PING) {
          viewer.send(RawViewer.PONG, frame.payload());
          pings++;
        }
      }
      assertEquals(1, rig.viewers("websocket"));
    }
  }

  @Test
  void heartbeat_saysTheTimeAndWhetherTheNodeIsBehind() throws Exception {
    try (LiveRig rig = new LiveRig(1, limits(600, 600, 100));
        RawViewer viewer = rig.viewer()) {
      Frame frame = viewer.read();
      assertNotNull(frame);
      assertTrue(
          frame
              .text()
              .matches("\\{\"heartbeat\":\"[0-9T:-]{19}Z\",\"delayed\":false,\"countedAt\":null}"),
          frame.text());
      rig.delayed.set(true);
      String text = "";
      while (!text.contains("\"delayed\":true")) {
        Frame next = viewer.read();
        assertNotNull(next);
        text = next.text();
      }
    }
  }

  @Test
  void viewers_moreThanSeats_are503AndASeatIsFreeAgain() throws Exception {
    try (LiveRig rig = new LiveRig(2, limits(600, 600, 2));
        RawViewer one = rig.viewer()) {
      try (RawViewer two = rig.viewer();
          RawViewer three = rig.viewer()) {
        assertTrue(two.answer.startsWith("HTTP/1.1 101 "), two.answer);
        assertTrue(three.answer.startsWith("HTTP/1.1 503 "), three.answer);
        assertEquals(503, rig.web.get("/live/events?topics=ppwp/0").statusCode());
      }
      LiveRig.await(1, () -> rig.viewers("websocket"));
      try (RawViewer four = rig.viewer()) {
        assertTrue(four.answer.startsWith("HTTP/1.1 101 "), four.answer);
      }
      assertTrue(one.answer.startsWith("HTTP/1.1 101 "), one.answer);
    }
  }
}
