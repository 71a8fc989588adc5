package id.pantau.load.viewer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pantau.model.Position;
import id.pantau.model.Topic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What viewers show against what the API says, body by body. Position and digest are left out: an
 * area that did not change is not sent again when another one of its province did, and the digest
 * is over another selection of rows.
 */
public final class Comparison {
  private static final List<String> NOT_COMPARED =
      List.of("topic", "complete", "position", "digest", "children");

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI api;
  private final List<String> differences = new ArrayList<>();
  private int compared;

  /**
   * @param api the node, {@code http://127.0.0.1:8080}
   */
  public Comparison(URI api) {
    this.api = api;
  }

  /** Screens compared: viewers times topics. */
  public int compared() {
    return compared;
  }

  /** Compares every distinct screen once; gives how many viewers' screens were wrong. */
  public int wrong(IdentityHashMap<Shown, Integer> screens)
      throws IOException, InterruptedException {
    int wrong = 0;
    for (Map.Entry<Shown, Integer> screen : screens.entrySet()) {
      compared += screen.getValue();
      String difference = difference(screen.getKey());
      if (difference != null) {
        wrong += screen.getValue();
        differences.add(difference);
      }
    }
    return wrong;
  }

  /** The first place of each wrong screen that differs, for people. */
  public List<String> differences() {
    return differences;
  }

  private @Nullable String difference(Shown shown) throws IOException, InterruptedException {
    String name = Objects.requireNonNull(shown.latest().topic());
    Topic topic = Objects.requireNonNull(Topic.parse(name));
    URI place = api.resolve("/api/v1/results/" + topic.contest() + "/" + topic.area());
    HttpResponse<byte[]> answer =
        http.send(
            HttpRequest.newBuilder(place).header("Cache-Control", "no-cache").build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      return name + ": the API answers " + answer.statusCode();
    }
    return difference(shown, json.readTree(answer.body()), topic.children());
  }

  /** The first difference, or null. */
  static @Nullable String difference(Shown shown, JsonNode said, boolean children) {
    String name = shown.latest().topic() + ": ";
    Position position =
        new Position(
            said.path("position").path("epoch").asInt(),
            said.path("position").path("revision").asLong());
    if (position.compareTo(shown.position()) < 0) {
      return name + "the API is at " + position + ", behind the viewer's " + shown.position();
    }
    String head = difference("", compared(shown.latest().body()), compared(said));
    if (head != null) {
      return name + head;
    }
    List<JsonNode> rows = new ArrayList<>(children ? shown.rows().values() : List.of());
    List<JsonNode> saidRows = new ArrayList<>();
    if (children) {
      said.path("children").forEach(saidRows::add);
    }
    for (int i = 0; i < Math.min(rows.size(), saidRows.size()); i++) {
      String row = difference(rows.get(i).path("code").asText(), rows.get(i), saidRows.get(i));
      if (row != null) {
        return name + row;
      }
    }
    return rows.size() == saidRows.size()
        ? null
        : name + rows.size() + " rows shown, " + saidRows.size() + " said";
  }

  private static JsonNode compared(JsonNode body) {
    return ((ObjectNode) body.deepCopy()).remove(NOT_COMPARED);
  }

  private static @Nullable String difference(String where, JsonNode shown, JsonNode said) {
    if (shown.equals(said)) {
      return null;
    }
    if (shown.isObject() && said.isObject()) {
      for (Map.Entry<String, JsonNode> field : said.properties()) {
        String deeper =
            difference(where + "/" + field.getKey(), shown.path(field.getKey()), field.getValue());
        if (deeper != null) {
          return deeper;
        }
      }
    }
    return where + " shows " + shown + ", the API says " + said;
  }
}
