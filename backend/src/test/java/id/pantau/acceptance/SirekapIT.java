package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.election.ElectionReader;
import id.pantau.model.AreaTree;
import id.pantau.sirekap.SirekapTree;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * KPU's own files in through {@code import-sirekap} and {@code replay}, and out again in KPU's
 * shape: nothing of a station file may get lost, and every aggregate is what the files add up to.
 */
final class SirekapIT {
  private static final String HHCW = "/pemilu/hhcw/ppwp";
  private static final List<String> IDS = List.of("100025", "100026", "100027");
  private static final AreaTree TREE = ElectionReader.packed("pemilu-2024").areas();
  private static final Map<String, JsonNode> FILES = new TreeMap<>();

  @TempDir private static Path folder = Path.of("");
  private static NodeProcess node;
  private static Path imported = Path.of("");

  @BeforeAll
  static void importAndSend() throws Exception {
    FILES.putAll(SirekapTree.raw());
    try (var samples = Files.list(SirekapTree.SAMPLES)) {
      for (Path sample : samples.filter(p -> p.toString().contains("_tps_")).toList()) {
        String name = String.valueOf(sample.getFileName()).replace(".json", "");
        FILES.put(name.substring(name.length() - 13), SirekapTree.sample(name));
      }
    }
    node = NodeProcess.on(folder.resolve("node")).patient();
    String key = node.key();
    node.start();
    imported = folder.resolve("raw.ndjson");
    Path samples = folder.resolve("samples.ndjson");
    forms(SirekapTree.RAW, imported);
    forms(SirekapTree.SAMPLES, samples);
    assertEquals(1000, sent(imported, key).path("sent").asInt());
    // Five of the six samples are raw files too.
    assertEquals(5, sent(samples, key).path("duplicate").asInt());
    for (String station : FILES.keySet()) {
      Await.until(
          station + " is shown",
          () -> !header(station(station), "Pantau-Status").equals("waiting"));
    }
  }

  private static void forms(Path source, Path target) throws Exception {
    Verb.Ended ended =
        Verb.run(folder, "import-sirekap", source.toString(), "--out", target.toString());
    assertEquals(0, ended.exit(), ended::toString);
  }

