package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pantau.model.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** F15, F16, F18, F19: what arrives twice, late, out of order, or takes votes back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RevisionsIT {
  private static final int STATIONS = 1_000;

  /** Not random from run to run: a failure must come again. */
  private static final long SEED = 20240214;

  @TempDir private static Path folder = Path.of("");
  private static NodeProcess node;
  private static Sender sender;

  @BeforeAll
  static void start() throws Exception {
    node = NodeProcess.on(folder.resolve("node")).patient();
    String key = node.key();
    sender = new Sender(node.start().url(), key);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  /**
   * A thousand stations, each in an order of its own, some forms twice: as once and in order.
   * First, while nothing else is in the totals.
   */
  @Test
  @Order(1)
  void forms_inAThousandOrdersAndAgain_endAsOnceInOrder() throws Exception {
    List<String> first = RealForms.json(RealForms.csv(folder, "65")).subList(0, STATIONS);
    Random random = new Random(SEED);
    List<String> inOrder = new ArrayList<>();
    List<List<String>> rounds = new ArrayList<>();
    IntStream.range(0, 5).forEach(i -> rounds.add(new ArrayList<>()));
    for (String form : first) {
      List<String> revisions = revisions(form, random);
      inOrder.addAll(revisions);
      Collections.shuffle(revisions, random);
      revisions.add(revisions.get(random.nextInt(revisions.size())));
      IntStream.range(0, 5).forEach(i -> rounds.get(i).add(revisions.get(i)));
    }
    Set<String> answers = new HashSet<>();
    for (List<String> round : rounds) {
      answers.addAll(sender.all(round));
    }
    assertEquals(Set.of("counted", "held", "stored", "stale", "duplicate"), answers);
    Path file = folder.resolve("in-order.ndjson");
    Files.write(file, inOrder);
    Recount.of(folder, file).awaitAt(node.api());

    Position before = node.api().position();
    answers = sender.all(inOrder);
    assertEquals(Set.of("stale", "duplicate"), answers);
    assertEquals(before, node.api().position(), "what was there already moved something");
  }

  /** New, corrected, withdrawn, and for half of the stations restored. */
  private static List<String> revisions(String form, Random random) {
    List<String> revisions = new ArrayList<>();
    revisions.add(form);
    revisions.add(with(form, 2, "transcription-correction", random.nextInt(90)));
    ObjectNode withdrawn = (ObjectNode) Json.tree(with(form, 3, "withdrawn", 0));
    withdrawn.putNull("votes").remove(List.of("valid", "invalid", "total"));
    revisions.add(withdrawn.toString());
    String last = random.nextBoolean() ? "restored" : "withdrawn";
    revisions.add(
        last.equals("restored")
            ? with(form, 4, last, random.nextInt(90))
            : withdrawn.put("revision", 4).toString());
    return revisions;
  }

  /** The form with another first choice, and the sums that go with it where it has them. */
  private static String with(String form, int revision, String why, int votes) {
    ObjectNode json = (ObjectNode) Json.tree(form);
    json.put("revision", revision).putObject("reason").put("kind", why);
    int more = votes - json.path("votes").path("100025").asInt();
    ((ObjectNode) json.path("votes")).put("100025", votes);
    for (String sum : List.of("valid", "total")) {
      if (json.path(sum).asInt() + more >= 0 && json.has(sum)) {
        json.put(sum, json.path(sum).asInt() + more);
      }
    }
    return json.toString();
  }

  @Test
  void form_sameRevisionOtherContent_isAConflictAndChangesNothing() throws Exception {
    String form = counted("5101011006001", 1, "new", 40);
    assertEquals(201, sender.form(form).status());
    shown("51", 1);
    Position before = node.api().position();
    JsonNode standing = node.api().station("5101011006001");

    Sender.Reply reply = sender.form(counted("5101011006001", 1, "new", 41));
    assertEquals(409, reply.status(), reply::body);
    assertTrue(reply.json().path("type").asText().endsWith(":conflict"), reply::body);
    assertEquals(1, reply.json().path("currentRevision").asInt());
    String hash = standing.path("current").path("hash").asText();
    assertEquals(hash, reply.json().path("currentHash").asText());
    assertEquals(200, sender.form(form).status());
    assertEquals(before, node.api().position());
    assertEquals(standing, node.api().station("5101011006001"));
  }

  @Test
  void form_olderRevisionAfterANewer_isStaleAndChangesNothing() throws Exception {
    assertEquals(201, sender.form(counted("6101012001001", 1, "new", 40)).status());
    String newer = counted("6101012001001", 3, "transcription-correction", 42);
    assertEquals(201, sender.form(newer).status());
    shown("61", 1);
    Await.until("42 is shown", () -> votes("61") == 42);
    Position before = node.api().position();
    Sender.Reply reply = sender.form(counted("6101012001001", 2, "transcription-correction", 41));
    assertEquals(409, reply.status(), reply::body);
    assertTrue(reply.json().path("type").asText().endsWith(":stale"), reply::body);
    assertEquals(3, reply.json().path("currentRevision").asInt());
    assertEquals(before, node.api().position());
    assertEquals(42, votes("61"));
  }

  @Test
  void form_correctionThatLowersACount_everyAncestorFallsByTheDifferenceAndSaysSo()
      throws Exception {
    String station = "7101052001001";
    List<String> above = List.of("71", "7101", "710105", "7101052001");
    assertEquals(201, sender.form(counted("7101052001002", 1, "new", 50)).status());
    assertEquals(201, sender.form(counted(station, 1, "new", 80)).status());
    Await.until("130 is shown", () -> votes("71") == 130);
    int nation = votes("0");
    Position before = node.api().position();

    String lower = counted(station, 2, "transcription-correction", 77);
    assertEquals(201, sender.form(lower).status());
    Await.until("the nation falls", () -> votes("0") == nation - 3);
    for (String area : above) {
      assertEquals(127, votes(area), area);
    }
    assertTrue(node.api().position().compareTo(before) > 0, "a fall is a step forward");
    JsonNode change = correction(station);
    assertEquals(-3, change.path("delta").path("100025").asInt(), change::toString);
    assertEquals("transcription-correction", change.path("reason").path("kind").asText());
    JsonNode known = node.api().station(station);
    assertEquals(2, known.path("current").path("revision").asInt());
    assertEquals("superseded", known.path("revisions").get(1).path("status").asText());
    assertEquals(80, known.path("revisions").get(1).path("votes").path("100025").asInt());
  }

  /** The second revision of a station as the feed of changes tells it, page after page. */
  private static JsonNode correction(String station) throws IOException {
    JsonNode page = node.api().get("/api/v1/changes?limit=500");
    while (!page.path("changes").isEmpty()) {
      for (JsonNode change : page.path("changes")) {
        if (change.path("station").asText().equals(station)
            && change.path("revision").asInt() == 2) {
          return change;
        }
      }
      page = node.api().get(page.path("next").asText());
    }
    throw new AssertionError("the correction is not in the feed");
  }

  private static int votes(String area) throws IOException {
    return node.api().results(area).path("totals").path("votes").path("100025").asInt();
  }

  private static void shown(String area, int stations) {
    Await.until(
        area + " is shown",
        () -> node.api().results(area).path("stations").path("counted").asInt() == stations);
  }

  /** A form whose arithmetic proves it. */
  private static String counted(String station, int revision, String why, int votes) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("contest", "ppwp").put("station", station).put("generation", 0);
    json.put("revision", revision).put("method", "machine");
    json.set("votes", Json.MAPPER.valueToTree(Map.of("100025", votes, "100026", 9, "100027", 8)));
    json.put("valid", votes + 17).put("invalid", 2).put("total", votes + 19);
    json.putObject("reason").put("kind", why);
    return json.toString();
  }
}
