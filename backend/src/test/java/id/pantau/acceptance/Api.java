package id.pantau.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Position;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What a node publishes, read over its public port. */
record Api(String url) {
  private static final Duration ANSWER = Duration.ofSeconds(30);
  static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /** The body of a path that must be answered with 200. */
  JsonNode get(String path) throws IOException {
    HttpResponse<byte[]> answer = exchange(url + path);
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answers " + answer.statusCode());
    }
    return Json.tree(answer.body());
  }

  JsonNode results(String area) throws IOException {
    return get("/api/v1/results/ppwp/" + area);
  }

  JsonNode station(String code) throws IOException {
    return get("/api/v1/stations/" + code + "/ppwp");
  }

  Position position() throws IOException {
    return position(results("0"));
  }

  /** Stations that sent something that counts or is held. */
  int stations() throws IOException {
    JsonNode stations = results("0").path("stations");
    return stations.path("counted").asInt() + stations.path("held").asInt();
  }

  static Position position(JsonNode body) {
    JsonNode position = body.path("position");
    return new Position(position.path("epoch").asInt(), position.path("revision").asLong());
  }

  static int status(String address) throws IOException {
    return exchange(address).statusCode();
  }

  static HttpResponse<byte[]> exchange(String address) throws IOException {
    return exchange(HttpRequest.newBuilder(URI.create(address)).timeout(ANSWER).build());
  }

  static HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
