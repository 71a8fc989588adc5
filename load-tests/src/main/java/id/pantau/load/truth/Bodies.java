package id.pantau.load.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Reads bodies of the API; safe for several threads. */
final class Bodies {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper json = new ObjectMapper();
  private final URI node;

  /**
   * @param node {@code http://127.0.0.1:8080}
   */
  Bodies(URI node) {
    this.node = node;
  }

  /** The results of an area. */
  JsonNode results(String contest, String area) throws IOException, InterruptedException {
    return get("/api/v1/results/" + contest + "/" + area);
  }

  /**
   * A body whose {@code ETag} is its digest, as the protocol has it.
   *
   * @throws IOException where the node answers anything else
   */
  JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(
            HttpRequest.newBuilder(node.resolve(path)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answers " + answer.statusCode());
    }
    JsonNode body = json.readTree(answer.body());
    String tag = answer.headers().firstValue("ETag").orElse("none");
    if (!tag.equals('"' + body.path("digest").asText() + '"')) {
      throw new IOException(path + ": ETag " + tag + ", digest " + body.path("digest"));
    }
    return body;
  }
}
