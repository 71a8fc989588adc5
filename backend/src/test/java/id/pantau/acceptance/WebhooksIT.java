package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.command.signin.OperatorFile;
import id.pantau.webhooks.Receiver;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Webhooks of the packed jar with a Redis of its own, registered over the command centre's port;
 * what comes is verified by the snippets of {@code docs/webhooks.md}.
 */
final class WebhooksIT {
  private static final String RESULT = "id.pantau.result.changed";

  private static final String ASK_JS =
      """
      import { readFileSync } from 'node:fs';
      const { PANTAU_SECRET, PANTAU_HEADERS } = process.env;
      console.log(verified(PANTAU_SECRET, JSON.parse(PANTAU_HEADERS), readFileSync(0)) !== null);
      """;

  private static final String ASK_PYTHON =
      """
      import os, sys
      headers = json.loads(os.environ["PANTAU_HEADERS"])
      body = sys.stdin.buffer.read()
      print(verified(os.environ["PANTAU_SECRET"], headers, body) is not None)
      """;

  @TempDir private static Path folder = Path.of("");
  private static NodeProcess node;
  private static Sender sender;
  private static Wall siti;

  /** A code of the second factor opens once: after a restart another one signs in. */
  private static OperatorFile.Credentials later;

  @BeforeAll
  static void start() throws Exception {
    node =
        NodeProcess.on(folder.resolve("node"))
            .patient()
            .env("PANTAU_WEBHOOKS_ALLOWLOOPBACK", "true")
            .env("PANTAU_WEBHOOKS_PACEMILLIS", "200")
            .env("PANTAU_WEBHOOKS_RETRYMILLISMIN", "100")
            .env("PANTAU_WEBHOOKS_RETRYMILLISMAX", "1000")
            .env("PANTAU_WEB_PUBLICURL", "https://suara.example");
    sender = new Sender(node.url(), node.key());
    var who = Wall.supervisor(node.data(), "siti");
    later = Wall.supervisor(node.data(), "dewi");
    node.start();
    siti = Wall.open(node.command(), who);
  }

  @AfterAll
  static void stop() {
    siti.close();
    node.close();
  }

  private static JsonNode register(String url, String... topics) throws IOException {
    Map<String, ?> wish =
        Map.of("label", "Kantor Berita", "url", url, "topics", List.of(topics), "acts", true);
    HttpResponse<byte[]> answer = siti.ask("POST", "/api/webhooks", wish);
    assertEquals(201, answer.statusCode(), () -> new String(answer.body(), StandardCharsets.UTF_8));
    return Json.tree(answer.body());
  }

  private static JsonNode row(String id) throws IOException {
    for (JsonNode row : siti.get("/api/webhooks").path("webhooks")) {
      if (row.path("id").asText().equals(id)) {
        return row;
      }
    }
    return Json.tree("{}");
  }

  private static boolean is(String id, String state) throws IOException {
    return row(id).path("state").asText().equals(state);
  }

  private static List<String> forms(int from, int to) throws IOException {
    return RealForms.json(RealForms.csv(folder, "65")).subList(from, to);
  }

  /** True once the last message of the nation is what the node answers now. */
  private static boolean hasNewest(Receiver receiver) throws IOException {
    List<Receiver.Got> got = receiver.of(RESULT);
    return !got.isEmpty()
        && got.get(got.size() - 1).event().path("data").equals(node.api().results("0"));
  }

