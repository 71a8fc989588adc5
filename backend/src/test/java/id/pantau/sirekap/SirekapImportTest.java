package id.pantau.sirekap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Form;
import id.pantau.model.Image;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.platform.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SirekapImportTest {
  static final Contest PPWP =
      new Contest(
          "ppwp",
          Map.of(),
          List.of("0"),
          List.of(
              new Choice("100025", 1, "a", "a", "#000000"),
              new Choice("100026", 2, "b", "b", "#000000"),
              new Choice("100027", 3, "c", "c", "#000000")));
  private static final String STATION = "3173011005116";
  private static final String VOTES = "{\"null\":null,\"100025\":5,\"100026\":6,\"100027\":7}";

  @TempDir private Path folder = Path.of("");
  private final List<String> refusals = new ArrayList<>();
  private SirekapImport.Tally tally = new SirekapImport.Tally(0, 0, 0, 0, 0, 0, 0, 0);

  private List<Form> read(Path source, Form... known) throws Exception {
    try (SirekapImport in = SirekapImport.of(source, PPWP, refusals::add)) {
      for (Form form : known) {
        in.knows(form);
      }
      List<Form> forms = new ArrayList<>();
      for (Form form = in.next(); form != null; form = in.next()) {
        forms.add(form);
      }
      tally = in.tally();
      return forms;
    }
  }

  private Path lines(String... lines) throws IOException {
    return Files.writeString(folder.resolve("states.jsonl"), String.join("\n", lines) + "\n");
  }

  private static String state(String chart, String rest) {
    return "{\"kode\":\"" + STATION + "\",\"chart\":" + chart + rest + "}";
  }

  @Test
  void samples_areSixStationsAndTwelveOtherFiles() throws Exception {
    List<Form> forms = read(SirekapTree.SAMPLES);
    assertEquals(6, forms.size());
    assertEquals(new SirekapImport.Tally(6, 4, 2, 0, 0, 0, 0, 12), tally);
    Form whole = forms.get(0);
    assertEquals("1101012001001", whole.station());
    assertEquals(Method.MACHINE, whole.method());
    assertEquals(OffsetDateTime.parse("2024-02-20T13:00:00+07:00"), whole.recordedAt());
    assertEquals(Map.of("100025", 144, "100026", 19, "100027", 2), whole.votes());
    assertEquals(165, whole.valid());
    assertEquals(1, whole.invalid());
    assertEquals(166, whole.total());
    assertEquals(284, whole.registered().all());
    assertEquals(236, whole.users().dpt().all());
    assertEquals(1, whole.users().dptb().female());
    assertEquals(2, whole.users().dpk().male());
    assertEquals(127, whole.users().all().female());
    assertEquals(List.of(1, 2, 3), whole.images().stream().map(Image::page).toList());
    assertEquals(Reason.NEW, whole.reason());
  }

  @Test
  void raw_isAFormForEveryStation() throws Exception {
    List<Form> forms = read(SirekapTree.RAW);
    assertEquals(1000, forms.size());
    assertEquals(new SirekapImport.Tally(1000, 461, 539, 0, 0, 0, 0, 0), tally);
    List<Form> flagged = forms.stream().filter(f -> !f.reason().equals(Reason.NEW)).toList();
    assertEquals(1, flagged.size());
    assertEquals("3173011005085", flagged.get(0).station());
    assertEquals("Sirekap: status_suara=true", flagged.get(0).reason().note());
    assertEquals(Form.Section.ADMINISTRATIVE, flagged.get(0).section());
  }

  @Test
  void everyKindOfArchive_holdsTheSameForms() throws Exception {
    List<Form> expected = read(SirekapTree.SAMPLES);
    Map<String, byte[]> files = new java.util.TreeMap<>();
    try (var list = Files.list(SirekapTree.SAMPLES)) {
      for (Path file : list.toList()) {
        String name = String.valueOf(file.getFileName());
        boolean deep = name.contains("empty");
        files.put((deep ? "a-long-folder-name/".repeat(12) : "") + name, Files.readAllBytes(file));
      }
    }
    Path zip = folder.resolve("tree.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
      }
    }
    Path tar = folder.resolve("tree.tar.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(tar))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.write(TarBytes.of(file.getKey(), file.getValue()));
      }
      out.write(new byte[2 * TarEntries.BLOCK]);
    }
    assertEquals(sorted(expected), sorted(read(zip)));
    assertEquals(12, tally.others());
    assertEquals(sorted(expected), sorted(read(tar)));
    assertEquals(12, tally.others());
    Path one = SirekapTree.SAMPLES.resolve("hhcw_ppwp_tps_1101012001001.json");
    assertEquals(expected.subList(0, 1), read(one));
  }

  private static List<Form> sorted(List<Form> forms) {
    return forms.stream().sorted(java.util.Comparator.comparing(Form::station)).toList();
  }

  @Test
  void cutOffArchive_isRefusedAsAWhole() throws Exception {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(TarBytes.of(STATION + ".json", state("null", "").getBytes(StandardCharsets.UTF_8)));
    Path cut = folder.resolve("cut.tar");
    Files.write(cut, java.util.Arrays.copyOf(whole.toByteArray(), TarEntries.BLOCK + 10));
    assertThrows(IOException.class, () -> read(cut));
  }

  @Test
  void otherTreesAndContests_areNotRead() throws Exception {
    for (String tree : List.of("pemilu/hr/ppwp", "pemilu/hhcw/pdpr", "pemilu/hhcw/ppwp")) {
      Path file = folder.resolve(tree).resolve(SirekapTree.path(STATION) + ".json");
      Files.createDirectories(file.getParent());
      Files.writeString(file, state(VOTES, ""));
    }
    assertEquals(1, read(folder).size());
    assertEquals(2, tally.others());
  }

  @Test
  void states_areRevisionsWithTheirReasons() throws Exception {
    List<Form> forms =
        read(
            lines(
                state("null", ",\"status_suara\":false"),
                state(VOTES, ""),
                state(VOTES, ""),
                state(VOTES.replace("7}", "8}"), ""),
                state("null", ",\"administrasi\":{\"suara_sah\":18}"),
                state(VOTES, "")));
    assertEquals(
        List.of(
            "1 ADMINISTRATIVE NEW",
            "2 VOTES TRANSCRIPTION_CORRECTION",
            "3 VOTES TRANSCRIPTION_CORRECTION",
            "4 WITHDRAWAL WITHDRAWN",
            "5 VOTES RESTORED"),
        forms.stream()
            .map(f -> f.revision() + " " + f.section() + " " + f.reason().kind())
            .toList());
    assertEquals(18, forms.get(3).valid());
    assertEquals(new SirekapImport.Tally(6, 3, 1, 1, 0, 1, 0, 0), tally);
  }

  @Test
  void afterAnEarlierImport_onlyWhatChangedComesOut() throws Exception {
    Form earlier = read(lines(state(VOTES, ""))).get(0);
    assertEquals(List.of(), read(lines(state(VOTES, "")), earlier));
    Form later = read(lines(state(VOTES.replace("7}", "8}"), "")), earlier).get(0);
    assertEquals(2, later.revision());
  }

  @Test
  void votesOfSomeChoices_areNoForm() throws Exception {
    assertEquals(List.of(), read(lines(state("{\"null\":null,\"100025\":5}", ""))));
    assertEquals(1, tally.partial());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"kode\":\"3173011005116\",\"chart\":{\"100030\":1}}|chart names 100030, not on the ballot of ppwp",
        "{\"kode\":\"3173011005116\",\"chart\":[]}|chart is neither an object nor null",
        "{\"kode\":\"3173011005116\",\"chart\":{\"100025\":-1}}|100025 is no whole number from 0 to 9999999",
        "{\"kode\":\"3173011005116\",\"chart\":{\"100025\":1.5}}|100025 is no whole number from 0 to 9999999",
        "{\"kode\":\"3173011005116\",\"ts\":\"2024-02-30 00:00:00\"}|ts is no time like 2024-02-14 18:44:00",
        "{\"kode\":\"3173011005116\",\"images\":[1]}|images holds what is no address",
        "{\"kode\":\"3173011005116\",\"status_adm\":1}|status_adm is neither true nor false",
        "{\"kode\":\"3173011005116\",\"psu\":\"Pemungutan Suara Ulang\"}|psu is \"Pemungutan Suara Ulang\": only the regular vote is read",
        "{\"kode\":\"31730\"}|kode \"31730\" is no code of a station",
        "{\"chart\":null}|kode \"\" is no code of a station",
        "{\"kode\":\"3173011005116\",\"ts\":null,\"ts\":null}|no JSON: Duplicate field 'ts'",
        "[]|no JSON object"
      })
  void brokenFile_isToldWithItsPlace_andTheOthersAreRead(String broken, String reason)
      throws Exception {
    List<Form> forms = read(lines(broken, state(VOTES, "")));
    assertEquals(1, forms.size());
    assertEquals(1, tally.refused());
    assertTrue(refusals.get(0).startsWith("states.jsonl line 1: " + reason), refusals.get(0));
  }

  @Test
  void missingSource_isRefused() {
    assertThrows(Refused.class, () -> read(folder.resolve("nothing")));
  }
}