  private static JsonNode sent(Path forms, String key) throws Exception {
    Verb.Ended ended =
        Verb.run(folder, "replay", forms.toString(), "--url", node.url(), "--key", key);
    assertEquals(0, ended.exit(), ended::toString);
    return ended.summary();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static HttpResponse<byte[]> station(String code) throws IOException {
    return Api.exchange(node.url() + HHCW + "/" + SirekapTree.path(code) + ".json");
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /** Field for field and in the same order: the texts of both are compared. */
  @Test
  void everyStationFile_comesBackAsKpuSentIt() throws Exception {
    assertEquals(1001, FILES.size());
    List<String> different = new ArrayList<>();
    for (Map.Entry<String, JsonNode> file : FILES.entrySet()) {
      String ours = Json.tree(station(file.getKey()).body()).toString();
      if (!ours.equals(file.getValue().toString())) {
        different.add(file.getKey() + "\n  KPU " + file.getValue() + "\n  we  " + ours);
      }
    }
    assertTrue(different.isEmpty(), () -> different.size() + ":\n" + String.join("\n", different));
  }

  /** True where a machine-read file proves itself (T00, T01, T02, T04, T06 of the rules). */
  private static boolean counts(JsonNode file) {
    JsonNode paper = file.path("administrasi");
    int sum = sum(file);
    return file.path("chart").has("100025")
        && paper.isObject()
        && paper.path("suara_sah").asInt() == sum
        && paper.path("suara_total").asInt() == sum + paper.path("suara_tidak_sah").asInt()
        && sum <= paper.path("pengguna_total_j").asInt()
        && paper.path("suara_total").asInt() <= 306;
  }

  private static int sum(JsonNode file) {
    return IDS.stream().mapToInt(id -> file.path("chart").path(id).asInt()).sum();
  }

  @Test
  void statusBesideAStationFile_saysWhetherItIsInTheTotals() throws Exception {
    Map<String, Integer> seen = new TreeMap<>();
    for (Map.Entry<String, JsonNode> file : FILES.entrySet()) {
      boolean votes = file.getValue().path("chart").has("100025");
      String status = counts(file.getValue()) ? "counted" : votes ? "held" : "stored";
      assertEquals(status, header(station(file.getKey()), "Pantau-Status"), file.getKey());
      seen.merge(status, 1, Integer::sum);
    }
    assertEquals(3, seen.size(), seen::toString);
  }

  /** Every place that has one of the stations in it, each of its rows, and its progress. */
  @Test
  void everyAggregate_isWhatTheFilesAddUpTo() throws Exception {
    Map<String, long[]> sums = new TreeMap<>();
    FILES.forEach(
        (station, file) -> {
          if (counts(file)) {
            for (String place : SirekapTree.path(station).split("/")) {
              add(sums, place, file);
            }
            add(sums, "0", file);
          }
        });
    int compared = 0;
    for (Map.Entry<String, long[]> place : sums.entrySet()) {
      if (place.getKey().length() < 13) {
        compare(place.getKey(), place.getValue(), sums);
        compared++;
      }
    }
    assertTrue(compared > 20, () -> "only " + sums.size());
  }

  private static void add(Map<String, long[]> sums, String place, JsonNode file) {
    long[] sum = sums.computeIfAbsent(place, p -> new long[4]);
    for (int i = 0; i < 3; i++) {
      sum[i] += file.path("chart").path(IDS.get(i)).asInt();
    }
    sum[3]++;
  }

  private static void compare(String place, long[] sum, Map<String, long[]> sums)
      throws IOException {
    String path = place.equals("0") ? "" : "/" + codes(place);
    JsonNode body = node.api().get(HHCW + path + ".json");
    int total = TREE.stations(TREE.find(place));
    assertEquals(shape(sum, percent(sum[3], total)), body.path("chart").toString(), place);
    assertEquals(
        "{\"total\":" + total + ",\"progres\":" + sum[3] + "}", body.path("progres").toString());
    assertEquals("hhcw", body.path("mode").asText());
    body.path("table")
        .properties()
        .forEach(
            row -> {
              boolean station = row.getKey().length() == 13;
              int stations = station ? 1 : TREE.stations(TREE.find(row.getKey()));
              long[] in = sums.get(row.getKey());
              String persen = station ? "100" : in == null ? "" : percent(in[3], stations);
              String expected =
                  in == null
                      ? "{\"psu\":\"Reguler\",\"persen\":"
                          + (station ? "0" : "0.0")
                          + ",\"status_progress\":false}"
                      : "{\"psu\":\"Reguler\","
                          + shape(in, persen).replaceFirst("^\\{", "").replaceFirst("}$", "")
                          + ",\"status_progress\":true}";
              assertEquals(expected, row.getValue().toString(), row.getKey());
            });
  }

  private static String codes(String place) {
    return String.join(
        "/",
        List.of(SirekapTree.path(place + "0".repeat(13 - place.length())).split("/"))
            .subList(0, List.of(2, 4, 6, 10).indexOf(place.length()) + 1));
  }

  private static String shape(long[] sum, String persen) {
    return String.format(
        "{\"100025\":%d,\"100026\":%d,\"100027\":%d,\"persen\":%s}",
        sum[0], sum[1], sum[2], persen);
  }

  /** Whole hundredths of a percent, half up, with at least one decimal. */
  private static String percent(long counted, long total) {
    long hundredths = (counted * 10_000 * 2 + total) / (total * 2);
    return Double.toString(hundredths / 100.0);
  }

  @Test
  void placesAndChoices_areThoseOfKpusSamples() throws Exception {
    assertEquals(SirekapTree.sample("pemilu_ppwp"), node.api().get("/pemilu/ppwp.json"));
    for (String path : List.of("0", "11/1101/110101", "11/1101/110101/1101012001")) {
      JsonNode kpu = SirekapTree.sample("wilayah_ppwp_" + path.replace('/', '_'));
      JsonNode ours = node.api().get("/wilayah/pemilu/ppwp/" + path + ".json");
      assertEquals(names(kpu), names(ours));
    }
  }

  /** Without the numbers of KPU's rows, which are not in the reference data. */
  private static List<String> names(JsonNode places) {
    List<String> names = new ArrayList<>();
    for (JsonNode place : places) {
      assertTrue(place.path("id").isInt());
      names.add(place.path("nama") + " " + place.path("kode") + " " + place.path("tingkat"));
    }
    return names;
  }

  /** Out of the node as KPU's tree, in again: the same forms, letter for letter. */
  @Test
  void importFromTheNode_givesTheFormsThatWentIn() throws Exception {
    Path again = folder.resolve("again.ndjson");
    Verb.Ended ended =
        Verb.run(
            folder,
            "import-sirekap",
            node.url(),
            "--areas",
            "310101",
            "--rate",
            "1000",
            "--out",
            again.toString());
    assertEquals(0, ended.exit(), ended::toString);
    assertEquals(inKepulauanSeribu(imported), inKepulauanSeribu(again));
  }

  private static List<String> inKepulauanSeribu(Path forms) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(forms)) {
      String station = Json.tree(line).path("station").asText();
      if (station.startsWith("310101") && FILES.containsKey(station)) {
        lines.add(line);
      }
    }
    lines.sort(null);
    assertTrue(lines.size() > 5, () -> "only " + lines.size());
    return lines;
  }
}
