package id.pantau.opendata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pantau.count.CountNode;
import id.pantau.count.CountRig;
import id.pantau.count.Forms;
import id.pantau.count.Waiting;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.platform.Acts;
import id.pantau.platform.Settings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots of a real count, from before its first form on, and how they are given out. */
final class OpenDataIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Election ELECTION = CountRig.election("contoh");
  private static final int COUNTED = 2;

  private static CountRig rig;
  private static OpenDataNode node;
  private static Path empty;
  private static Path newest;
  private static Path shared;

  @BeforeAll
  static void count(@TempDir Path folder) {
    rig = new CountRig(folder);
    CountNode count = rig.node("a", ELECTION);
    shared = folder.resolve("open");
    node = new OpenDataNode(rig, ELECTION, shared, Acts.NONE);
    empty = node.first();
    Forms forms = new Forms(ELECTION);
    count.count(
        forms.sound("ppwp", "0101011001001", 1, Method.MACHINE, 10, 20, 30),
        forms.unproven("ppwp", "0101011001002", 1, 1, 2, 3),
        forms.decision("ppwp", "0101011001002", 2, 1, 2, 3),
        forms.unproven("ppwp", "0101011001003", 1, 4, 5, 6));
    newest = node.counted("ppwp", COUNTED);
  }

  @AfterAll
  static void stop() {
    node.close();
    rig.close();
  }

  private static String address(Path snapshot, String file) {
    return "/data/" + snapshot.getFileName() + "/" + file;
  }

  private static JsonNode json(HttpResponse<byte[]> response) {
    assertEquals(200, response.statusCode());
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void snapshot_beforeTheFirstForm_hasEveryPlaceWithZeros() {
    List<String> forms = OpenDataNode.read(empty.resolve("ppwp-forms.csv.gz")).lines().toList();
    assertEquals(1, forms.size());
    assertTrue(forms.get(0).startsWith("official,isTest,contest,station,"));
    assertEquals("", OpenDataNode.read(empty.resolve("ppwp-forms.ndjson.gz")));
    String nation = OpenDataNode.read(empty.resolve("ppwp-totals-nation.csv"));
    assertTrue(nation.contains("false,true,ppwp,0,"), nation);
    assertTrue(nation.contains(",waiting,,0,0,0,0,0,0,0,0,"), nation);
    long stations =
        OpenDataNode.read(empty.resolve("ppwp-totals-station.csv.gz")).lines().count() - 1;
    assertEquals(ELECTION.areas().stations(0), stations);
  }

  @Test
  void forms_everyRevision_withStatusReasonAndFindings() {
    List<String> rows = OpenDataNode.read(newest.resolve("ppwp-forms.csv.gz")).lines().toList();
    assertEquals(5, rows.size());
    assertTrue(rows.get(1).contains(",0101011001001,0,1,counted,counted,,machine,"), rows.get(1));
    assertTrue(rows.get(2).contains(",0101011001002,0,1,superseded,held,,machine,"), rows.get(2));
    assertTrue(rows.get(3).contains(",0101011001002,0,2,counted,counted,,machine,"), rows.get(3));
    assertTrue(rows.get(3).contains(",decision,\"{\"\"note\"\":\"\"seen on the photo\"\""));
    assertTrue(rows.get(4).contains(",T00 "), rows.get(4));
  }

  @Test
  void latest_isTiny_shortLived_andNamesTheNewest() {
    HttpResponse<byte[]> response = node.get("/data/latest.json");
    JsonNode latest = json(response);
    assertTrue(response.body().length < 1024);
    assertEquals("public, max-age=10", response.headers().firstValue("cache-control").orElse(""));
    assertEquals(newest.getFileName().toString(), latest.path("snapshot").asText());
    assertEquals(ELECTION.notices().get("id"), latest.path("notice").path("id").asText());
    assertTrue(latest.path("isTest").asBoolean());
  }

  @Test
  void file_isForEver_withItsHashAsTag_andAnswers304() throws IOException {
    String path = address(newest, "ppwp-forms.csv.gz");
    HttpResponse<byte[]> whole = node.get(path);
    assertEquals(200, whole.statusCode());
    assertArrayEquals(Files.readAllBytes(newest.resolve("ppwp-forms.csv.gz")), whole.body());
    assertTrue(whole.headers().firstValue("cache-control").orElse("").endsWith("immutable"));
    assertEquals("*", whole.headers().firstValue("access-control-allow-origin").orElse(""));
    String tag = whole.headers().firstValue("etag").orElse("");
    assertTrue(
        OpenDataNode.read(newest.resolve("SHA256SUMS"))
            .contains(tag.replace("\"", "") + "  ppwp-forms.csv.gz\n"));
    assertEquals(304, node.get(path, "If-None-Match", tag).statusCode());
  }

  @Test
  void file_inRanges_isTheSameBytes() {
    String path = address(newest, "ppwp-totals-station.ndjson.gz");
    byte[] whole = node.get(path).body();
    HttpResponse<byte[]> part = node.get(path, "Range", "bytes=100-299");
    assertEquals(206, part.statusCode());
    assertArrayEquals(Arrays.copyOfRange(whole, 100, 300), part.body());
    assertEquals(
        "bytes 100-299/" + whole.length, part.headers().firstValue("content-range").orElse(""));
    HttpResponse<byte[]> end = node.get(path, "Range", "bytes=-7");
    assertArrayEquals(Arrays.copyOfRange(whole, whole.length - 7, whole.length), end.body());
    String tag = part.headers().firstValue("etag").orElse("");
    assertEquals(206, node.get(path, "Range", "bytes=0-1", "If-Range", tag).statusCode());
    assertEquals(200, node.get(path, "Range", "bytes=0-1", "If-Range", "\"x\"").statusCode());
    assertEquals(416, node.get(path, "Range", "bytes=" + whole.length + "-").statusCode());
  }

  @Test
  void latestAddress_leadsToTheNewest_unknownIs404_goneIs410() {
    HttpResponse<byte[]> lead = node.get("/data/latest/ppwp-forms.csv.gz");
    assertEquals(302, lead.statusCode());
    assertEquals(
        address(newest, "ppwp-forms.csv.gz"), lead.headers().firstValue("location").orElse(""));
    assertEquals(404, node.get("/data/latest/nothing.csv").statusCode());
    assertEquals(404, node.get(address(newest, ".lock")).statusCode());
    assertEquals(410, node.get("/data/20200101T000000Z-0123456789ab/SHA256SUMS").statusCode());
    assertEquals(405, node.send("POST", "/data/latest.json").statusCode());
  }

  @Test
  void everyFile_isInTheSums_andHasThatHash() throws Exception {
    for (String line : OpenDataNode.read(newest.resolve("SHA256SUMS")).lines().toList()) {
      String[] parts = line.split("  ", 2);
      byte[] bytes = Files.readAllBytes(newest.resolve(parts[1]));
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertEquals(parts[0], HexFormat.of().formatHex(hash), line);
    }
  }

  @Test
  void page_isPlainHtmlWithTheNotice_andDataLeadsToIt() {
    HttpResponse<byte[]> page = node.get("/data/");
    assertEquals(200, page.statusCode());
    String html = new String(page.body(), java.nio.charset.StandardCharsets.UTF_8);
    assertTrue(html.contains(ELECTION.notices().get("id")), html);
    assertTrue(html.contains(newest.getFileName() + "/ppwp-forms.parquet"), html);
    assertEquals("/data/", node.get("/data").headers().firstValue("location").orElse(""));
  }

  @Test
  void catalogue_namesOriginLicenceAndAddressesThatAnswer() {
    JsonNode dataset = json(node.get("/data.json")).path("dataset").get(0);
    assertEquals(Licence.PATH, dataset.path("license").asText());
    assertTrue(dataset.path("description").asText().contains("KPU"));
    assertFalse(dataset.path("distribution").isEmpty());
    for (JsonNode each : dataset.path("distribution")) {
      String path = each.path("downloadURL").asText().replaceFirst("^https?://[^/]+", "");
      assertEquals(302, node.get(path).statusCode(), path);
    }
  }

  /** Facts of the schema "non-federal 1.1" of DCAT-US (resources.data.gov/schemas/dcat-us/v1.1). */
  @Test
  void catalogue_hasWhatDcatUsAsksFor() {
    JsonNode catalogue = json(node.get("/data.json"));
    assertEquals(
        "https://project-open-data.cio.gov/v1.1/schema", catalogue.path("conformsTo").asText());
    JsonNode dataset = catalogue.path("dataset").get(0);
    for (String field : List.of("title", "description", "identifier", "accessLevel")) {
      assertFalse(dataset.path(field).asText().isEmpty(), field);
    }
    assertFalse(dataset.path("publisher").path("name").asText().isEmpty());
    assertFalse(dataset.path("contactPoint").path("fn").asText().isEmpty());
    assertFalse(dataset.path("keyword").isEmpty());
    assertEquals("public", dataset.path("accessLevel").asText());
    assertTrue(dataset.path("rights").asText().length() <= 255);
    assertTrue(dataset.path("accrualPeriodicity").asText().matches("R/PT\\d+S"));
    for (JsonNode each : dataset.path("distribution")) {
      String type = each.path("mediaType").asText();
      assertTrue(type.matches("[-\\w]+/[-\\w]+(\\.[-\\w]+)*([+][-\\w]+)?"), type);
    }
  }

  @Test
  void node_toMakeNone_isReadyAtOnceAndShowsWhatOthersMade(@TempDir Path own) {
    Settings.OpenData none = new Settings.OpenData("", 0, 3, 35, 100, "");
    try (OpenDataNode second = new OpenDataNode(rig, ELECTION, shared, Acts.NONE, none)) {
      Waiting.until("it looked", () -> second.get("/data/latest.json").statusCode() == 200);
      String latest = json(second.get("/data/latest.json")).path("snapshot").asText();
      assertEquals(newest.getFileName().toString(), latest);
      assertEquals("", json(second.get("/data.json")).findPath("accrualPeriodicity").asText());
    }
    try (OpenDataNode alone = new OpenDataNode(rig, ELECTION, own, Acts.NONE, none)) {
      Waiting.until("it is ready", () -> alone.health().green());
      assertEquals(404, alone.get("/data/latest.json").statusCode());
      assertEquals(404, alone.get("/data.json").statusCode());
      assertTrue(alone.snapshots().isEmpty());
    }
  }

  @Test
  void nothingNew_makesNoSnapshot() {
    String before = json(node.get("/data/latest.json")).path("checkedAt").asText();
    int made = node.snapshots().size();
    Waiting.until(
        "it was looked at again",
        () -> !json(node.get("/data/latest.json")).path("checkedAt").asText().equals(before));
    assertEquals(made, node.snapshots().size());
  }
}
