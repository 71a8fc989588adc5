package id.pantau.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.board.BoardNode;
import id.pantau.count.CountNode;
import id.pantau.count.CountRig;
import id.pantau.count.Forms;
import id.pantau.count.Waiting;
import id.pantau.live.LiveRoutes;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.platform.Settings;
import id.pantau.platform.WebRig;
import id.pantau.platform.contract.Contract;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a real socket says is what {@code /asyncapi.json} says of it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class AsyncApiIT {
  private static final String STATION = "0101011001001";

  /** A heartbeat a second. */
  private static final Settings.Live OFTEN =
      new Settings.Live(64, 8192, 20, 65_536, 60, 45, 1, 100, 2500, 5, true);

  private static CountRig rig;
  private static CountNode count;
  private static Forms forms;
  private static BoardNode board;
  private static WebRig web;
  private static AsyncApiDocument document;

  @BeforeAll
  static void start(@TempDir Path folder) {
    rig = new CountRig(folder);
    Election election = CountRig.election("contoh");
    count = rig.node("asyncapi", election);
    forms = new Forms(election);
    board = new BoardNode(rig, election);
    web =
        new WebRig(
            1,
            List.of(
                new DeveloperRoutes(election, rig.settings().web()),
                new LiveRoutes(board.showing(), OFTEN, () -> false, new SimpleMeterRegistry())));
    document =
        new AsyncApiDocument(WebRig.text(web.get("/asyncapi.json")), Contract.packed().at(""));
  }

  @AfterAll
  static void stop() {
    web.close();
    board.close();
    rig.close();
  }

  /** Takes whole texts; a text may come in parts. */
  private static final class Heard implements WebSocket.Listener {
    final List<String> texts = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        texts.add(part.toString());
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }

  @Test
  void everyMessageOfASocket_isOneThatTheDocumentDescribes() {
    Heard heard = new Heard();
    URI live = URI.create("ws://127.0.0.1:" + web.port() + "/live");
    WebSocket socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(live, heard).join();
    String watch = "{\"watch\":[\"ppwp/0\",\"ppwp/0101011001/children\",\"nope/0\"]}";
    assertEquals(Set.of(), document.errors("watch", watch));
    socket.sendText(watch, true).join();
    Waiting.until("states, an error and a heartbeat", () -> kinds(heard).size() == 4);
    int before = heard.texts.size();
    count.count(forms.sound("ppwp", STATION, 1, Method.MACHINE, 10, 20, 30));
    Waiting.until(
        "only the row that changed",
        () -> heard.texts.stream().skip(before).anyMatch(t -> t.contains("\"complete\":false")));
    String unwatch = "{\"unwatch\":[\"ppwp/0\"]}";
    assertEquals(Set.of(), document.errors("unwatch", unwatch));
    socket.sendText(unwatch, true).join();
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    for (String text : heard.texts) {
      assertEquals(Set.of(), document.errors(kind(text), text), text);
    }
    assertEquals(Set.of("state", "children", "unknown", "heartbeat"), kinds(heard));
  }

  /** Which of the document's messages a text is: told by its fields, as a client tells it. */
  private static String kind(String text) {
    JsonNode message = OpenApiDocument.json(text);
    if (message.has("heartbeat")) {
      return "heartbeat";
    }
    if (message.has("error")) {
      return "unknown";
    }
    return message.path("topic").asText().endsWith("/children") ? "children" : "state";
  }

  private static Set<String> kinds(Heard heard) {
    Set<String> kinds = new TreeSet<>();
    heard.texts.forEach(text -> kinds.add(kind(text)));
    return kinds;
  }

  @Test
  void examplesOfTheDocument_areValid() {
    List<String> checked = new ArrayList<>();
    for (Map.Entry<String, JsonNode> message : document.messages().properties()) {
      for (JsonNode example : message.getValue().path("examples")) {
        String payload = example.path("payload").toString();
        checked.add(payload);
        assertEquals(Set.of(), document.errors(message.getKey(), payload));
      }
    }
    assertEquals(3, checked.size());
  }

  @Test
  void check_ofAMessageThatIsWrong_fails() {
    String beat = "{\"heartbeat\":\"2026-11-21T14:00:15Z\",\"delayed\":false,\"countedAt\":null}";
    assertEquals(Set.of(), document.errors("heartbeat", beat));
    for (String wrong :
        List.of(
            beat.replace("false", "\"no\""),
            beat.replace("null", "1"),
            beat.replace("}", ",\"more\":1}"),
            beat.replace("T14", " 14"))) {
      assertFalse(document.errors("heartbeat", wrong).isEmpty(), wrong);
    }
    assertFalse(document.errors("state", "{\"topic\":\"ppwp/0\"}").isEmpty());
  }

  /** Each channel and operation names messages that are there. */
  @Test
  void references_leadSomewhere() {
    assertTrue(document.dangling().isEmpty(), document.dangling()::toString);
  }
}
