package id.pantau.election;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.platform.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Breaks one thing of the tiny election at a time; each refusal is one sentence with its place. */
class BrokenFolderTest {
  private static final Path CONTOH = ElectionReaderTest.ELECTIONS.resolve("contoh");

  private Path folder = CONTOH;

  @BeforeEach
  void copyContoh(@TempDir Path temp) throws IOException {
    folder = temp;
    Files.copy(CONTOH.resolve("election.yaml"), folder.resolve("election.yaml"));
    Files.copy(CONTOH.resolve("areas.csv"), folder.resolve("areas.csv"));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          code,parent,level        | code,ibu,level           | line 1: the header is not code,parent,level,name,stations
          KAKI MISAL,1-3           | KAKI MISAL               | line 9: 4 cells, 5 are expected
          KAKI MISAL,1-3           | KAKI MISAL,1-3,          | line 9: 6 cells, 5 are expected
          010102,0101,3            | 010102,0103,3            | line 8: the parent "0103" of 010102 is no area
          010102,0101,3            | 010102,01,3              | line 8: 010102 is of level 3, its parent 01 of level 1
          010102,0101,3            | 010102,010101,3          | line 8: 010102 is of level 3, its parent 010101 of level 3
          010102,0101,3            | 010102,0102,3            | line 8: 010102 does not begin with the code of its parent, 0102
          0102011002,010201        | 0102011001,010201        | line 13: code 0102011001 stands already on line 12
          0102011002,010201        | 010201100,010201         | line 13: code "010201100" is not 10 digits or capital letters, as level 4 has
          99AA,99,2                | 99aa,99,2                | line 21: code "99aa" is not 4 digits or capital letters, as level 2 has
          02,0,1                   | 02,0,5                   | line 15: level "5" is not 0…4
          02,0,1                   | 02,0,-1                  | line 15: level "-1" is not 0…4
          0,,0,NEGERI              | 0,0,0,NEGERI             | line 2: the nation has code 0 and no parent
          0,,0,NEGERI              | 1,,0,NEGERI              | line 2: the nation has code 0 and no parent
          KAKI MISAL,1-3           | KAKI MISAL,1-x           | line 9: stations 1-x: "1-x" is no range
          KAKI MISAL,1-3           | KAKI MISAL,1-3;          | line 9: stations 1-3;: "" is no range
          KAKI MISAL,1-3           | KAKI MISAL,0-3           | line 9: stations 0-3: 0-3 is outside 1…999
          KAKI MISAL,1-3           | KAKI MISAL,901-1000      | line 9: stations 901-1000: 901-1000 is outside 1…999
          KAKI MISAL,1-3           | KAKI MISAL,3-1           | line 9: stations 3-1: 3-1 descends
          KAKI MISAL,1-3           | KAKI MISAL,1-3;3-4       | line 9: stations 1-3;3-4: 3-4 does not rise
          KAKI MISAL,1-3           | KAKI MISAL,4;1-3         | line 9: stations 4;1-3: 1-3 does not rise
          KAKI MISAL,1-3           | KAKI MISAL,BUS:1-3       | line 9: stations BUS:1-3: unknown kind BUS
          DANAU TENGAH,            | DANAU TENGAH,1-3         | line 11: stations stand at level 4 only, 010201 is of level 3
          DANAU TENGAH,            | ,                        | line 11: the name has not 1…300 characters
          DANAU TENGAH,            | DANAU\\u202eTENGAH,       | line 11: the name holds a control character
          DANAU TENGAH,            | "DANAU\\nTENGAH",         | line 11: the name holds a control character
          POS:1                    | POS:1;3                  | line 23: stations KSK:4¦POS:1;3¦TPS:2-3: number 3 stands twice
          """)
  void read_brokenAreas_isRefusedWithItsLine(String whole, String broken, String sentence)
      throws IOException {
    refused("areas.csv", whole, broken, sentence.replace('¦', '|'));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          id: contoh               | id: Contoh 1             | line 4: id "Contoh 1" does not match [a-z0-9][a-z0-9-]{0,31}
          isTest: true             | isTest: maybe            | line 8: isTest: Cannot
          isTest: true             | isTest: true\\nlive: 1    | line 9: live: unknown key
          isTest: true             | isTest: true\\nisTest: 1  | line 9: Duplicate field 'isTest'
          isTest: true             | isTest:                  | line 8: isTest: Cannot coerce empty String ("") to `boolean` value
          isTest: true             | isTest: [true            | line 8: isTest: Cannot deserialize value of type `boolean` from Array value
          en: Example election     | # nothing                | line 6: names has no text in en
          en: Example election     | en: ~                    | line 7: names/en: a text is missing here
          en: Example election     | en: ""                   | line 7: names.en has not 1…300 characters
          en: Example election     | en: 2024                 | line 7: names/en: a text in quotes is expected here
          en: Example election     | en: a\\n  jv: Pemilu      | line 8: names knows no language jv
          en: Invented data, for learning and testing | # nothing | line 13: banners has no text in en
          cadenceSeconds: 60       | cadenceSeconds: 0        | election.yaml: cadenceSeconds is 0, not 1…86400
          cadenceSeconds: 60       | cadenceSeconds: 86401    | election.yaml: cadenceSeconds is 86401, not 1…86400
          cadenceSeconds: 60       | cadenceSeconds: 1.5      | line 46: cadenceSeconds: Cannot coerce Floating-point value (1.5)
          cadenceSeconds: 60       | cadenceSeconds: "60"     | line 46: cadenceSeconds: Cannot coerce String value ("60")
          cadenceSeconds: 60       | cadenceSeconds:          | line 46: cadenceSeconds: Cannot coerce empty String
          sources:                 | quellen:                 | election.yaml: sources: the key is missing
          StationMax: 306          | StationMax: 0            | election.yaml: thresholds.ballotsPerStationMax is 0, not 1…9999999
          StationMax: 306          | StationMax: 306.5        | line 18: thresholds/ballotsPerStationMax: Cannot coerce Floating-point value (306.5)
          StationMax: 306          | StationMax: "306"        | line 18: thresholds/ballotsPerStationMax: Cannot coerce String value ("306")
          turnoutPercentMax: 95    | turnoutPercentMax: 10    | election.yaml: thresholds.turnoutPercentMax is 10, not 20…100
          overseas: ["99"]         | overseas: [99]           | line 23: thresholds/overseas/0: a text in quotes is expected here
          overseas: ["99"]         | overseas: ["98"]         | line 23: thresholds.overseas names "98", which is no area
          noken: ["0201"]          | noken: ["0201", "0201"]  | line 24: thresholds.noken names 0201 twice
          scope: ["0"]             | scope: ["03"]            | line 30: contest ppwp: scope names "03", which is no area
          scope: ["0"]             | scope: ["01", "0102"]    | line 30: contest ppwp: scope 0102 lies in 01
          scope: ["0"]             | scope: ["01", "01"]      | line 30: contest ppwp: scope names 01 twice
          scope: ["0"]             | scope: []                | line 26: contest ppwp: no station lies in its scope
          scope: ["0"]             | scope: ["99AB"]          | line 26: contest ppwp: no station lies in its scope
          id: pkwkk-0102           | id: ppwp                 | line 35: contest id ppwp stands twice
          id: pkwkk-0102           | id: pkwkk/0102           | line 35: contest id "pkwkk/0102" does not match [a-z0-9][a-z0-9-]{0,31}
          id: "900002"             | id: "900001"             | line 33: contest ppwp: choice id 900001 stands twice
          id: "900002"             | id: "9:2"                | line 33: contest ppwp: choice id "9:2" does not match [A-Za-z0-9][A-Za-z0-9-]{0,31}
          id: "900002", number: 2  | id: "900002", number: 1  | line 33: contest ppwp: ballot number 1 after 1, numbers rise from 1
          id: "900001", number: 1  | id: "900001", number: 0  | line 32: contest ppwp: ballot number 0 after 0, numbers rise from 1
          "#C2571A"                | "#C2571"                 | line 33: choice 900002: color "#C2571" is not #RRGGBB
          "#C2571A"                | red                      | line 33: choice 900002: color "red" is not #RRGGBB
          , color: "#C2571A"       | ``                       | line 33: contests/0/choices/1/color: the key is missing
          shortName: Melati – Kenanga | shortName: "\\u202eX"  | line 32: choice 900001: shortName holds a control character
          """)
  void read_brokenYaml_isRefusedWithItsLine(String whole, String broken, String sentence)
      throws IOException {
    refused("election.yaml", whole, broken, sentence);
  }

