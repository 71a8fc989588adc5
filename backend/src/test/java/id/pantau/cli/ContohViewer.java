package id.pantau.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pantau.model.Position;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A newsroom's client: watches, comes back whenever its connection is gone, and writes down what no
 * client may ever see: a state that does not say it is a test, or a position that goes back.
 */
final class ContohViewer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOPICS = "[\"ppwp/0\",\"ppwp/0/children\",\"ppwp/01\",\"ppwp/03\"]";
  private static final int AWAY_MILLIS = 20;

  /** Of 392 stations. */
  private static final int FEW = 60;

  private static final int MANY = 300;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Position> newest = new HashMap<>();
  private final List<Integer> counted = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private final Thread thread;
  private int connections;
  private volatile boolean closed;
  private volatile @Nullable URI url;

  ContohViewer() {
    thread = new Thread(this::stay, "newsroom");
    thread.setDaemon(true);
    thread.start();
  }

  /** Where to go from now on. */
  void watch(int port) {
    url = URI.create("ws://127.0.0.1:" + port + "/live");
  }

  private void stay() {
    try {
      while (!closed) {
        URI to = url;
        Semaphore gone = new Semaphore(0);
        if (to != null && connect(to, gone)) {
          gone.acquire();
        }
        // Not a hope but a pace: whoever is refused asks again in a moment.
        Thread.sleep(AWAY_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean connect(URI to, Semaphore gone) {
    try {
      WebSocket socket = http.newWebSocketBuilder().buildAsync(to, new Ear(gone)).join();
      socket.sendText("{\"watch\":" + TOPICS + "}", true);
      return true;
    } catch (CompletionException away) {
      return false;
    }
  }

  private final class Ear implements WebSocket.Listener {
    private final Semaphore gone;
    private final StringBuilder text = new StringBuilder();

    Ear(Semaphore gone) {
      this.gone = gone;
    }

    @Override
    public void onOpen(WebSocket socket) {
      opened();
      socket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        heard(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      gone.release();
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      gone.release();
    }
  }

  private synchronized void opened() {
    connections++;
  }

  private synchronized void heard(String text) {
    JsonNode state;
    try {
      state = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      wrong.add(text);
      return;
    }
    if (state.has("heartbeat")) {
      return;
    }
    String topic = state.path("topic").asText();
    JsonNode at = state.path("position");
    Position position = new Position(at.path("epoch").asInt(), at.path("revision").asLong());
    Position before = newest.getOrDefault(topic, Position.START);
    if (!state.path("isTest").asBoolean() || position.compareTo(before) < 0) {
      wrong.add("after " + before + ": " + text);
    }
    newest.put(topic, position);
    if (topic.equals("ppwp/0")) {
      counted.add(state.path("stations").path("counted").asInt());
    }
  }

  synchronized List<String> wrong() {
    return List.copyOf(wrong);
  }

  synchronized int connections() {
    return connections;
  }

  /** Rounds that it saw from their first stations to their last: a count falls only between two. */
  synchronized int rounds() {
    int rounds = 0;
    boolean begun = false;
    for (int stations : counted) {
      if (stations < FEW) {
        begun = true;
      } else if (begun && stations > MANY) {
        rounds++;
        begun = false;
      }
    }
    return rounds;
  }

  synchronized String seen() {
    return counted.toString();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