  @Test
  void webhook_overANight() throws Exception {
    try (Receiver receiver = Receiver.http(0)) {
      JsonNode fresh = register(receiver.url(), "ppwp/0");
      String id = fresh.path("id").asText();
      String secret = fresh.path("secret").asText();
      Await.until("it works", () -> is(id, "working"));
      sender.all(forms(0, 200));
      Await.until("all is shown", () -> node.api().stations() == 200);
      Await.until("the receiver has it", () -> hasNewest(receiver));
      Receiver.Got newest = receiver.of(RESULT).get(receiver.of(RESULT).size() - 1);
      assertTrue(newest.event().path("istest").asBoolean());
      assertEquals(
          200,
          newest.event().at("/data/stations/counted").asInt()
              + newest.event().at("/data/stations/held").asInt());
      assertEquals(
          "https://suara.example/api/v1/elections#pemilu-2024",
          newest.event().path("source").asText());
      for (String language : hasPython() ? List.of("js", "python") : List.of("js")) {
        assertTrue(verifies(language, secret, newest, newest.body()), language);
        assertFalse(verifies(language, secret, newest, newest.body() + " "), language);
        assertFalse(
            verifies(language, "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", newest, newest.body()),
            language);
      }
      assertNotShownAgain(secret);

      int before = receiver.got().size();
      node.kill();
      node.start();
      Await.until(
          "it is told the state of now",
          () -> receiver.got().size() > before && hasNewest(receiver));
      assertTrue(
          receiver.got().stream()
              .skip(before)
              .noneMatch(got -> got.type().equals("id.pantau.ping")));
      receiver.answer(410);
      sender.all(forms(200, 201));
      siti.close();
      siti = Wall.open(node.command(), later);
      Await.until("it is disabled", () -> is(id, "disabled"));
      assertEquals("gone", row(id).path("why").asText());
      assertEquals(410, row(id).at("/last/status").asInt());
      assertEquals(204, siti.ask("DELETE", "/api/webhooks/" + id, Map.of()).statusCode());
      assertEquals(404, siti.ask("DELETE", "/api/webhooks/" + id, Map.of()).statusCode());
    }
  }

  /**
   * No answer, no log and no trail has the secret; the file has, and only its owner may read it.
   */
  private static void assertNotShownAgain(String secret) throws IOException {
    String answers =
        siti.get("/api/webhooks").toString() + siti.get("/api/trail?limit=500") + node.log();
    assertFalse(answers.contains(secret));
    assertTrue(answers.contains("webhook-added"));
    assertTrue(Files.readString(node.data().resolve("webhooks.json")).contains(secret));
  }

  /** The build needs Node, not Python. */
  private static boolean hasPython() throws Exception {
    return new ProcessBuilder("sh", "-c", "command -v python3").start().waitFor() == 0;
  }

  /** Runs the document's own lines on a delivery. */
  private static boolean verifies(String language, String secret, Receiver.Got got, String body)
      throws Exception {
    Matcher found =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../docs/webhooks.md")));
    assertTrue(found.find(), language);
    boolean js = language.equals("js");
    Path script = folder.resolve(js ? "verify.mjs" : "verify.py");
    Files.writeString(script, found.group(1) + (js ? ASK_JS : ASK_PYTHON));
    ProcessBuilder builder =
        new ProcessBuilder(js ? "node" : "python3", script.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("PANTAU_SECRET", secret);
    builder
        .environment()
        .put(
            "PANTAU_HEADERS",
            Json.MAPPER.writeValueAsString(
                Map.of(
                    "webhook-id", got.header("webhook-id"),
                    "webhook-timestamp", got.header("webhook-timestamp"),
                    "webhook-signature", got.header("webhook-signature"))));
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(body.getBytes(StandardCharsets.UTF_8));
    }
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, process.waitFor(), said);
    return said.equalsIgnoreCase("true");
  }

  @Test
  void oddRequests_areRefused() throws Exception {
    Map<String, ?> good =
        Map.of(
            "label", "x", "url", "https://10.0.0.1/", "topics", List.of("ppwp/0"), "acts", false);
    HttpResponse<byte[]> answer = siti.ask("POST", "/api/webhooks", good);
    assertEquals(422, answer.statusCode());
    assertEquals("address", Json.tree(answer.body()).path("title").asText());
    assertEquals(400, siti.ask("POST", "/api/webhooks", Map.of("label", "x")).statusCode());
    assertEquals(404, siti.ask("POST", "/api/webhooks/w-none/test", Map.of()).statusCode());
    assertFalse(siti.get("/api/trail?limit=500").toString().contains("w-none"));
  }
}