  /** The one key with a default: a folder from before there was one is read as it was. */
  @Test
  void read_noCadence_isAMinute() throws IOException {
    Path yaml = folder.resolve("election.yaml");
    String text = Files.readString(yaml);
    assertTrue(text.contains("\ncadenceSeconds: 60\n"));
    Files.writeString(yaml, text.replace("\ncadenceSeconds: 60\n", "\n"));
    assertEquals(60, ElectionReader.read(folder).cadenceSeconds());
    Files.writeString(yaml, text.replace("\ncadenceSeconds: 60\n", "\ncadenceSeconds: 900\n"));
    assertEquals(900, ElectionReader.read(folder).cadenceSeconds());
  }

  @Test
  void read_noContests_isRefused() throws IOException {
    Path yaml = folder.resolve("election.yaml");
    String text = Files.readString(yaml);
    Files.writeString(yaml, text.substring(0, text.indexOf("contests:")) + "contests: []\n");
    refusal("election.yaml: contests is empty");
  }

  @Test
  void read_noChoices_isRefused() throws IOException {
    Path yaml = folder.resolve("election.yaml");
    String text = Files.readString(yaml);
    Files.writeString(yaml, text.substring(0, text.lastIndexOf("choices:")) + "choices: []\n");
    refusal("line 35: contest pkwkk-0102: no choices");
  }

