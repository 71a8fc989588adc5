package id.pantau.api.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {
  private static final Words ID = new Words(Language.ID);
  private static final Words EN = new Words(Language.EN);

  /** What only the plain pages and the heads say. */
  private static final Set<Word> OWN =
      EnumSet.of(
          Word.FULL_PAGE,
          Word.LITE_PAGE,
          Word.SCRIPT_NEEDED,
          Word.OTHER_LANGUAGE,
          Word.STILL,
          Word.AT,
          Word.NUMBER,
          Word.CHOICE,
          Word.SHARE,
          Word.LEAD,
          Word.LEVEL,
          Word.SENT,
          Word.SENT_NOTE,
          Word.FIGURE,
          Word.SUM,
          Word.FROM,
          Word.ROWS,
          Word.PAGES,
          Word.PREVIOUS,
          Word.NEXT,
          Word.TO_FIRST_PAGE,
          Word.WITHHELD,
          Word.WITHHELD_BY,
          Word.WITHHELD_UNTIL,
          Word.LOADING_MORE);

  private static final Set<FormWord> OWN_OF_FORMS =
      EnumSet.of(FormWord.PHOTO_STORED, FormWord.MORE_IN_DATA);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"0;0;0", "999;999;999", "1000;1.000;1,000", "204807222;204.807.222;204,807,222"})
  void integer_isGroupedAsTheLanguageDoes(long value, String id, String en) {
    assertEquals(id, ID.integer(value));
    assertEquals(en, EN.integer(value));
  }

  @Test
  void percent_hasTwoDecimals() {
    assertEquals("58,58\u00a0%", ID.percent(5858));
    assertEquals("58.58%", EN.percent(5858));
    assertEquals("0,01\u00a0%", ID.percent(1));
    assertEquals("100,00\u00a0%", ID.percent(10_000));
    assertEquals("–", EN.percent(Shares.NONE));
  }

  @Test
  void exact_namesDayMonthAndZone() {
    Instant late = Instant.parse("2024-02-14T17:20:07.9Z");
    assertEquals("Kamis, 15 Februari 2024 pukul 00.20.07 WIB", ID.exact(late));
    assertEquals("Thursday 15 February 2024, 00:20:07 WIB (UTC+7)", EN.exact(late));
    assertEquals("no time", ID.exact("no time"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, 3333",
    "2, 3, 6667",
    "999999, 1000000, 9999",
    "1, 1000000, 1",
    "0, 5, 0",
    "5, 5, 10000",
    "0, 0, -1"
  })
  void share_neverReadsAllOfAPartNorNothingOfSomething(long part, long whole, int share) {
    assertEquals(share, Shares.share(part, whole));
  }

  @ParameterizedTest
  @CsvSource({"2, 3, 6666", "999999, 1000000, 9999", "5, 5, 10000", "0, 0, -1", "6, 5, 10000"})
  void progress_isRoundedDown(long counted, long expected, int progress) {
    assertEquals(progress, Shares.progress(counted, expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "KOTA ADM. JAKARTA PUSAT;Kota Adm. Jakarta Pusat",
        "DKI JAKARTA;DKI Jakarta",
        "P A P U A;Papua",
        "SUNGAI RAYA II;Sungai Raya II",
        "MA'RANG;Ma'rang",
        "São Tomé;São Tomé",
        "TPS 12;TPS 12",
        "M.I.P.;M.I.P."
      })
  void readable_isAsOnTheDashboard(String name, String read) {
    assertEquals(read, Names.readable(name));
  }

  /** Both kinds of pages say the same: every shared sentence is in the dashboard's catalogue. */
  @Test
  void phrase_sharedWithTheDashboard_isLetterForLetterThere() throws IOException {
    String catalogues = catalogues();
    List<String> missing = new ArrayList<>();
    Stream.of(Word.values())
        .filter(w -> !OWN.contains(w))
        .forEach(w -> missing(catalogues, w, missing));
    Stream.of(FormWord.values())
        .filter(w -> !OWN_OF_FORMS.contains(w))
        .forEach(w -> missing(catalogues, w, missing));
    Stream.of(Law.values()).forEach(w -> missing(catalogues, w, missing));
    assertEquals(List.of(), missing);
  }

  private static void missing(String catalogues, Phrase phrase, List<String> missing) {
    for (String text : List.of(phrase.id(), phrase.en())) {
      for (String part : text.split("\\{\\}", -1)) {
        if (!catalogues.contains(part.strip())) {
          missing.add(phrase + ": " + part);
        }
      }
    }
  }

  private static String catalogues() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve(".editorconfig"))) {
      root = java.util.Objects.requireNonNull(root.getParent(), "not run within the repository");
    }
    Path model = root.resolve("frontend/src/model");
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(model)) {
      files
          .filter(file -> model.relativize(file).toString().startsWith("texts"))
          .filter(file -> file.toString().endsWith(".ts") && !file.toString().endsWith(".test.ts"))
          .forEach(file -> all.append(read(file)));
    }
    assertTrue(all.length() > 1000, () -> "no catalogues under " + model);
    return all.toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
