package id.pantau.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.board.BoardNode;
import id.pantau.count.CountNode;
import id.pantau.count.CountRig;
import id.pantau.count.Forms;
import id.pantau.count.Waiting;
import id.pantau.model.Act;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.platform.ActsVerticle;
import id.pantau.platform.Photos;
import id.pantau.platform.PlaceSearch;
import id.pantau.platform.Settings;
import id.pantau.platform.WebRig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reports of a real count: valid, and with the numbers that results have. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ReportsIT {
  private static final Instant SINCE = Instant.parse("2026-11-21T08:00:00Z");
  private static final ReportSchemas OWN = ReportSchemas.own();
  private static CountRig rig;
  private static BoardNode board;
  private static WebRig web;

  @BeforeAll
  static void count(@TempDir Path folder) {
    rig = new CountRig(folder);
    Election election = CountRig.election("reports");
    CountNode count = rig.node("reports", election);
    Settings settings = rig.settings();
    ActsVerticle acts = new ActsVerticle(settings, election.id(), true, InstantSource.system());
    Waiting.get(rig.vertx().deployVerticle(acts));
    board = new BoardNode(rig, election, acts);
    Forms forms = new Forms(election);
    count.count(
        forms.sound("ppwp", "0101011001001", 1, Method.MACHINE, 10, 20, 30),
        forms.unproven("ppwp", "0101011001002", 1, 1, 2, 3),
        // Counted on two people's word, without valid and invalid.
        forms.sound("ppwp", "0101011001003", 1, Method.DOUBLE, 40, 50, 60),
        forms.sound("ppwp", "0101011001006", 1, Method.MACHINE, 4, 5, 6),
        forms.sound("ppwp", "0101022001001", 1, Method.MACHINE, 0, 8, 1),
        forms.sound("ppwp", "0101022001002", 1, Method.MACHINE, 3, 0, 2),
        forms.sound("ppwp", "0101022001003", 1, Method.MACHINE, 6, 7, 0),
        forms.sound("ppwp", "0201012001001", 1, Method.MACHINE, 61, 62, 63),
        forms.sound("pkwkk-0102", "0102011001001", 1, Method.MACHINE, 70, 80),
        forms.sound("pkwkk-0102", "0102011002001", 1, Method.MACHINE, 9, 11));
    Waiting.get(acts.append(act("a-1", Act.Kind.WITHHOLD, "0201")));
    Waiting.get(acts.append(act("a-2", Act.Kind.WITHHOLD, "0101011001006")));
    Waiting.get(acts.append(act("a-3", Act.Kind.NOTICE, "01")));
    web =
        new WebRig(
            1,
            List.of(
                new ApiRoutes(
                    board.showing(),
                    new Photos(settings, new SimpleMeterRegistry()),
                    acts,
                    election,
                    new PlaceSearch(election.areas()),
                    settings.api(),
                    InstantSource.system()),
                new ReportRoutes(
                    board.showing(), election, settings.api(), InstantSource.system())));
    Waiting.until(
        "all forms and acts are seen",
        () ->
            board.results("ppwp", "0").path("stations").path("counted").asInt() == 7
                && board.results("pkwkk-0102", "0").path("stations").path("counted").asInt() == 2
                && board.results("ppwp", "01").path("notices").size() == 1
                && board.results("ppwp", "0201").path("status").asText().equals("withheld"));
  }

  private static Act act(String id, Act.Kind kind, String subject) {
    return new Act(
        id,
        kind,
        null,
        subject,
        "KPU Rekaan",
        Map.of("id", "diperiksa & <ditahan>", "en", "under review"),
        SINCE,
        Instant.now().plusSeconds(3_600),
        "sita",
        null);
  }

  @AfterAll
  static void stop() {
    web.close();
    board.close();
    rig.close();
  }

  private static String get(String path) {
    HttpResponse<byte[]> response = web.get(path);
    assertEquals(200, response.statusCode(), () -> path + " " + WebRig.text(response));
    return WebRig.text(response);
  }

  private static JsonNode results(String contest, String area) {
    return ReportSchemas.tree(get("/api/v1/results/" + contest + "/" + area));
  }

  private static String nist(String contest, String area) {
    return get("/api/v1/reports/" + contest + "/" + area + ".nist.json");
  }

  private static String eml(String contest, String area) {
    return get("/api/v1/reports/" + contest + "/" + area + ".eml.xml");
  }

  @ParameterizedTest
  @CsvSource({
    "ppwp, 0, counting",
    "ppwp, 01, counting",
    "ppwp, 010101, counting",
    "ppwp, 0101011001, counting",
    "ppwp, 0101022001, finished",
    "ppwp, 02, counting",
    "ppwp, 99, waiting",
    "ppwp, 99AA010001, waiting",
    "ppwp, 99AB, waiting",
    "pkwkk-0102, 0, counting",
    "pkwkk-0102, 01, counting",
    "pkwkk-0102, 0102, counting",
    "pkwkk-0102, 0102011001, counting",
    "pkwkk-0102, 02, waiting",
  })
  void reports_ofAPlace_areValidAndHaveTheNumbersOfResults(
      String contest, String area, String status) throws Exception {
    JsonNode results = results(contest, area);
    assertEquals(status, results.path("status").asText());
    String nist = nist(contest, area);
    String eml = eml(contest, area);
    assertEquals(Set.of(), OWN.nistErrors(nist));
    assertEquals(Set.of(), OWN.emlErrors(eml));
    JsonNode report = ReportSchemas.tree(nist);
    assertEquals(Set.of(), ReportNumbers.dangling(report));
    Map<String, Long> numbers = ReportNumbers.results(results);
    assertEquals(numbers, ReportNumbers.nist(report));
    assertEquals(numbers, ReportNumbers.eml(area, eml));
    assertEquals(
        status.equals("waiting"), numbers.keySet().stream().noneMatch(k -> k.startsWith(area)));
    boolean finished = status.equals("finished");
    assertEquals(
        finished ? "unofficial-complete" : "unofficial-partial", report.path("Status").asText());
    assertTrue(report.path("IsTest").asBoolean());
    assertEquals(results.path("children").size() + 1 + beside(contest, area), units(report));
    for (JsonNode unit : report.path("GpUnit")) {
      stations(unit, results);
    }
  }

  /** The nation and the contest's own kabupaten, where they are not among the places anyway. */
  private static int beside(String contest, String area) {
    int nation = area.equals("0") ? 0 : 1;
    boolean known = !contest.startsWith("pkwkk") || area.equals("01") || area.equals("0102");
    return known ? nation : nation + 1;
  }

  private static int units(JsonNode report) {
    return report.path("GpUnit").size();
  }

  private static void stations(JsonNode unit, JsonNode results) {
    String code = unit.path("@id").asText().substring("gp-".length());
    JsonNode place = results.path("area").asText().equals(code) ? results : child(results, code);
    JsonNode stations = place.path("stations");
    if (code.length() == 13 || stations.isMissingNode()) {
      assertFalse(unit.has("SubUnitsReported"), code);
      return;
    }
    assertEquals(stations.path("expected").asInt(), unit.path("TotalSubUnits").asInt(), code);
    assertEquals(stations.path("counted").asInt(), unit.path("SubUnitsReported").asInt(), code);
  }

  private static JsonNode child(JsonNode results, String code) {
    for (JsonNode child : results.path("children")) {
      if (child.path("code").asText().equals(code)) {
        return child;
      }
    }
    return ReportSchemas.tree("{}");
  }

  /** Where the machine has the schemas that NIST and OASIS publish; both see a broken document. */
  @ParameterizedTest
  @CsvSource({
    "ppwp, 0",
    "ppwp, 01",
    "ppwp, 0101011001",
    "ppwp, 0101022001",
    "ppwp, 02",
    "ppwp, 99AA010001",
    "pkwkk-0102, 0",
    "pkwkk-0102, 0102",
    "pkwkk-0102, 02",
  })
  void reports_areValidByTheOfficialSchemas(String contest, String area) {
    assumeTrue(ReportSchemas.official().isPresent(), "PANTAU_SCHEMAS names no folder");
    ReportSchemas official = ReportSchemas.official().orElseThrow();
    assertEquals(Set.of(), official.nistErrors(nist(contest, area)));
    assertEquals(Set.of(), official.emlErrors(eml(contest, area)));
    brokenIsSeen(official);
  }

  @Test
  void validity_ofABrokenDocument_fails() {
    brokenIsSeen(OWN);
  }

  private static void brokenIsSeen(ReportSchemas schemas) {
    String nist = nist("ppwp", "0101011001");
    for (String broken :
        List.of(
            nist.replaceFirst("\"Status\":\"unofficial-partial\",", ""),
            nist.replaceFirst("unofficial-partial", "official"),
            nist.replaceFirst("\"Count\":10", "\"Count\":\"10\""),
            nist.replaceFirst("\"Type\":\"total\"", "\"Type\":\"all\""),
            nist.replaceFirst("\\.VoteCounts", ".Votes"),
            nist.replaceFirst("\"GpUnitId\"", "\"Unit\""))) {
      assertFalse(broken.equals(nist));
      assertFalse(schemas.nistErrors(broken).isEmpty(), broken);
    }
    String eml = eml("ppwp", "0101011001");
    for (String broken :
        List.of(
            eml.replaceFirst("<ValidVotes>\\d+</ValidVotes>", ""),
            eml.replaceFirst("<ValidVotes>", "<ValidVotes>-"),
            eml.replaceFirst("<TransactionId>.*?</TransactionId>", ""),
            eml.replaceFirst("<Simulation>yes</Simulation>", "<Simulation>test</Simulation>"),
            eml.replaceFirst("<TotalVotes>", "<Total>").replaceFirst("</TotalVotes>", "</Total>"),
            eml.replaceFirst(
                "<Final>no</Final>(<Extra.*?</Extrapolation>)", "$1<Final>no</Final>"))) {
      assertFalse(broken.equals(eml));
      assertFalse(schemas.emlErrors(broken).isEmpty(), broken);
    }
  }

  @Test
  void nist_ofAVillage_saysOfEachStationWhereItStands() {
    JsonNode report = ReportSchemas.tree(nist("ppwp", "0101011001"));
    assertEquals("precinct-level", report.path("Format").asText());
    assertEquals("completed", status(report, "0101011001001"));
    assertEquals("in-process", status(report, "0101011001002"), "held");
    assertEquals("not-processed", status(report, "0101011001004"), "waiting");
    assertEquals("unknown", status(report, "0101011001006"), "withheld");
    String notes = report.path("Notes").asText();
    assertTrue(notes.contains("Ditahan: TPS 6 (0101011001006)."), notes);
    assertTrue(notes.contains("Withheld: TPS 6 (0101011001006)."), notes);
    assertTrue(notes.contains("KPU Rekaan: diperiksa & <ditahan> ("), notes);
    assertEquals(2, report.path("Header").size());
  }

  private static String status(JsonNode report, String code) {
    for (JsonNode unit : report.path("GpUnit")) {
      if (unit.path("@id").asText().equals("gp-" + code)) {
        return unit.path("CountStatus").path(0).path("Status").asText();
      }
    }
    throw new AssertionError("no unit " + code);
  }

  /** A contest is not said to have no votes where it takes no form. */
  @Test
  void nist_whereAContestTakesNoForm_hasNoStatusOfACount() {
    JsonNode report = ReportSchemas.tree(nist("pkwkk-0102", "0"));
    assertEquals("", status(report, "02"));
    assertEquals("in-process", status(report, "01"));
  }

  @Test
  void reports_ofAWithheldPlace_haveItsStatementAndNoFigure() {
    String nist = nist("ppwp", "0201");
    assertEquals(Set.of(), OWN.nistErrors(nist));
    JsonNode report = ReportSchemas.tree(nist);
    assertEquals(Map.of(), ReportNumbers.nist(report));
    assertEquals("unknown", status(report, "0201"));
    assertFalse(nist.contains("SubUnits"), nist);
    assertTrue(
        report.path("Notes").asText().contains("Withheld by KPU Rekaan: under review ("), nist);
    HttpResponse<byte[]> eml = web.get("/api/v1/reports/ppwp/0201.eml.xml");
    assertEquals(404, eml.statusCode());
    assertTrue(WebRig.text(eml).contains("urn:pantau:problem:withheld"), WebRig.text(eml));
  }

  @Test
  void eml_ofAPlaceAboveAWithheldOne_countsItAmongTheUnits() throws Exception {
    var total = ReportNumbers.first(ReportNumbers.root(eml("ppwp", "02")), "TotalVotes");
    assertEquals(1, ReportNumbers.metric(total, "units"));
    assertEquals(1, ReportNumbers.metric(total, "units.withheld"));
    assertEquals(1, ReportNumbers.metric(total, "stations.counted"));
  }

  @Test
  void reports_atAnEarlierTime_areThoseOfThen() {
    String nist = get("/api/v1/reports/ppwp/01.nist.json?at=2026-01-01T00:00:00Z");
    assertEquals(Set.of(), OWN.nistErrors(nist));
    assertEquals(Map.of(), ReportNumbers.nist(ReportSchemas.tree(nist)));
    String eml = get("/api/v1/reports/ppwp/01.eml.xml?at=" + Instant.now());
    assertEquals(Set.of(), OWN.emlErrors(eml));
    assertTrue(eml.contains("<ValidVotes>63</ValidVotes>"), eml);
    assertEquals(400, web.get("/api/v1/reports/ppwp/01.eml.xml?at=x").statusCode());
  }
}
