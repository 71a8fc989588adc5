package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.command.Role;
import id.pantau.command.signin.OperatorFile;
import id.pantau.command.signin.OperatorFile.Credentials;
import id.pantau.command.signin.Totp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An operator who watches: signed in at a node's command centre, with a screen open. */
final class Wall implements AutoCloseable, WebSocket.Listener {
  private final String url;
  private final String cookie;
  private final StringBuilder text = new StringBuilder();
  private final Map<String, JsonNode> newest = new ConcurrentHashMap<>();
  private @Nullable WebSocket screen;

  private Wall(String url, String cookie) {
    this.url = url;
    this.cookie = cookie;
  }

  /** A new operator in a node's data folder; before its start. */
  static Credentials watcher(Path data) throws IOException {
    return new OperatorFile(data, InstantSource.system())
        .add("budi", "Budi S.", EnumSet.of(Role.WATCH));
  }

  /** The same, who may do everything. */
  static Credentials supervisor(Path data, String id) throws IOException {
    return new OperatorFile(data, InstantSource.system())
        .add(id, id + " R.", EnumSet.allOf(Role.class));
  }

  /** Signs in and opens the screen. */
  static Wall open(String url, Credentials who) throws IOException {
    String body =
        Json.MAPPER.writeValueAsString(
            Map.of(
                "name", who.id(),
                "password", who.password(),
                "code", Totp.code(who.secret(), Instant.now())));
    HttpResponse<byte[]> answer =
        Api.exchange(
            HttpRequest.newBuilder(URI.create(url + "/api/session"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Origin", url)
                .POST(BodyPublishers.ofString(body))
                .build());
    assertEquals(200, answer.statusCode(), () -> new String(answer.body(), StandardCharsets.UTF_8));
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    Wall wall = new Wall(url, cookie);
    wall.screen =
        Api.HTTP
            .newWebSocketBuilder()
            .header("Cookie", cookie)
            .header("Origin", url)
            .buildAsync(URI.create(url.replace("http", "ws") + "/api/live"), wall)
            .join();
    return wall;
  }

  JsonNode get(String path) throws IOException {
    HttpResponse<byte[]> answer =
        Api.exchange(
            HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .header("Cookie", cookie)
                .build());
    assertEquals(200, answer.statusCode(), path);
    return Json.tree(answer.body());
  }

  /** Does something; the answer whatever it is. */
  HttpResponse<byte[]> ask(String method, String path, Map<String, ?> body) throws IOException {
    return Api.exchange(
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(30))
            .header("Cookie", cookie)
            .header("Origin", url)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)))
            .build());
  }

  /** The newest message of a kind; null before the first. */
  @Nullable JsonNode newest(String kind) {
    return newest.get(kind);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      JsonNode message = Json.tree(text.toString());
      text.setLength(0);
      newest.put(message.path("kind").asText(), message);
    }
    socket.request(1);
    return null;
  }

  @Override
  public void close() {
    if (screen != null) {
      screen.abort();
    }
  }
}
