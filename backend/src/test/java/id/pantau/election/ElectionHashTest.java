package id.pantau.election;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Election;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElectionHashTest {
  private static final Path CONTOH = ElectionReaderTest.ELECTIONS.resolve("contoh");

  /** Computed once outside this code, from the lines that the README of the elections gives. */
  private static final String CONTOH_HASH =
      "d3f0c511f17f02b22b11580b77aaf762d2da2f991d77ddf20a82dab1f9fdaf0f";

  private static final String PEMILU_2024_HASH =
      "6fe2a858d81500318016131d3706821d06b4539e0cf801b5702082db30b1c7d7";

  @Test
  void hash_ofThePackedElections_isTheOneOfTheReadme() {
    assertEquals(CONTOH_HASH, ElectionReader.packed("contoh").hash());
    assertEquals(PEMILU_2024_HASH, ElectionReader.packed("pemilu-2024").hash());
  }

  @Test
  void hash_otherPackingAndRowOrder_isTheSame(@TempDir Path folder) throws IOException {
    Files.copy(CONTOH.resolve("election.yaml"), folder.resolve("election.yaml"));
    List<String> lines = new ArrayList<>(Files.readAllLines(CONTOH.resolve("areas.csv")));
    Collections.reverse(lines.subList(1, lines.size()));
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("areas.csv.gz")))) {
      out.write(
          (String.join("\r\n", lines) + "\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    Election turned = ElectionReader.read(folder);
    assertEquals(CONTOH_HASH, turned.hash());
    assertEquals("0101011001", turned.areas().area(turned.areas().find("0101011001")).code());
    assertEquals(40, turned.areas().stations(0));
  }

  @ParameterizedTest(name = "{1} → {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          areas.csv     | KAKI MISAL,1-3            | KAKI MISAL,1-4
          areas.csv     | `POS:1|TPS:2-3`           | `POS:1-2|TPS:3`
          areas.csv     | KAKI MISAL                | TANGAN MISAL
          election.yaml | StationMax: 306           | StationMax: 307
          election.yaml | noken: ["0201"]           | noken: []
          election.yaml | scope: ["0102"]           | scope: ["01"]
          election.yaml | "910002"                  | "910003"
          election.yaml | TERI CONTOH               | PAUS CONTOH
          """)
  void hash_whatTheCountRestsOn_changesIt(
      String file, String whole, String other, @TempDir Path folder) throws IOException {
    assertNotEquals(CONTOH_HASH, changed(folder, file, whole, other));
  }

  @ParameterizedTest(name = "{1} → {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          election.yaml | Data rekaan               | Data buatan
          election.yaml | "#C2571A"                 | "#C2571B"
          election.yaml | Teri – Tongkol            | Teri
          election.yaml | "99"                      | `'99'`
          areas.csv     | KAKI MISAL                | ` KAKI MISAL `
          """)
  void hash_whatIsOnlyShown_doesNot(String file, String whole, String other, @TempDir Path folder)
      throws IOException {
    assertEquals(CONTOH_HASH, changed(folder, file, whole, other));
  }

  private static String changed(Path folder, String file, String whole, String other)
      throws IOException {
    for (String name : List.of("election.yaml", "areas.csv")) {
      Files.copy(CONTOH.resolve(name), folder.resolve(name));
    }
    String text = Files.readString(folder.resolve(file));
    assertTrue(text.contains(whole), "nothing to change");
    Files.writeString(folder.resolve(file), text.replace(whole, other));
    return ElectionReader.read(folder).hash();
  }
}
