package id.pantau.load.flood;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pantau.cli.FormJson;
import id.pantau.model.Form;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sends a batch until it is answered; a batch may be sent twice, counting twice changes nothing.
 */
final class Sender {
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final int TRIES_MAX = 60;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper json = new ObjectMapper();
  private final URI place;
  private final String key;
  private final FloodCounts counts;

  Sender(URI node, String key, FloodCounts counts) {
    this.place = node.resolve("/api/v1/forms");
    this.key = key;
    this.counts = counts;
  }

  /**
   * The node's answer to a batch.
   *
   * @param statuses of every form, in order
   * @param again true where it was sent more than once: then a duplicate may be of its own first
   *     time
   */
  record Answered(List<String> statuses, boolean again) {}

  static byte[] body(List<Form> forms) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(forms.size() * 640);
    for (Form form : forms) {
      body.writeBytes(FormJson.bytes(form));
      body.write('\n');
    }
    return body.toByteArray();
  }

  /**
   * Sends it and, while the node is busy or away, sends it again.
   *
   * @throws IOException where the node stays away, or answers something else than lines
   */
  Answered send(byte[] body, int forms) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(place)
            .timeout(ANSWER)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    for (int tries = 1; tries <= TRIES_MAX; tries++) {
      HttpResponse<byte[]> answer;
      try {
        answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      } catch (IOException e) {
        counts.turnedAway(0);
        TimeUnit.SECONDS.sleep(1);
        continue;
      }
      int status = answer.statusCode();
      if (status == 200) {
        return new Answered(statuses(answer.body(), forms), tries > 1);
      }
      if (status != 429 && status != 503) {
        throw new IOException(
            "the node answers " + status + ": " + new String(answer.body(), UTF_8));
      }
      counts.turnedAway(status);
      TimeUnit.SECONDS.sleep(answer.headers().firstValueAsLong("Retry-After").orElse(1));
    }
    throw new IOException("the node stayed away");
  }

  private List<String> statuses(byte[] lines, int forms) throws IOException {
    List<String> statuses = new ArrayList<>(forms);
    try (var values = json.readerFor(JsonNode.class).<JsonNode>readValues(lines)) {
      while (values.hasNext()) {
        statuses.add(values.next().path("status").asText());
      }
    }
    if (statuses.size() != forms) {
      throw new IOException(forms + " forms were answered by " + statuses.size() + " lines");
    }
    return statuses;
  }
}