  @Test
  void read_noNation_isRefused() throws IOException {
    Files.writeString(folder.resolve("areas.csv"), "code,parent,level,name,stations\n");
    refusal("areas.csv: no nation: a row with code 0 and level 0 is expected");
  }

  @Test
  void read_emptyFiles_areRefused() throws IOException {
    Files.writeString(folder.resolve("areas.csv"), "");
    refusal("areas.csv line 1: the header is not");
    Files.writeString(folder.resolve("election.yaml"), "# nothing\n");
    refusal("election.yaml");
  }

  @Test
  void read_bytesThatAreNotUtf8_areRefused() throws IOException {
    Files.write(
        folder.resolve("areas.csv"),
        "code,parent,level,name,stations\n0,,0,CAF\u00c9,\n".getBytes(StandardCharsets.ISO_8859_1));
    refusal("areas.csv: not readable as CSV in UTF-8");
    Files.write(
        folder.resolve("election.yaml"), "id: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    refusal("election.yaml: not UTF-8");
  }

  @Test
  void read_damagedGzip_isRefused() throws IOException {
    byte[] packed =
        Files.readAllBytes(ElectionReaderTest.ELECTIONS.resolve("pemilu-2024/areas.csv.gz"));
    packed[packed.length / 2] ^= 0x40;
    Files.delete(folder.resolve("areas.csv"));
    Files.write(folder.resolve("areas.csv.gz"), packed);
    refusal("areas.csv.gz");
  }

  @Test
  void read_missingOrDoubleFiles_areRefused() throws IOException {
    Files.copy(folder.resolve("areas.csv"), folder.resolve("areas.csv.gz"));
    refusal("areas.csv: there is also areas.csv.gz, keep one");
    Files.delete(folder.resolve("areas.csv"));
    Files.delete(folder.resolve("areas.csv.gz"));
    refusal("areas.csv: no such file");
    Files.delete(folder.resolve("election.yaml"));
    refusal("election.yaml: no such file");
  }

  @Test
  void read_folderThatIsNone_isRefused() {
    Path none = folder.resolve("none");
    Refused refused = assertThrows(Refused.class, () -> ElectionReader.read(none));
    assertEquals(none + ": no such folder", refused.getMessage());
  }

  @Test
  void packed_pathOutOfTheFolder_isRefused() {
    for (String id : new String[] {"../contoh", "", "contoh/forms", "Contoh", "no-such"}) {
      assertThrows(Refused.class, () -> ElectionReader.packed(id), id);
    }
  }

  private void refused(String file, String whole, String broken, String sentence)
      throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    String changed = text.replace(whole, broken.replace("\\n", "\n").replace("\\u202e", "\u202e"));
    assertTrue(!changed.equals(text), "nothing was broken");
    Files.writeString(path, changed);
    refusal(sentence.startsWith("line ") ? file + " " + sentence : sentence);
  }

  private void refusal(String sentence) {
    Refused refused = assertThrows(Refused.class, () -> ElectionReader.read(folder));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(folder + "/") && message.contains(sentence), message);
    assertEquals(1, message.lines().count(), message);
  }
}
