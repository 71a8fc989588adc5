package id.pantau.opendata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pantau.count.CountNode;
import id.pantau.count.CountRig;
import id.pantau.count.ManyForms;
import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Submission;
import id.pantau.platform.Acts;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The nine principles by which the National Democratic Institute (NDI, Open Election Data
 * Initiative) tells open election data from published data, each as a test.
 */
final class OpenPrinciplesIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Election ELECTION = CountRig.election("contoh");
  private static final int PERIOD_SECONDS = 1;
  private static final int SLACK_SECONDS = 60;

  private static CountRig rig;
  private static OpenDataNode node;
  private static List<Submission> sent;
  private static Path newest;

  @BeforeAll
  static void count(@TempDir Path folder) {
    rig = new CountRig(folder);
    CountNode count = rig.node("a", ELECTION);
    sent = new ManyForms(ELECTION, 9).some(20);
    count.count(sent.toArray(Submission[]::new));
    node = new OpenDataNode(rig, ELECTION, folder.resolve("open"), Acts.NONE);
    newest = node.first();
  }

  @AfterAll
  static void stop() {
    node.close();
    rig.close();
  }

  private static JsonNode json(String path) {
    HttpResponse<byte[]> response = node.get(path);
    assertEquals(200, response.statusCode(), path);
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError(path + " is no JSON", e);
    }
  }

  private static String base() {
    return "/data/" + newest.getFileName() + "/";
  }

  private static JsonNode described() {
    return json(base() + Snapshot.PACKAGE);
  }

  private static List<String> rows(String table) {
    return OpenDataNode.read(newest.resolve(table + ".csv.gz")).lines().skip(1).toList();
  }

  @Test
  void timely_theNewestFileIsAsOldAsThePeriodAllows() {
    Instant checked = Instant.parse(json("/data/latest.json").path("checkedAt").asText());
    Duration age = Duration.between(checked, Instant.now());
    assertTrue(age.toSeconds() <= PERIOD_SECONDS + SLACK_SECONDS, () -> "checked " + age + " ago");
    Instant created = Instant.parse(described().path("created").asText());
    assertFalse(created.isAfter(checked));
  }

  @Test
  void granular_everyPollingStationHasARowOfItsOwn() {
    AreaTree tree = ELECTION.areas();
    Set<String> expected = new HashSet<>();
    for (int province : tree.provinces()) {
      for (int slot = 0; slot < tree.stations(province); slot++) {
        expected.add(tree.stationAt(province, slot).code());
      }
    }
    Set<String> there = new HashSet<>();
    rows("ppwp-totals-station").forEach(row -> there.add(row.split(",")[3]));
    assertEquals(expected, there);
  }

  @Test
  void free_noKeyNoCookieNoFee() {
    for (String path :
        List.of("/data/", "/data.json", "/data/latest.json", base() + "SHA256SUMS")) {
      HttpResponse<byte[]> response = node.get(path);
      assertEquals(200, response.statusCode(), path);
      assertTrue(response.headers().firstValue("set-cookie").isEmpty(), path);
      assertTrue(response.headers().firstValue("www-authenticate").isEmpty(), path);
    }
  }

  @Test
  void complete_everyFormThatWasTakenIsInIt() {
    Set<String> expected = new HashSet<>();
    sent.forEach(
        each ->
            expected.add(
                each.form().contest()
                    + ","
                    + each.form().station()
                    + ",0,"
                    + each.form().revision()));
    List<String> there = new ArrayList<>();
    for (Contest contest : ELECTION.contests()) {
      for (String row : rows(contest.id() + "-forms")) {
        String[] cells = row.split(",");
        there.add(String.join(",", cells[2], cells[3], cells[4], cells[5]));
      }
    }
    assertEquals(expected, new HashSet<>(there));
    assertEquals(expected.size(), there.size());
  }

  @Test
  void analysable_everyColumnOfEveryTableIsDescribedWithItsType() {
    int tables = 0;
    for (JsonNode resource : described().path("resources")) {
      if (resource.path("format").asText().equals("csv")) {
        String file = resource.path("path").asText();
        List<String> names = new ArrayList<>();
        for (JsonNode field : resource.path("schema").path("fields")) {
          names.add(field.path("name").asText());
          assertFalse(field.path("type").asText().isEmpty(), file);
          assertFalse(field.path("description").asText().isEmpty(), file);
        }
        String head = OpenDataNode.read(newest.resolve(file)).lines().findFirst().orElse("");
        assertEquals(head, String.join(",", names));
        tables++;
      }
    }
    assertEquals(ELECTION.contests().size() * 8 + 1, tables);
  }

  @Test
  void nonProprietary_everyTableIsInOpenFormatsAlone() {
    Set<String> formats = new HashSet<>();
    for (JsonNode resource : described().path("resources")) {
      formats.add(resource.path("format").asText());
    }
    assertEquals(Set.of("csv", "ndjson", "parquet"), formats);
  }

  @Test
  void nonDiscriminatory_everyOriginAndEveryProgramGetsTheSameBytes() {
    String path = base() + "ppwp-forms.csv.gz";
    HttpResponse<byte[]> plain = node.get(path);
    HttpResponse<byte[]> other =
        node.get(path, "Origin", "https://example.org", "User-Agent", "anything/0");
    assertEquals("*", other.headers().firstValue("access-control-allow-origin").orElse(""));
    assertArrayEquals(plain.body(), other.body());
  }

  @Test
  void licenceFree_underAnOpenLicenceThatTheDataNames() {
    assertEquals("CC-BY-4.0", described().path("licenses").get(0).path("name").asText());
    assertEquals(Licence.PATH, json("/data.json").path("dataset").get(0).path("license").asText());
    String link = node.get(base() + "ppwp-forms.csv.gz").headers().firstValue("link").orElse("");
    assertTrue(link.contains("<" + Licence.PATH + ">; rel=\"license\""), link);
    assertTrue(described().path("sources").get(0).path("title").asText().contains("KPU"));
  }

  @Test
  void permanent_everyAddressThatIsNamedAnswers() {
    for (JsonNode resource : described().path("resources")) {
      String file = resource.path("path").asText();
      HttpResponse<byte[]> response = node.send("HEAD", base() + file);
      assertEquals(200, response.statusCode(), file);
      assertEquals(
          resource.path("bytes").asText(),
          response.headers().firstValue("content-length").orElse(""),
          file);
      assertEquals(302, node.get("/data/latest/" + file).statusCode(), file);
    }
  }
}
