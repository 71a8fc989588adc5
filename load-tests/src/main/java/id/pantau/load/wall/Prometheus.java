package id.pantau.load.wall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A Prometheus that scrapes the node. */
public final class Prometheus {
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;

  /**
   * @param url {@code http://127.0.0.1:9090}
   */
  public Prometheus(URI url) {
    this.url = url;
  }

  /** The value of an expression that gives one now; NaN where it gives none. */
  public double ask(String expression) throws IOException, InterruptedException {
    String query = URLEncoder.encode(expression, StandardCharsets.UTF_8);
    JsonNode result =
        json.readTree(
                http.send(
                        HttpRequest.newBuilder(url.resolve("/api/v1/query?query=" + query)).build(),
                        BodyHandlers.ofByteArray())
                    .body())
            .at("/data/result");
    return result.size() == 1 ? result.at("/0/value/1").asDouble(Double.NaN) : Double.NaN;
  }
}
