package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A submitter: one node, one key. */
record Sender(String url, String key) {
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final int BATCH_FORMS = 500;

  /** A node's answer, whatever it is. */
  record Reply(int status, String retryAfter, String body) {
    JsonNode json() {
      return Json.tree(body);
    }

    /** The answers to a batch, in order. */
    List<JsonNode> lines() {
      return body.lines().map(Json::tree).toList();
    }

    /** What became of each form of a batch. */
    List<String> statuses() {
      return lines().stream().map(line -> line.path("status").asText()).toList();
    }
  }

  Reply form(String json) throws IOException {
    return post("application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  Reply batch(List<String> forms) throws IOException {
    String body = String.join("\n", forms) + "\n";
    return post("application/x-ndjson", body.getBytes(StandardCharsets.UTF_8));
  }

  /** What became of the forms of a batch; asked again while the node says to come again. */
  List<String> statuses(List<String> forms) {
    List<Reply> last = new ArrayList<>();
    Await.until(
        () -> "the node takes a batch: " + last,
        Await.LONG,
        () -> {
          last.clear();
          last.add(batch(forms));
          return last.get(0).status() != 503 && last.get(0).status() != 429;
        });
    Reply reply = last.get(0);
    assertEquals(200, reply.status(), reply::body);
    List<String> statuses = reply.statuses();
    assertEquals(forms.size(), statuses.size());
    return statuses;
  }

  /** Sends many, and gives the different answers. */
  Set<String> all(List<String> forms) {
    Set<String> answers = new TreeSet<>();
    for (int from = 0; from < forms.size(); from += BATCH_FORMS) {
      int to = Math.min(from + BATCH_FORMS, forms.size());
      answers.addAll(statuses(forms.subList(from, to)));
    }
    return answers;
  }

  Reply post(String contentType, byte[] body, String... headers) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1/forms"))
            .timeout(ANSWER)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<byte[]> answer = Api.exchange(request.build());
    return new Reply(
        answer.statusCode(),
        answer.headers().firstValue("Retry-After").orElse(""),
        new String(answer.body(), StandardCharsets.UTF_8));
  }
}
