package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots of the whole country on a disk that is full, in a node that is killed, and sent. */
final class OpenDataFilesIT {
  /** Less than the totals of the stations need, and enough for a journal of some forms. */
  private static final int FILE_KILOBYTES = 1_000;

  private static final int FORMS = 200;
  private static final String EVERY_SECONDS = "PANTAU_OPENDATA_EVERYSECONDS";
  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

  @TempDir private Path folder = Path.of("");

  private static HttpResponse<byte[]> get(String url) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String latest(NodeProcess node) throws IOException {
    return node.api().get("/data/latest.json").path("snapshot").asText();
  }

  /** Files of a snapshot that is being made, or was when the node was killed. */
  private static List<Path> making(NodeProcess node) throws IOException {
    try (Stream<Path> names = Files.list(node.data().resolve("opendata"))) {
      return names.filter(each -> each.getFileName().toString().startsWith(".making-")).toList();
    }
  }

  private static double metric(NodeProcess node, String name) throws Exception {
    String text = new String(get(node.management() + "/metrics").body(), StandardCharsets.UTF_8);
    return text.lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private NodeProcess node(String name) {
    return NodeProcess.on(folder.resolve(name))
        .patient()
        .env(EVERY_SECONDS, "1")
        .env("PANTAU_OPENDATA_COREPERCENTMAX", "100");
  }

  @Test
  void snapshot_diskFullThenKilledInTheMiddle_theLastOneStaysAndTheNextComes() throws Exception {
    List<String> forms = RealForms.json(RealForms.csv(folder, "51")).subList(0, FORMS);
    try (RedisProcess redis = RedisProcess.start(folder.resolve("redis"));
        NodeProcess node = node("node").with("--redis", redis.uri())) {
      Sender sender = new Sender(node.url(), node.key());
      node.start();
      String zeros = latest(node);
      assertFalse(zeros.isEmpty(), "the node was ready without a snapshot");
      node.kill();

      node.fileMax(FILE_KILOBYTES).start();
      assertEquals(zeros, latest(node));
      sender.all(forms);
      Await.until("one has failed", () -> metric(node, "pantau_opendata_failures_total") > 0);
      assertEquals(zeros, latest(node));
      assertEquals(200, get(node.url() + "/data/latest/ppwp-totals-station.csv.gz").statusCode());
      HttpResponse<byte[]> health = get(node.management() + "/readyz");
      String said = new String(health.body(), StandardCharsets.UTF_8);
      assertEquals(200, health.statusCode(), said);
      assertTrue(said.contains("a newer one failed"), said);
      assertTrue(making(node).size() <= 1, "what was half made is left");
      node.kill();

      node.env("PANTAU_OPENDATA_COREPERCENTMAX", "1").fileMax(0).start();
      Await.until("one is being made", () -> making(node).size() == 1);
      node.kill();
      assertEquals(1, making(node).size(), "the next one was ready before the kill");

      node.env("PANTAU_OPENDATA_COREPERCENTMAX", "100").start();
      Await.until("the next one", () -> !latest(node).equals(zeros));
      Await.until("nothing is half made", () -> making(node).isEmpty());
      Path table = node.data().resolve("opendata").resolve(latest(node));
      assertTrue(rows(table.resolve("ppwp-forms.csv.gz")) > FORMS, "forms are missing");
    }
  }

  @Test
  void replay_ofAnExportIntoAnEmptyNode_givesTheSameFormsAndTotals() throws Exception {
    List<String> forms = RealForms.json(RealForms.csv(folder, "51")).subList(0, FORMS);
    try (NodeProcess node = node("node");
        NodeProcess other = node("other")) {
      Sender sender = new Sender(node.url(), node.key());
      // The first snapshot of each has the forms already: after an empty one a node takes its time.
      node.env(EVERY_SECONDS, "0").start();
      sender.all(forms);
      node.kill();
      node.env(EVERY_SECONDS, "1").start();
      HttpResponse<byte[]> early = get(node.url() + "/data/latest.json");
      assertEquals(503, early.statusCode(), "the results waited for the files");
      assertTrue(early.headers().firstValue("Retry-After").isPresent());
      Path from = counted(node);
      // Its files are there, and making more every second would keep a core from the other.
      node.kill();
      String key = other.key();
      other.env(EVERY_SECONDS, "0").start();
      Verb.Ended sent =
          Verb.run(
              folder,
              "replay",
              from.resolve("ppwp-forms.csv.gz").toString(),
              "--url",
              other.url(),
              "--key",
              key);
      assertEquals(0, sent.exit(), sent::toString);
      assertEquals(FORMS, sent.summary().path("sent").asInt(), sent::toString);
      other.kill();
      other.env(EVERY_SECONDS, "1").start();
      Path again = counted(other);
      for (String name : tables(from)) {
        assertArrayEquals(
            Files.readAllBytes(from.resolve(name)), Files.readAllBytes(again.resolve(name)), name);
      }
      assertEquals(tables(from), tables(again));
    }
  }

  /** The folder of the first snapshot, with all forms. */
  private static Path counted(NodeProcess node) throws Exception {
    String pointer = node.url() + "/data/latest.json";
    Await.until("the first snapshot", () -> get(pointer).statusCode() == 200);
    Path made = node.data().resolve("opendata").resolve(latest(node));
    assertEquals(FORMS + 1, rows(made.resolve("ppwp-forms.csv.gz")), "and the head");
    return made;
  }

  private static long rows(Path gzip) throws IOException {
    try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(gzip))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().count();
    }
  }

  /** Those that hold nothing of the node. */
  private static Set<String> tables(Path snapshot) throws IOException {
    try (Stream<Path> files = Files.list(snapshot)) {
      return files
          .map(each -> each.getFileName().toString())
          .filter(name -> name.startsWith("ppwp-forms") || name.startsWith("ppwp-totals"))
          .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
    }
  }
}
