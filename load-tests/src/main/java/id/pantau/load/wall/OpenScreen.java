package id.pantau.load.wall;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A screen of the command centre; keeps the newest message of each kind as text. */
public final class OpenScreen implements WebSocket.Listener, AutoCloseable {
  private final ObjectMapper json;
  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> newest = new ConcurrentHashMap<>();
  private final AtomicLong messages = new AtomicLong();
  private volatile @Nullable WebSocket socket;
  private volatile boolean closed;

  OpenScreen(ObjectMapper json) {
    this.json = json;
  }

  OpenScreen on(WebSocket opened) {
    socket = opened;
    return this;
  }

  /** The newest message of a kind; a missing node before the first. */
  public JsonNode newest(String kind) throws JsonProcessingException {
    return json.readTree(newest.getOrDefault(kind, ""));
  }

  /** Messages that came. */
  public long messages() {
    return messages.get();
  }

  /** Whether the other side has closed it. */
  public boolean isClosed() {
    return closed;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      String message = text.toString();
      text.setLength(0);
      messages.incrementAndGet();
      newest.put(message.startsWith("{\"kind\":\"path\"") ? "path" : "country", message);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    closed = true;
    return null;
  }

  @Override
  public void close() {
    WebSocket open = socket;
    if (open != null) {
      open.abort();
    }
  }
}
