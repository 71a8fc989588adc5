package id.pantau.live;

import static id.pantau.live.DrivenBoard.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.platform.Settings;
import id.pantau.platform.Showing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Viewers come, go, read, do not read, watch more and less, in any order, while states come. What
 * goes to them past their queues must not be told from what goes through.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class CrowdTest {
  private static final String[] TOPICS = {"ppwp/0", "ppwp/31", "ppwp/0/children"};
  private static final int STEPS = 700;
  private static final int VIEWERS_MAX = 40;
  private static final int PADDING_MAX = 30_000;
  private static final Pattern STATE =
      Pattern.compile(
          "\\{\"topic\":\"([^\"]+)\",\"position\":\\{\"epoch\":1,\"revision\":([0-9]+)},"
              + "\"complete\":(true|false),\"pad\":\"(x*)\"}");

  private final Map<String, Integer> revisions = new HashMap<>();
  private final Map<String, Integer> paddings = new HashMap<>();
  private final List<Viewer> viewers = new ArrayList<>();

  /** A viewer, and what it has seen of each topic that it watches. */
  private final class Viewer {
    final RawViewer raw;
    final TreeSet<String> watched = new TreeSet<>();
    final Map<String, Integer> seen = new HashMap<>();

    Viewer(int port, int receiveBytes) throws IOException {
      raw = new RawViewer(port, receiveBytes, new byte[0]);
    }

    void watch(String topic) throws IOException {
      raw.say("{\"watch\":[\"" + topic + "\"]}");
      watched.add(topic);
    }

    /** Reads one text, which must be a whole state and follow from what was seen. */
    void read() throws IOException {
      String text = raw.next();
      Matcher matcher = STATE.matcher(text);
      assertTrue(matcher.matches(), () -> text.substring(0, Math.min(200, text.length())));
      String topic = matcher.group(1);
      int revision = Integer.parseInt(matcher.group(2));
      assertEquals(paddings.get(topic + revision), matcher.group(4).length(), topic + revision);
      Integer before = seen.put(topic, revision);
      if (matcher.group(3).equals("false")) {
        assertEquals(revision - 1, before, "changes build on what was seen");
      } else {
        assertTrue(before == null || revision >= before, revision + " came after " + before);
      }
    }

    void catchUp() throws IOException {
      for (String topic : watched) {
        while (!Objects.equals(revisions.get(topic), seen.get(topic))) {
          read();
        }
      }
    }
  }

  private Showing.Update next(String topic, int padding) {
    int revision = revisions.merge(topic, 1, Integer::sum);
    paddings.put(topic + revision, padding);
    Long before = revision == 1 ? null : revision - 1L;
    return state(topic, revision, before, padding);
  }

  private static Settings.Live limits(boolean ioUring) {
    return new Settings.Live(64, 8192, 1000, 65_536, 600, 600, 1, 200, 2500, 5, ioUring);
  }

  @ParameterizedTest
  @CsvSource({
    "1, true",
    "2024, true",
    "20240214, true",
    "7, true",
    "1, false",
    "2024, false",
    "7, false"
  })
  void crowd_inAnyOrder_everyViewerGetsWholeStatesAndTheNewestAtLast(long seed, boolean ioUring)
      throws Exception {
    Random random = new Random(seed);
    try (LiveRig rig = new LiveRig(2, limits(ioUring))) {
      for (String topic : TOPICS) {
        rig.board.tick(next(topic, 10));
      }
      for (int i = 0; i < STEPS; i++) {
        step(rig, random);
      }
      boolean gathered = rig.count("pantau.live.calls") < rig.count("pantau.live.writes");
      assertEquals(ioUring && Ring.isThere(), gathered);
      assertTrue(rig.heartbeats("state") > 0, "none left with a state");
      for (Viewer viewer : viewers) {
        viewer.catchUp();
        viewer.raw.close();
      }
      LiveRig.await(0, () -> rig.viewers("websocket"));
    }
  }

  private void step(LiveRig rig, Random random) throws IOException {
    int what = random.nextInt(10);
    if (what < 4) {
      int first = random.nextInt(3);
      int padding = random.nextInt(random.nextInt(3) == 0 ? PADDING_MAX : 900);
      Showing.Update one = next(TOPICS[first], padding);
      if (random.nextInt(3) == 0) {
        rig.board.tick(one, next(TOPICS[(first + 1) % 3], random.nextInt(900)));
      } else {
        rig.board.tick(one);
      }
    } else if (what < 6 && viewers.size() < VIEWERS_MAX) {
      Viewer viewer = new Viewer(rig.web.port(), random.nextBoolean() ? 16_384 : 0);
      viewer.watch(TOPICS[random.nextInt(3)]);
      viewers.add(viewer);
    } else if (!viewers.isEmpty()) {
      act(viewers.get(random.nextInt(viewers.size())), random);
    }
  }

  private void act(Viewer viewer, Random random) throws IOException {
    switch (random.nextInt(6)) {
      case 0 -> {
        viewers.remove(viewer);
        if (random.nextBoolean()) {
          viewer.raw.reset();
        } else {
          viewer.raw.close();
        }
      }
      case 1 -> {
        viewer.catchUp();
        viewer.watch(TOPICS[random.nextInt(3)]);
      }
      case 2 -> {
        viewer.catchUp();
        String topic = viewer.watched.first();
        if (viewer.watched.size() > 1) {
          viewer.watched.remove(topic);
          viewer.raw.say("{\"unwatch\":[\"" + topic + "\"]}");
        }
      }
      case 3 -> viewer.raw.send(RawViewer.PING, new byte[100]);
      default -> viewer.catchUp();
    }
  }
}
