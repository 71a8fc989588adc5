package id.pantau.load.wall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pantau.command.signin.Totp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One operator, signed in at a command centre, who reads its API and opens screens. */
public final class Operator {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI centre;
  private String cookie = "";

  /**
   * @param centre {@code http://127.0.0.1:8081}
   */
  public Operator(URI centre) {
    this.centre = centre;
  }

  /**
   * Signs in.
   *
   * @throws IOException where the command centre does not open
   */
  public void signIn(String name, String password, String secret)
      throws IOException, InterruptedException {
    String body =
        json.writeValueAsString(
            Map.of("name", name, "password", password, "code", Totp.code(secret, Instant.now())));
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(centre.resolve("/api/session"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Origin", origin())
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("sign-in: " + answer.statusCode() + " " + answer.body());
    }
    cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  /** {@code GET} of the command centre. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(
            HttpRequest.newBuilder(centre.resolve(path))
                .timeout(PATIENCE)
                .header("Cookie", cookie)
                .build(),
            BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(path + ": " + answer.statusCode());
    }
    return json.readTree(answer.body());
  }

  /** Opens screens, each a socket of its own, as many browsers would. */
  public List<OpenScreen> screens(int count) {
    List<OpenScreen> screens = new ArrayList<>();
    URI live = URI.create(origin().replaceFirst("http", "ws") + "/api/live");
    for (int i = 0; i < count; i++) {
      OpenScreen screen = new OpenScreen(json);
      WebSocket socket =
          http.newWebSocketBuilder()
              .header("Cookie", cookie)
              .header("Origin", origin())
              .buildAsync(live, screen)
              .join();
      screens.add(screen.on(socket));
    }
    return screens;
  }

  private String origin() {
    return centre.getScheme() + "://" + centre.getAuthority();
  }
}
