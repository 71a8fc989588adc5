package id.pantau.live;

import static id.pantau.live.DrivenBoard.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.platform.Settings;
import id.pantau.platform.WebRig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class EventsRouteTest {
  private static final Settings.Live LIMITS =
      new Settings.Live(64, 8192, 20, 65_536, 600, 600, 1, 100, 2500, 5, true);
  private final LiveRig rig = new LiveRig(2, LIMITS);

  @BeforeEach
  void fill() {
    rig.board.set(state("ppwp/0", 1, null, 0), state("ppwp/31", 1, null, 0));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  /** A reader of events, line by line. */
  private static final class Events implements AutoCloseable {
    final HttpURLConnection connection;
    final BufferedReader lines;

    /** As a browser keeps it: of the last event that had one. */
    String id = "";

    Events(LiveRig rig, String topics) throws IOException {
      this(rig, topics, null);
    }

    Events(LiveRig rig, String topics, @Nullable String lastId) throws IOException {
      URI uri = URI.create("http://127.0.0.1:" + rig.web.port() + "/live/events?topics=" + topics);
      connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setReadTimeout(30_000);
      if (lastId != null) {
        connection.setRequestProperty("Last-Event-ID", lastId);
      }
      lines =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The data of the next event that is no heartbeat; null at the end. */
    @Nullable String next() throws IOException {
      String line = lines.readLine();
      while (line != null && (!line.startsWith("data: ") || line.contains("\"heartbeat\""))) {
        if (line.startsWith("id: ")) {
          id = line.substring("id: ".length());
        }
        line = lines.readLine();
      }
      return line == null ? null : line.substring("data: ".length());
    }

    @Override
    public void close() {
      connection.disconnect();
    }
  }

  private static boolean has(@Nullable String text, String topic, long revision) {
    return Objects.requireNonNull(text)
        .startsWith(
            "{\"topic\":\""
                + topic
                + "\",\"position\":{\"epoch\":1,\"revision\":"
                + revision
                + "}");
  }

  @Test
  void stream_hasTheSameTextsAsASocket() throws Exception {
    try (Events events = new Events(rig, "ppwp/31");
        RawViewer socket = rig.viewer()) {
      socket.say("{\"watch\":[\"ppwp/31\"]}");
      assertEquals(socket.next(), events.next());
      assertEquals("text/event-stream; charset=utf-8", events.connection.getContentType());
      assertEquals("*", events.connection.getHeaderField("Access-Control-Allow-Origin"));
      rig.board.tick(state("ppwp/31", 2, 1L, 500));
      assertEquals(socket.next(), events.next());
      assertEquals(1, rig.viewers("sse"));
    }
    LiveRig.await(0, () -> rig.viewers("sse"));
    LiveRig.await(0, () -> rig.board.followed("ppwp/31"));
  }

  @Test
  void tick_severalTopics_areOneWrite() throws Exception {
    try (Events events = new Events(rig, "ppwp/0,ppwp/31")) {
      events.next();
      events.next();
      LiveRig.await(2, () -> rig.count("pantau.live.deliveries"));
      double before = rig.count("pantau.live.writes");
      rig.board.tick(state("ppwp/0", 2, 1L, 9), state("ppwp/31", 2, 1L, 9));
      assertTrue(has(events.next(), "ppwp/0", 2));
      assertTrue(has(events.next(), "ppwp/31", 2));
      assertEquals(before + 1, rig.count("pantau.live.writes"));
    }
  }

  @Test
  void return_withTheNewestState_getsWhatComesNextOnly() throws Exception {
    String id;
    rig.board.set(state("ppwp/31/children", 4, null, 0));
    try (Events events = new Events(rig, "ppwp/31/children")) {
      assertTrue(has(events.next(), "ppwp/31/children", 4));
      id = events.id;
    }
    assertTrue(id.matches("ppwp/31/children@1\\.4\\.[0-9a-f]{32}"), id);
    LiveRig.await(0, () -> rig.viewers("sse"));
    LiveRig.await(1, () -> rig.count("pantau.live.deliveries"));
    try (Events events = new Events(rig, "ppwp/31/children", id)) {
      LiveRig.await(1, () -> rig.board.followed("ppwp/31/children"));
      rig.board.tick(state("ppwp/31/children", 5, 4L, 0));
      String next = Objects.requireNonNull(events.next());
      assertTrue(has(next, "ppwp/31/children", 5), next);
      // Only the rows that changed: the viewer has the state on which they build.
      assertTrue(next.contains("\"complete\":false"), next);
      assertTrue(events.id.startsWith("ppwp/31/children@1.5."), events.id);
      LiveRig.await(2, () -> rig.count("pantau.live.deliveries"));
    }
  }

  @Test
  void return_withAnOlderOrStrangeState_getsTheWholeState() throws Exception {
    String old;
    try (Events events = new Events(rig, "ppwp/31")) {
      events.next();
      old = events.id;
    }
    rig.board.set(state("ppwp/31", 2, 1L, 0));
    String withheld = old.replace("@1.1.", "@1.2.");
    for (String id : List.of(old, withheld, "", "x", "@", "ppwp/31", "7", "y".repeat(4_000))) {
      try (Events events = new Events(rig, "ppwp/31", id)) {
        String next = events.next();
        assertTrue(has(next, "ppwp/31", 2), () -> id + " got " + next);
        assertTrue(Objects.requireNonNull(next).contains("\"complete\":true"), next);
      }
    }
  }

  @Test
  void return_withOneOfSeveralTopics_getsTheOthersWhole() throws Exception {
    try (Events first = new Events(rig, "ppwp/31")) {
      first.next();
      try (Events events = new Events(rig, "ppwp/31,ppwp/0", first.id)) {
        assertTrue(has(events.next(), "ppwp/0", 1));
        rig.board.tick(state("ppwp/31", 2, 1L, 0));
        assertTrue(has(events.next(), "ppwp/31", 2));
      }
    }
  }

  @Test
  void heartbeatsAndErrors_haveNoId() throws Exception {
    try (Events events = new Events(rig, "nope/1")) {
      assertTrue(Objects.requireNonNull(events.next()).contains("error"));
      String line = "";
      while (!line.contains("\"heartbeat\"")) {
        line = Objects.requireNonNull(events.lines.readLine());
        assertFalse(line.startsWith("id:"), line);
      }
      assertEquals("", events.id);
    }
  }

  @Test
  void preflight_allowsTheHeader() {
    HttpResponse<byte[]> response =
        rig.web.send("OPTIONS", "/live/events?topics=ppwp/0", "Origin", "https://news.example");
    assertEquals(204, response.statusCode());
    String allowed = response.headers().firstValue("Access-Control-Allow-Headers").orElseThrow();
    assertTrue(allowed.contains("Last-Event-ID"), allowed);
    assertEquals(0, rig.viewers("sse"));
  }

  @Test
  void stream_unknownTopic_isAnErrorEvent() throws Exception {
    try (Events events = new Events(rig, "nope/1,ppwp/0")) {
      String both = events.next() + events.next();
      assertTrue(both.contains("{\"topic\":\"nope/1\",\"error\":{"), both);
      assertTrue(both.contains("{\"topic\":\"ppwp/0\",\"position\""), both);
    }
  }

  @Test
  void stream_heartbeats_areACommentAndAnEvent() throws Exception {
    try (Events events = new Events(rig, "ppwp/0")) {
      String line = "";
      while (!line.equals(":")) {
        line = Objects.requireNonNull(events.lines.readLine());
      }
      line = Objects.requireNonNull(events.lines.readLine());
      assertTrue(line.startsWith("data: {\"heartbeat\":\""), line);
    }
  }

  @Test
  void request_withoutTopicsOrTooMany_is400() {
    String many =
        IntStream.range(0, 65).mapToObj(i -> "ppwp/" + i).collect(Collectors.joining(","));
    assertEquals(400, rig.web.get("/live/events").statusCode());
    assertEquals(400, rig.web.get("/live/events?topics=").statusCode());
    assertTrue(WebRig.text(rig.web.get("/live/events?topics=" + many)).contains("malformed"));
    assertEquals(405, rig.web.send("POST", "/live/events?topics=ppwp/0").statusCode());
    assertEquals(0, rig.viewers("sse"));
  }

  @Test
  void stop_endsTheStream() throws Exception {
    try (Events events = new Events(rig, "ppwp/0")) {
      assertTrue(has(events.next(), "ppwp/0", 1));
      rig.web.stop();
      assertNull(events.next());
      assertEquals(0, rig.viewers("sse"));
    }
  }

  /** F22 for streams: what is not read is not kept. */
  @Test
  void reader_readsNothing_thenGetsTheNewestState() throws Exception {
    rig.board.set(state("ppwp/0", 1, null, 20_000));
    try (Events events = new Events(rig, "ppwp/0")) {
      assertTrue(has(events.next(), "ppwp/0", 1));
      for (int i = 2; i <= 1_000; i++) {
        rig.board.tick(state("ppwp/0", i, (long) i - 1, 20_000));
      }
      assertTrue(rig.count("pantau.live.drops") > 300, "only " + rig.count("pantau.live.drops"));
      String text = "";
      while (!has(text, "ppwp/0", 1_000)) {
        text = Objects.requireNonNull(events.next());
      }
    }
  }
}
