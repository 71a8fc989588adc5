package id.pantau.load.flood;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pantau.model.Form;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Reads what the node publishes, from the nation's results. */
public final class Published {
  private static final int CATCH_UP_TRIES = 120;
  private static final int CATCH_UP_MILLIS = 250;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final URI node;
  private final String contest;

  /**
   * @param node {@code http://127.0.0.1:8080}
   */
  public Published(URI node, String contest) {
    this.node = node;
    this.contest = contest;
  }

  /** Whose results it reads. */
  public String contest() {
    return contest;
  }

  /** Code → sums now: every province, and the nation as {@code 0}. */
  public Map<String, Sums> now() throws IOException, InterruptedException {
    JsonNode body = get("/api/v1/results/" + contest + "/0");
    Map<String, Sums> all = new TreeMap<>();
    all.put("0", sums(body));
    body.path("children").forEach(row -> all.put(row.path("code").asText(), sums(row)));
    return all;
  }

  /**
   * Whether a form stands as counted, and by a count after that time: not by an earlier run's. A
   * node that said duplicate shows the form at latest when its board has caught up.
   *
   * @throws IOException where the node never shows it
   */
  boolean countedSince(Form form, Instant started) throws IOException, InterruptedException {
    for (int tries = 0; tries < CATCH_UP_TRIES; tries++) {
      JsonNode body = get("/api/v1/stations/" + form.station() + "/" + form.contest());
      for (JsonNode revision : body.path("revisions")) {
        if (revision.path("revision").asInt() == form.revision()) {
          Instant counted = Instant.parse(revision.path("countedAt").asText());
          return revision.path("status").asText().equals("counted") && counted.isAfter(started);
        }
      }
      TimeUnit.MILLISECONDS.sleep(CATCH_UP_MILLIS);
    }
    throw new IOException(form.station() + " is a duplicate of nothing");
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    URI place = node.resolve(path);
    HttpResponse<byte[]> answer =
        http.send(HttpRequest.newBuilder(place).build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(place + " answers " + answer.statusCode());
    }
    return json.readTree(answer.body());
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
