package id.pantau.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.board.BoardNode;
import id.pantau.count.CountNode;
import id.pantau.count.CountRig;
import id.pantau.count.Forms;
import id.pantau.count.Waiting;
import id.pantau.live.LiveRoutes;
import id.pantau.model.Act;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.platform.ActsVerticle;
import id.pantau.platform.Digest;
import id.pantau.platform.Photos;
import id.pantau.platform.PlaceSearch;
import id.pantau.platform.Settings;
import id.pantau.platform.WebRig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every example of {@code /developers/} is asked of a real node, and its answer is as shown. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class DeveloperExamplesIT {
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "<h3>([^<]*)</h3>.*?<pre class=\"ask\" tabindex=\"0\"><code>(.*?)</code></pre>"
              + "(?:<div class=\"bar\"><b>[^<]*</b>(\\d*)</div><pre class=\"answer\" tabindex=\"0\"><code>(.*?)</code></pre>)?"
              + "</div></article>",
          Pattern.DOTALL);
  private static final Pattern COMMAND = Pattern.compile("curl (-N )?'http://127.0.0.1:\\d+(.*)'");
  private static CountRig rig;
  private static BoardNode board;
  private static WebRig web;

  private record Example(String title, String ask, int status, String answer) {
    @Override
    public String toString() {
      return title;
    }
  }

  @BeforeAll
  static void count(@TempDir Path folder) {
    rig = new CountRig(folder);
    Election election = CountRig.election("contoh");
    CountNode count = rig.node("developers", election);
    Settings settings = rig.settings();
    ActsVerticle acts = new ActsVerticle(settings, election.id(), true, InstantSource.system());
    Waiting.get(rig.vertx().deployVerticle(acts));
    board = new BoardNode(rig, election, acts);
    Forms forms = new Forms(election);
    count.count(forms.sound("ppwp", "0101011001001", 1, Method.MACHINE, 101, 88, 33));
    count.count(forms.sound("ppwp", "0101011001001", 2, Method.DOUBLE, 101, 82, 33));
    Waiting.get(
        acts.append(
            new Act(
                "a-1",
                Act.Kind.NOTICE,
                null,
                "01",
                "KPU Contoh",
                Map.of("id", "Foto menyusul.", "en", "Photos will follow."),
                Instant.parse("2026-11-21T08:00:00Z"),
                Instant.now().plusSeconds(3_600),
                "sita",
                null)));
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    web =
        new WebRig(
            1,
            List.of(
                new ApiRoutes(
                    board.showing(),
                    new Photos(settings, meters),
                    acts,
                    election,
                    new PlaceSearch(election.areas()),
                    settings.api(),
                    InstantSource.system()),
                new SirekapRoutes(board.showing(), election, settings.api(), settings.web()),
                new FeedRoutes(board.showing(), acts, election, settings.api(), settings.web()),
                new EmbedRoutes(board.showing(), election, settings.web(), settings.card()),
                new ReportRoutes(board.showing(), election, settings.api(), InstantSource.system()),
                new DeveloperRoutes(election, settings.web()),
                new LiveRoutes(board.showing(), settings.live(), () -> false, meters)));
    Waiting.until(
        "form and notice are seen",
        () ->
            board.results("ppwp", "01").path("notices").size() == 1
                && board.results("ppwp", "0").path("totals").path("votes").path("900002").asInt()
                    == 82);
    Waiting.until("the search is ready", () -> web.get("/api/v1/search?q=1").statusCode() == 200);
  }

  @AfterAll
  static void stop() {
    web.close();
    board.close();
    rig.close();
  }

  private static List<Example> examples(String language) {
    List<Example> examples = new ArrayList<>();
    Matcher found = EXAMPLE.matcher(WebRig.text(web.get("/developers/?lang=" + language)));
    while (found.find()) {
      String status = found.group(3);
      examples.add(
          new Example(
              found.group(1),
              plain(found.group(2)),
              status == null || status.isEmpty() ? 200 : Integer.parseInt(status),
              found.group(4) == null ? "" : plain(found.group(4))));
    }
    return examples;
  }

  private static String plain(String markup) {
    return markup
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "en"})
  void everyExample_isAnsweredAsShown(String language) throws Exception {
    List<Example> examples = examples(language);
    String page = WebRig.text(web.get("/developers/?lang=" + language));
    assertEquals(page.split("<article>", -1).length - 1, examples.size());
    assertFalse(examples.isEmpty());
    Set<String> kinds = new TreeSet<>();
    Map<String, String> wrong = new LinkedHashMap<>();
    for (Example example : examples) {
      Matcher command = COMMAND.matcher(example.ask());
      String real = "";
      if (!command.matches()) {
        kinds.add(example.answer().isEmpty() ? "markup" : "script");
        real = example.answer().isEmpty() ? "" : run(example.ask(), length(example));
      } else if (command.group(1) != null) {
        kinds.add("stream");
        real = stream(command.group(2), length(example));
      } else {
        kinds.add("request");
        HttpResponse<byte[]> response = web.get(command.group(2));
        assertEquals(example.status(), response.statusCode(), example::toString);
        real = WebRig.text(response);
      }
      Set<String> differences = ShownAnswer.differences(example.answer(), real);
      if (!differences.isEmpty()) {
        wrong.put(example.title(), differences + "\n" + real);
      }
    }
    assertEquals(Map.of(), wrong);
    assertEquals(Set.of("request", "stream", "script", "markup"), kinds);
  }

  private static int length(Example example) {
    return (int) example.answer().lines().count();
  }

  /** The first lines of what does not end, after its headers. */
  private static String stream(String address, int count) throws IOException {
    try (Socket socket = web.connect()) {
      String request = "GET " + address + " HTTP/1.0\r\nHost: a\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {}
      return lines(in, count);
    }
  }

  private static String lines(BufferedReader in, int count) throws IOException {
    StringBuilder read = new StringBuilder();
    for (int i = 0; i < count; i++) {
      read.append(in.readLine()).append('\n');
    }
    return read.toString();
  }

  /** Runs a script as a developer would; Node 20 has a WebSocket where it is asked for one. */
  private static String run(String script, int count) throws IOException, InterruptedException {
    Process node =
        new ProcessBuilder("node", "--experimental-websocket", "--input-type=module", "-e", script)
            .redirectErrorStream(true)
            .start();
    try {
      return lines(node.inputReader(StandardCharsets.UTF_8), count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      node.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void comparison_seesWhatIsNotAsShown() {
    String shown = "{\"a\":1,\"b\":[1,\"…\"],\"c\":{\"d\":\"…\",\"…\":\"…\"}}";
    String real = "{\"a\":1,\"b\":[1,2,3],\"c\":{\"d\":5,\"e\":6}}";
    assertEquals(Set.of(), ShownAnswer.differences(shown, real));
    for (String wrong :
        List.of(
            real.replace("\"a\":1", "\"a\":2"),
            real.replace("\"a\":1", "\"a\":\"1\""),
            real.replace("[1,", "[0,"),
            real.replace("\"d\":5", "\"f\":5"),
            real.replace("{\"a\"", "{\"more\":1,\"a\""))) {
      assertFalse(ShownAnswer.differences(shown, wrong).isEmpty(), wrong);
    }
    assertEquals(Set.of(), ShownAnswer.differences("a … c\n…", "a b c\nd\ne"));
    assertFalse(ShownAnswer.differences("a … c", "a b d").isEmpty());
    assertFalse(ShownAnswer.differences("a", "a\nb").isEmpty());
  }

  @Test
  void page_saysNothingThatItDoesNotAllow() {
    HttpResponse<byte[]> page = web.get("/developers/");
    String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
    String text = WebRig.text(page);
    assertFalse(text.contains(" style=\""));
    String style = text.substring(text.indexOf("<style>") + 7, text.indexOf("</style>"));
    String hash =
        Base64.getEncoder().encodeToString(Digest.sha256(style.getBytes(StandardCharsets.UTF_8)));
    assertTrue(policy.contains("'sha256-" + hash + "'"), policy);
    assertEquals(308, web.get("/developers").statusCode());
    assertEquals(405, web.send("POST", "/developers/").statusCode());
  }
}
