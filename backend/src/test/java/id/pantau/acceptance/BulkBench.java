package id.pantau.acceptance;

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * How long two people hold a request who confirm many forms at once, on a node with its own Redis.
 */
final class BulkBench {
  private static final EnumSet<Role> ROLES = EnumSet.of(Role.WATCH, Role.DECIDE);

  private BulkBench() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("bulk");
    try (NodeProcess node = NodeProcess.on(folder.resolve("node")).patient()) {
      String key = node.key();
      OperatorFile file = new OperatorFile(node.data(), InstantSource.system());
      List<Credentials> people =
          List.of(file.add("ani", "Ani", ROLES), file.add("budi", "B", ROLES));
      node.start();
      new Sender(node.url(), key).all(RealForms.json(RealForms.csv(folder, args)));
      for (Credentials who : people) {
        String cookie = signIn(node.command(), who);
        JsonNode queue = ask(node.command(), "GET", "/api/held?contest=ppwp", "", cookie);
        String rule = most(queue);
        JsonNode preview =
            confirm(node.command(), "/preview", Map.of("contest", "ppwp", "rule", rule), cookie);
        long from = System.nanoTime();
        JsonNode done =
            confirm(node.command(), "", Map.of("token", preview.path("token").asText()), cookie);
        System.out.printf(
            "%s: %s of %s wait, %s: %d ms: %s%n",
            who.id(),
            preview.path("count"),
            queue.path("total"),
            rule,
            (System.nanoTime() - from) / 1_000_000,
            done);
      }
    }
  }

  private static String most(JsonNode queue) {
    String rule = "";
    int forms = 0;
    for (JsonNode each : queue.path("byRule")) {
      if (each.path("forms").asInt() > forms) {
        forms = each.path("forms").asInt();
        rule = each.path("code").asText();
      }
    }
    return rule;
  }

  private static JsonNode confirm(String url, String path, Map<String, String> body, String cookie)
      throws IOException {
    String text = Json.MAPPER.writeValueAsString(body);
    return ask(url, "POST", "/api/decisions/bulk" + path, text, cookie);
  }

  private static JsonNode ask(String url, String method, String path, String body, String cookie)
      throws IOException {
    HttpResponse<byte[]> answer = send(url, method, path, body, cookie);
    if (answer.statusCode() != 200) {
      throw new IOException(path + ": " + new String(answer.body(), StandardCharsets.UTF_8));
    }
    return Json.tree(answer.body());
  }

  private static HttpResponse<byte[]> send(
      String url, String method, String path, String body, String cookie) throws IOException {
    return Api.exchange(
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofMinutes(5))
            .header("Content-Type", "application/json")
            .header("Origin", url)
            .header("Cookie", cookie)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build());
  }

  private static String signIn(String url, Credentials who) throws IOException {
    String body =
        Json.MAPPER.writeValueAsString(
            Map.of(
                "name",
                who.id(),
                "password",
                who.password(),
                "code",
                Totp.code(who.secret(), Instant.now())));
    HttpResponse<byte[]> answer = send(url, "POST", "/api/session", body, "none=1");
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }
}
