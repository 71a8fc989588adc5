package id.pantau.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configuration: what is documented is what is read, and what is unknown refuses to start. */
final class SettingsReaderTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void applicationYaml_hasExactlyTheKeysOfSettings() throws IOException {
    TreeSet<String> documented = new TreeSet<>();
    try (InputStream in = SettingsReader.class.getResourceAsStream("/config/application.yaml")) {
      JsonNode tree = new YAMLMapper().readTree(in);
      for (Map.Entry<String, JsonNode> section : tree.properties()) {
        section
            .getValue()
            .fieldNames()
            .forEachRemaining(k -> documented.add(section.getKey() + "." + k));
      }
    }
    TreeSet<String> read = new TreeSet<>();
    for (RecordComponent section : Settings.class.getRecordComponents()) {
      for (RecordComponent key : section.getType().getRecordComponents()) {
        read.add(section.getName() + "." + key.getName());
      }
    }
    assertEquals(read, documented);
  }

  @Test
  void read_nothingGiven_isThePackedFile() {
    Settings settings = SettingsReader.read(null, Map.of());
    assertEquals("127.0.0.1", settings.node().host());
    assertEquals(256, settings.count().batchFormsMax());
    assertEquals("", settings.redis().uri());
  }

  @Test
  void read_fileThenEnvironment_eachOverTheOneBefore() throws IOException {
    Path file = write("count:\n  batchFormsMax: 100\n  journalFileBytesMax: 4096\n");
    Settings settings =
        SettingsReader.read(
            file,
            Map.of(
                "PANTAU_COUNT_BATCHFORMSMAX", "50",
                "PANTAU_NODE_HOST", "0.0.0.0",
                "PANTAU_KEY", "not a setting",
                "HOME", "/"));
    assertEquals(50, settings.count().batchFormsMax());
    assertEquals(4096, settings.count().journalFileBytesMax());
    assertEquals("0.0.0.0", settings.node().host());
    assertEquals(20_000, settings.count().queueFormsPerProvinceMax());
  }

  @Test
  void read_emptyFile_changesNothing() throws IOException {
    assertEquals(
        SettingsReader.read(null, Map.of()),
        SettingsReader.read(write("# all defaults\ncount:\n#  batchFormsMax: 1\n"), Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "counts:\n  batchFormsMax: 1\n",
        "count:\n  batchFormMax: 1\n",
        "count: 5\n",
        "count:\n  - batchFormsMax\n",
        "- count\n",
        "count\n",
        "count:\n  batchFormsMax: many\n",
        "count:\n  batchFormsMax:\n",
        "count:\n  batchFormsMax: 1.9\n",
        "count:\n  batchFormsMax: 4294967297\n",
        "count:\n  batchFormsMax: [1]\n",
        "count:\n  batchFormsMax: 1\n  batchFormsMax: 2\n",
        "count: {batchFormsMax: 1\n",
        "count:\n  batchFormsMax: 0\n",
        "count:\n  batchFormsMax: 2001\n",
        "node:\n  roles: [intake]\n",
        "command:\n  publicUrl: http://pusat.example.org\n",
        "command:\n  publicUrl: https://pusat.example.org/x\n",
        "command:\n  decisionPeople: 3\n",
        "command:\n  attemptsMax: 0\n",
        "live:\n  joinsPerSecondMax: 0\n"
      })
  void read_fileThatCannotBeMeant_refusesWithASentenceThatNamesIt(String yaml) throws IOException {
    Path file = write(yaml);
    Refused refused = assertThrows(Refused.class, () -> SettingsReader.read(file, Map.of()), yaml);
    String said = String.valueOf(refused.getMessage());
    assertTrue(said.contains(file.toString()) || said.startsWith("configuration"), said);
    assertTrue(said.lines().count() <= 3, said);
  }

  @Test
  void read_noSuchFile_refuses() {
    assertThrows(
        Refused.class, () -> SettingsReader.read(folder.resolve("nowhere.yaml"), Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PANTAU_COUNTS_BATCHFORMSMAX", "PANTAU_COUNT_BATCHFORMMAX", "PANTAU_NODE_"})
  void read_unknownEnvironment_refusesAndNamesIt(String name) {
    Refused refused =
        assertThrows(Refused.class, () -> SettingsReader.read(null, Map.of(name, "1")));
    assertNotNull(refused.getMessage());
    assertTrue(refused.getMessage().contains(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "many", "1.9", "4294967297", " "})
  void read_environmentThatIsNoNumber_refuses(String value) {
    assertThrows(
        Refused.class,
        () -> SettingsReader.read(null, Map.of("PANTAU_COUNT_BATCHFORMSMAX", value)));
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("node.yaml"), yaml);
  }
}
