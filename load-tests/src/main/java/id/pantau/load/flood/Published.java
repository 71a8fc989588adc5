package id.pantau.load.flood;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;

/** Reads what the node publishes, from the nation's results. */
public final class Published {
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final URI place;

  /**
   * @param node {@code http://127.0.0.1:8080}
   */
  public Published(URI node, String contest) {
    this.place = node.resolve("/api/v1/results/" + contest + "/0");
  }

  /** Code → sums now: every province, and the nation as {@code 0}. */
  public Map<String, Sums> now() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(HttpRequest.newBuilder(place).build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(place + " answers " + answer.statusCode());
    }
    JsonNode body = json.readTree(answer.body());
    Map<String, Sums> all = new TreeMap<>();
    all.put("0", sums(body));
    body.path("children").forEach(row -> all.put(row.path("code").asText(), sums(row)));
    return all;
  }

  private static Sums sums(JsonNode row) {
    Sums sums = new Sums();
    row.path("totals")
        .path("votes")
        .properties()
        .forEach(vote -> sums.votes().put(vote.getKey(), vote.getValue().asLong()));
    sums.stations(row.path("stations").path("counted").asLong());
    return sums;
  }
}
