package id.pantau.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.platform.Settings;
import id.pantau.platform.WebRig;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SirekapRoutesTest {
  private static final String STATION =
      "/pemilu/hhcw/ppwp/31/3171/317106/3171061001/3171061001012.json";
  private static final String PAPER =
      "\"votes\":{\"100025\":5,\"100026\":7},\"valid\":12,\"invalid\":1,\"total\":13,"
          + "\"registered\":{\"all\":20,\"male\":9,\"female\":11},"
          + "\"users\":{\"dpt\":{\"all\":13,\"male\":6,\"female\":7},"
          + "\"dptb\":{\"all\":0,\"male\":0,\"female\":0},"
          + "\"dpk\":{\"all\":0,\"male\":0,\"female\":0},"
          + "\"all\":{\"all\":13,\"male\":6,\"female\":7}}";

  private final KeptBodies board = new KeptBodies();
  private final WebRig rig =
      new WebRig(
          2,
          List.of(
              new SirekapRoutes(
                  board,
                  withRegent(SmallElection.election()),
                  new Settings.Api(1, 500, 20, 400, 200),
                  new Settings.Web("https://suara.example.org"))));

  @BeforeEach
  void fill() {
    board.loading = false;
    board.bodies.clear();
  }

  @AfterAll
  void stop() {
    rig.close();
  }

  /** The same with a contest of one kabupaten. */
  private static Election withRegent(Election e) {
    Contest regent =
        new Contest(
            "pkwkk-3205",
            Map.of("id", "Bupati Garut", "en", "Regent of Garut"),
            List.of("3205"),
            List.of(
                new Choice("1", 1, "A & B", "AB", "#000000"),
                new Choice("2", 2, "C & D", "CD", "#111111")));
    return new Election(
        e.id(),
        e.names(),
        e.isTest(),
        e.notices(),
        e.banners(),
        e.sources(),
        e.cadenceSeconds(),
        e.thresholds(),
        List.of(e.contests().get(0), regent),
        e.areas(),
        e.hash());
  }

  private String text(String path) {
    HttpResponse<byte[]> answer = rig.get(path);
    assertEquals(200, answer.statusCode(), path);
    return WebRig.text(answer);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private void station(String status, String form) {
    board.put(
        "station 3171061001012 ppwp", "{\"status\":\"" + status + "\",\"current\":" + form + "}");
  }

  @Test
  void places_areByNameWithStationsByNumber() {
    String nation = text("/wilayah/pemilu/ppwp/0.json");
    assertEquals(
        "[{\"nama\":\"DKI JAKARTA\",\"id\":1,\"kode\":\"31\",\"tingkat\":1},"
            + "{\"nama\":\"JAWA BARAT\",\"id\":2,\"kode\":\"32\",\"tingkat\":1},"
            + "{\"nama\":\"Luar Negeri\",\"id\":3,\"kode\":\"99\",\"tingkat\":1}]",
        nation);
    String villages = text("/wilayah/pilkada/pkwkp/32/3205/320501.json");
    assertTrue(villages.indexOf("MA'RANG") < villages.indexOf("SUKAMENTENG"), villages);
    String stations = text("/wilayah/pemilu/pdpr/31/3171/317106/3171061002.json");
    assertTrue(
        stations.startsWith(
            "[{\"nama\":\"TPS 001\",\"id\":1000014,\"kode\":\"3171061002001\",\"tingkat\":5},"),
        stations);
    assertTrue(text("/wilayah/pemilu/ppwp/99/9901/990101/9901010001.json").contains("\"KSK 001\""));
  }

  @Test
  void masters_haveTheChoicesOfContestsThatExist() {
    assertEquals(
        "{\"100025\":{\"ts\":\"1970-01-01 07:00:00\",\"nama\":\"Anies & Muhaimin\",\"warna\":\"#00AA88\",\"nomor_urut\":1},"
            + "\"100026\":{\"ts\":\"1970-01-01 07:00:00\",\"nama\":\"Prabowo & Gibran\",\"warna\":\"#88AAFF\",\"nomor_urut\":2}}",
        text("/pemilu/ppwp.json"));
    for (String none :
        List.of(
            "/pemilu/partai.json",
            "/pemilu/pdpd.json",
            "/pemilu/caleg/dpd/31.json",
            "/pemilu/caleg/partai/3101.json",
            "/pilkada/paslon/pkwkp.json")) {
      assertEquals("{}", text(none), none);
    }
    assertEquals("[]", text("/wilayah/pemilu/pdpr/dapil_dpr.json"));
    assertEquals("[]", text("/wilayah/pemilu/pdprdp/31/310001.json"));
  }

  @Test
  void aggregate_isOfWhatIsCounted_andRowsWithoutDataLackTheChoices() {
    board.put(
        "results ppwp 0",
        "{\"area\":\"0\",\"level\":0,\"asOf\":\"2024-02-16T20:00:16.9Z\",\"status\":\"counting\","
            + totals(120, 220, 2, 3)
            + ",\"children\":[{\"code\":\"31\","
            + totals(120, 220, 2, 3)
            + "},{\"code\":\"32\","
            + totals(0, 0, 0, 7)
            + "},{\"code\":\"99\"}]}");
    HttpResponse<byte[]> answer = rig.get("/pemilu/hhcw/ppwp.json");
    assertEquals(
        "{\"ts\":\"2024-02-17 03:00:16\",\"psu\":\"Reguler\",\"mode\":\"hhcw\","
            + "\"chart\":{\"100025\":120,\"100026\":220,\"persen\":66.67},\"table\":{"
            + "\"31\":{\"psu\":\"Reguler\",\"100025\":120,\"100026\":220,\"persen\":66.67,\"status_progress\":true},"
            + "\"32\":{\"psu\":\"Reguler\",\"persen\":0.0,\"status_progress\":false},"
            + "\"99\":{\"psu\":\"Reguler\",\"persen\":0.0,\"status_progress\":false}},"
            + "\"progres\":{\"total\":3,\"progres\":2}}",
        WebRig.text(answer));
    assertEquals("counting", header(answer, "Pantau-Status"));
    assertEquals("Alat bantu informasi.", header(answer, "Pantau-Notice"));
    assertEquals("true", header(answer, "Pantau-Test"));
    assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
    assertEquals("public, max-age=1", header(answer, "Cache-Control"));
    assertTrue(header(answer, "Link").startsWith("</api/v1/results/ppwp/0>;"));
    String etag = header(answer, "ETag");
    assertEquals(304, rig.get("/pemilu/hhcw/ppwp.json", "If-None-Match", etag).statusCode());
  }

  @Test
  void aggregateOfAVillage_saysWholePercentOfStations() {
    board.put(
        "results ppwp 3171061001",
        "{\"area\":\"3171061001\",\"level\":4,\"asOf\":null,\"status\":\"counting\","
            + totals(5, 7, 1, 2)
            + ",\"children\":[{\"code\":\"3171061001001\","
            + totals(5, 7, 1, 1)
            + "},{\"code\":\"3171061001002\","
            + totals(0, 0, 0, 1)
            + "}]}");
    String text = text("/pemilu/hhcw/ppwp/31/3171/317106/3171061001.json");
    assertTrue(text.contains("\"100026\":7,\"persen\":100,\"status_progress\":true}"), text);
    assertTrue(
        text.contains(
            "\"3171061001002\":{\"psu\":\"Reguler\",\"persen\":0,\"status_progress\":false}"),
        text);
    assertTrue(text.startsWith("{\"ts\":\"1970-01-01 07:00:00\""), text);
    assertTrue(text.contains("\"persen\":50.0}"), text);
  }

  private static String totals(int first, int second, int counted, int expected) {
    return String.format(
        "\"totals\":{\"votes\":{\"100025\":%d,\"100026\":%d}},"
            + "\"stations\":{\"counted\":%d,\"held\":0,\"expected\":%d}",
        first, second, counted, expected);
  }

  @Test
  void stationFile_isTheFormAsSent_andSaysBesideItWhetherItCounts() {
    station(
        "held",
        "{\"recordedAt\":\"2024-02-20T13:00:00+07:00\","
            + PAPER
            + ",\"images\":[{\"page\":1,\"url\":\"https://x/1.jpg\",\"sha256\":null},"
            + "{\"page\":3,\"url\":null,\"sha256\":\"ab\",\"stored\":true}],"
            + "\"findings\":[{\"code\":\"T01\"},{\"code\":\"A01\"}]}");
    HttpResponse<byte[]> answer = rig.get(STATION);
    assertEquals(
        "{\"mode\":\"hhcw\",\"chart\":{\"null\":null,\"100025\":5,\"100026\":7},"
            + "\"images\":[\"https://x/1.jpg\",null,\"https://suara.example.org/photos/ab\"],"
            + "\"administrasi\":{\"suara_sah\":12,\"suara_total\":13,\"pemilih_dpt_j\":20,"
            + "\"pemilih_dpt_l\":9,\"pemilih_dpt_p\":11,\"pengguna_dpt_j\":13,\"pengguna_dpt_l\":6,"
            + "\"pengguna_dpt_p\":7,\"pengguna_dptb_j\":0,\"pengguna_dptb_l\":0,\"pengguna_dptb_p\":0,"
            + "\"suara_tidak_sah\":1,\"pengguna_total_j\":13,\"pengguna_total_l\":6,"
            + "\"pengguna_total_p\":7,\"pengguna_non_dpt_j\":0,\"pengguna_non_dpt_l\":0,"
            + "\"pengguna_non_dpt_p\":0},\"psu\":null,\"ts\":\"2024-02-20 13:00:00\","
            + "\"status_suara\":true,\"status_adm\":true}",
        WebRig.text(answer));
    assertEquals("held", header(answer, "Pantau-Status"));
    assertEquals("T01, A01", header(answer, "Pantau-Findings"));
    assertTrue(header(answer, "Link").startsWith("</api/v1/stations/3171061001012/ppwp>;"));
  }

  @Test
  void stationFile_ofAnEarlyPublication_doesNotNameItsTree() {
    station("stored", "{\"recordedAt\":\"2024-02-15T07:00:44+07:00\",\"images\":[]}");
    assertEquals(
        "{\"chart\":null,\"images\":[null,null,null],\"administrasi\":null,\"psu\":null,"
            + "\"ts\":\"2024-02-15 07:00:44\",\"status_suara\":false,\"status_adm\":false}",
        text(STATION));
  }

  @Test
  void stationFile_saysOfItselfWhatTheNoteSays() {
    station(
        "stored",
        "{\"recordedAt\":\"2024-02-20T13:00:00+07:00\","
            + "\"reason\":{\"note\":\"Sirekap: status_suara=true\"}}");
    String text = text(STATION);
    assertTrue(text.contains("\"chart\":{\"null\":null},"), text);
    assertTrue(text.contains("\"status_suara\":true,\"status_adm\":false"), text);
  }

  @Test
  void withheld_showsNoFigure() {
    station("withheld", "null");
    board.put(
        "results ppwp 3171061001",
        "{\"area\":\"3171061001\",\"level\":4,\"asOf\":null,\"status\":\"withheld\",\"children\":"
            + "[{\"code\":\"3171061001001\"}]}");
    HttpResponse<byte[]> answer = rig.get(STATION);
    assertEquals("withheld", header(answer, "Pantau-Status"));
    assertTrue(WebRig.text(answer).contains("\"chart\":null,\"images\":[null,null,null]"));
    String village = text("/pemilu/hhcw/ppwp/31/3171/317106/3171061001.json");
    assertTrue(village.contains("\"chart\":{\"persen\":0.0}"), village);
    assertTrue(village.contains("\"progres\":{\"total\":14,\"progres\":0}"), village);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/pemilu/hhcw/pdpr.json|\"chart\":{\"persen\":0.0}",
        "/pemilu/hhcw/pdpd/31.json|\"3171\":{\"psu\":\"Reguler\",\"persen\":0.0,\"status_progress\":false}",
        "/pemilu/hhcd/pdpr/0.json|\"mode\":\"hhcd\"",
        "/pemilu/hhcd/pdprdk/32/3205/320501.json|\"table\":{}",
        "/pemilu/hr/ppwp.json|\"mode\":\"hr\",\"chart\":{\"100025\":0,\"100026\":0,\"persen\":0.0}",
        "/pemilu/hr/ppwp.json|\"progres\":{\"total\":103,\"progres\":0}",
        "/pemilu/hr/ppwp/31/3171/317106/3171061001/3171061001012.json|{\"mode\":\"hr\",\"chart\":null",
        "/pilkada/hhcw/pkwkp/0.json|{\"mode\":\"hhcw\",\"tungsura\":{\"chart\":{\"progres\":{\"total\":0,\"persen\":0,\"progres\":0}}",
        "/pilkada/hhcw/pkwkk/31/3171/317106/3171061001/3171061001001.json|\"tungsura\":{\"chart\":null}"
      })
  void treesWithoutForms_answerByTheirSchema(String path, String part) {
    String text = text(path);
    assertTrue(text.contains(part), text);
    assertTrue(!text.contains("true"), text);
  }

  /** {@code pkwkk-3205} is a contest of one kabupaten; above it only stations are added up. */
  @Test
  void regionalContests_areAnsweredAtTheirPlaceAndAboveIt() {
    board.put(
        "results pkwkk-3205 3205",
        "{\"area\":\"3205\",\"level\":2,\"asOf\":\"2024-11-27T10:00:00Z\",\"status\":\"counting\","
            + "\"totals\":{\"votes\":{\"1\":8,\"2\":9}},"
            + "\"stations\":{\"counted\":1,\"held\":0,\"expected\":6},\"children\":[]}");
    String own = text("/pilkada/hhcw/pkwkk/32/3205.json");
    assertTrue(
        own.startsWith(
            "{\"mode\":\"hhcw\",\"tungsura\":{\"chart\":{\"1\":8,\"2\":9,"
                + "\"progres\":{\"total\":6,\"persen\":16.67,\"progres\":1}}"),
        own);
    assertEquals(
        "{\"mode\":\"hhcw\",\"tungsura\":{\"chart\":{"
            + "\"progres\":{\"total\":6,\"persen\":16.67,\"progres\":1}},\"table\":{"
            + "\"3205\":{\"psu\":\"Reguler\",\"1\":8,\"2\":9,"
            + "\"progres\":{\"total\":6,\"persen\":16.67,\"progres\":1},\"status_progress\":true},"
            + "\"3271\":{\"psu\":\"Reguler\","
            + "\"progres\":{\"total\":0,\"persen\":0,\"progres\":0},\"status_progress\":false}}},"
            + "\"psu\":\"Reguler\",\"progres\":{\"total\":6,\"progres\":1},\"ts\":\"2024-11-27 17:00:00\"}",
        text("/pilkada/hhcw/pkwkk/32.json"));
    String nation = text("/pilkada/hhcw/pkwkk/0.json");
    assertTrue(
        nation.contains(
            "\"32\":{\"psu\":\"Reguler\","
                + "\"progres\":{\"total\":6,\"persen\":0,\"progres\":1},\"status_progress\":true}"),
        nation);
    String pairs = text("/pilkada/paslon/pkwkk.json");
    assertTrue(pairs.startsWith("{\"3205\":{\"1\":{\"ts\":"), pairs);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/pemilu/hhcw/ppwp/77.json",
        "/pemilu/hhcw/ppwp/3171.json",
        "/pemilu/hhcw/ppwp/31/3205.json",
        "/pemilu/hhcw/ppwp/31/3171/317106/3171061001/3171061001099.json",
        "/pemilu/hhcw/ppwp/31/3171/317106/3171061002/3171061001001.json",
        "/pemilu/hhcw/nope.json",
        "/pemilu/hhcd/ppwp/0.json",
        "/pemilu/nope.json",
        "/pemilu/ppwp",
        "/wilayah/pemilu/ppwp/31/3171/317106/3171061001/3171061001001.json",
        "/wilayah/pilkada/ppwp/0.json",
        "/pilkada/hr/pkwkp/0.json"
      })
  void whatIsNotThere_is404(String path) {
    HttpResponse<byte[]> answer = rig.get(path);
    assertEquals(404, answer.statusCode());
    assertEquals("application/problem+json", header(answer, "Content-Type"));
    assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
  }

  @Test
  void aChange_isAnotherFile_andALoadingBoardSaysSo() {
    station("counted", "{\"recordedAt\":\"2024-02-20T13:00:00+07:00\"," + PAPER + "}");
    String first = header(rig.get(STATION), "ETag");
    station("counted", "{\"recordedAt\":\"2024-02-20T14:00:00+07:00\"," + PAPER + "}");
    assertNotEquals(first, header(rig.get(STATION), "ETag"));
    board.loading = true;
    HttpResponse<byte[]> answer = rig.get(STATION);
    assertEquals(503, answer.statusCode());
    assertEquals("2", header(answer, "Retry-After"));
  }
}
