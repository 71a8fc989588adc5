package id.pantau.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.api.report.EmlXml;
import id.pantau.api.report.NistJson;
import id.pantau.api.report.Report;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.platform.Settings;
import id.pantau.platform.WebRig;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportRoutesTest {
  private static final String NIST = "/api/v1/reports/ppwp/320501.nist.json";
  private static final String EML = "/api/v1/reports/ppwp/320501.eml.xml";
  private static final Election SMALL = SmallElection.election();
  private static final ReportSchemas OWN = ReportSchemas.own();

  /** The body that {@code docs/nist-profile.md} shows the report of. */
  private static final String BODY =
      """
      {"digest":"00112233445566778899aabbccddeeff","contest":"ppwp","area":"320501","name":"GARUT KOTA","level":3,
       "position":{"epoch":1,"revision":57},"asOf":"2026-11-21T14:00:00.123Z","status":"counting","isTest":true,
       "notice":{"id":"Alat bantu informasi.","en":"Information aid."},
       "totals":{"votes":{"100025":141,"100026":203},"asSent":{"100025":150,"100026":210},
         "valid":{"value":344,"stations":3},"invalid":{"value":6,"stations":3},
         "registered":{"value":280,"stations":1},"users":{"value":0,"stations":0},
         "turnout":{"users":0,"registered":0,"stations":0}},
       "stations":{"counted":3,"held":1,"expected":6},
       "children":[
        {"code":"3205011001","name":"SUKAMENTENG","totals":{"votes":{"100025":141,"100026":203},
          "valid":{"value":344,"stations":3},"invalid":{"value":6,"stations":3},
          "registered":{"value":280,"stations":1},"users":{"value":0,"stations":0}},
         "stations":{"counted":3,"held":0,"expected":3}},
        {"code":"3205011002","name":"MA'RANG","totals":{"votes":{"100025":0,"100026":0}},
         "stations":{"counted":0,"held":1,"expected":3}}]}
      """;

  private final KeptBodies board = new KeptBodies();
  private final WebRig rig =
      new WebRig(
          2,
          List.of(
              new ReportRoutes(
                  board, SMALL, new Settings.Api(1, 500, 20, 400, 200), InstantSource.system())));

  @BeforeEach
  void fill() {
    board.loading = false;
    board.busy = false;
    board.put("results ppwp 320501", BODY);
  }

  @AfterAll
  void stop() {
    rig.close();
  }

  @ParameterizedTest
  @CsvSource({NIST + ", application/json", EML + ", application/xml; charset=utf-8"})
  void report_isAnsweredLikeTheOtherDocuments(String path, String type) {
    HttpResponse<byte[]> got = rig.get(path);
    assertEquals(200, got.statusCode());
    assertEquals(type, got.headers().firstValue("Content-Type").orElse(""));
    assertEquals("*", got.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    assertEquals("public, max-age=1", got.headers().firstValue("Cache-Control").orElse(""));
    String etag = got.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, rig.get(path, "If-None-Match", etag).statusCode());
    HttpResponse<byte[]> head = rig.send("HEAD", path);
    assertEquals(200, head.statusCode());
    assertEquals(0, head.body().length);
    assertEquals(
        Integer.toString(got.body().length),
        head.headers().firstValue("Content-Length").orElse(""));
    HttpResponse<byte[]> gzip = rig.get(path, "Accept-Encoding", "gzip");
    assertEquals("gzip", gzip.headers().firstValue("Content-Encoding").orElse(""));
    assertEquals(405, rig.send("POST", path).statusCode());
  }

  /** Another body is another document, though nothing in it but the digest differs. */
  @Test
  void report_ofAnotherBody_hasAnotherEtag() {
    String before = rig.get(NIST).headers().firstValue("ETag").orElseThrow();
    board.put("results ppwp 320501", BODY.replace("0011", "1100"));
    assertFalse(rig.get(NIST).headers().firstValue("ETag").orElseThrow().equals(before));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/reports/nope/320501.nist.json, unknown-contest",
    "/api/v1/reports/ppwp/77.eml.xml, unknown-area",
    "/api/v1/reports/ppwp/.eml.xml, unknown-area",
    "/api/v1/reports/ppwp/320501.json, not-found",
    "/api/v1/reports/ppwp/320501, not-found",
  })
  void report_ofWhatIsNotThere_is404(String path, String code) {
    HttpResponse<byte[]> got = rig.get(path);
    assertEquals(404, got.statusCode());
    assertTrue(WebRig.text(got).contains("urn:pantau:problem:" + code), WebRig.text(got));
  }

  @ParameterizedTest
  @ValueSource(strings = {NIST, EML})
  void report_whileTheBoardLoads_is503(String path) {
    board.loading = true;
    HttpResponse<byte[]> got = rig.get(path);
    assertEquals(503, got.statusCode());
    assertEquals("2", got.headers().firstValue("Retry-After").orElse(""));
  }

  /** The profile's worked example is what is written, to the byte but for blanks. */
  @ParameterizedTest
  @CsvSource({"docs/nist-profile.md, json, " + NIST, "docs/eml.md, xml, " + EML})
  void example_isWhatTheDocumentShows(String document, String language, String path)
      throws Exception {
    String text = Files.readString(ReportSchemas.root().resolve(document));
    String example = text.replaceAll("(?s).*?```" + language + "\n(.*?)```.*", "$1");
    assertEquals(bare(example), bare(WebRig.text(rig.get(path))));
  }

  private static String bare(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static Report report(Contest contest, String area, String body) {
    Election with =
        new Election(
            "lain",
            SMALL.names(),
            false,
            SMALL.notices(),
            SMALL.banners(),
            SMALL.sources(),
            60,
            SMALL.thresholds(),
            List.of(contest),
            SMALL.areas(),
            SMALL.hash());
    return Report.of(
        with,
        contest,
        with.areas().area(with.areas().find(area)),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** A contest for parties in a district of two kabupaten. */
  @Test
  void report_ofAContestForParties_hasPartiesAndItsDistrict() {
    Contest dpr =
        new Contest(
            "pdpr-3201",
            Map.of("id", "DPR", "en", "House"),
            List.of("3205", "3271"),
            List.of(
                new Choice("100025", 1, "Partai Rekaan", "PR", "#000000"),
                new Choice("100026", 2, "Partai Misal - Bersatu", "PM", "#FFFFFF")));
    Report report = report(dpr, "320501", BODY);
    String nist = new String(NistJson.of(report), StandardCharsets.UTF_8);
    String eml = new String(EmlXml.of(report), StandardCharsets.UTF_8);
    assertEquals(Set.of(), OWN.nistErrors(nist));
    assertEquals(Set.of(), OWN.emlErrors(eml));
    ReportSchemas.official()
        .ifPresent(
            official -> {
              assertEquals(Set.of(), official.nistErrors(nist));
              assertEquals(Set.of(), official.emlErrors(eml));
            });
    JsonNode tree = ReportSchemas.tree(nist);
    assertEquals(Set.of(), ReportNumbers.dangling(tree));
    assertEquals(2, tree.path("Party").size());
    assertFalse(tree.path("IsTest").asBoolean());
    assertFalse(tree.has("TestType"));
    assertTrue(eml.contains("<RegisteredName>Partai Misal - Bersatu</RegisteredName>"), eml);
    assertTrue(eml.contains("<Simulation>no</Simulation>"), eml);
  }

  /** A governor's election, with names that are longer than EML lets a name be. */
  @Test
  void report_ofARegionalContest_saysSo_andALongNameIsWhole() {
    String name = "Dr. " + "PANJANG ".repeat(10) + "SEKALI - H. WAKIL";
    Contest governor =
        new Contest(
            "pkwkp-32",
            Map.of("id", "Gubernur"),
            List.of("32"),
            List.of(
                new Choice("100025", 1, name, "Panjang – Wakil", "#000000"),
                new Choice("100026", 2, "KOLOM KOSONG", "Kosong", "#FFFFFF")));
    Report report = report(governor, "320501", BODY);
    String nist = new String(NistJson.of(report), StandardCharsets.UTF_8);
    String eml = new String(EmlXml.of(report), StandardCharsets.UTF_8);
    assertEquals(Set.of(), OWN.nistErrors(nist));
    assertEquals(Set.of(), OWN.emlErrors(eml));
    JsonNode election = ReportSchemas.tree(nist).path("Election").path(0);
    assertEquals("pilkada", election.path("OtherType").asText());
    assertEquals(3, election.path("Candidate").size());
    assertTrue(eml.contains("<KnownAs>" + name + "</KnownAs>"), eml);
  }

  /** An operator's words may hold anything that JSON can hold. */
  @Test
  void eml_withWordsThatXmlCannotHold_isStillXml() {
    String words = "\\u0000\\u000b <b> & ]]> \\ufffe \\ud83d\\ude00";
    String notices =
        "\"notices\":[{\"id\":\"a\",\"office\":\"KPU\",\"reason\":{\"id\":\""
            + words
            + "\",\"en\":\""
            + words
            + "\"},\"since\":\"2026-11-21T08:00:00Z\",\"until\":null}],";
    Report report =
        report(
            SMALL.contests().get(0),
            "320501",
            BODY.replace("{\"digest\"", "{" + notices + "\"digest\""));
    String eml = new String(EmlXml.of(report), StandardCharsets.UTF_8);
    assertEquals(Set.of(), OWN.emlErrors(eml));
    assertTrue(eml.contains("😀"), eml);
    assertEquals(Set.of(), OWN.nistErrors(new String(NistJson.of(report), StandardCharsets.UTF_8)));
  }
}
