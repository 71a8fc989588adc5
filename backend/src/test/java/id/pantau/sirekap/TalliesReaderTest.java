package id.pantau.sirekap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Ballots;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Electors;
import id.pantau.model.Form;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Users;
import id.pantau.platform.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TalliesReaderTest {
  static final Contest PPWP =
      new Contest(
          "ppwp",
          Map.of(),
          List.of("0"),
          List.of(
              new Choice("100025", 1, "", "", ""),
              new Choice("100026", 2, "", "", ""),
              new Choice("100027", 3, "", "", "")));

  private static final String FIGURES =
      "p1,p2,p3,sah,tidak_sah,total,dpt,dpt_l,dpt_p,pdpt,pdpt_l,pdpt_p,pdptb,pdptb_l,pdptb_p,"
          + "pdpk,pdpk_l,pdpk_p,ptot,ptot_l,ptot_p,imgs\n";
  private static final String TALLIES = "tps,ts," + FIGURES;
  private static final String HISTORY = "tps,seen,ts," + FIGURES;

  private static final String STATION = "1101012001001";
  private static final String REST =
      ",165,1,166,284,139,145,236,110,126,1,0,1,2,2,0,239,112,127,20240215-101421";
  private static final String BARE = ",,,,,,,,,,,,,,,,,,,";

  @Test
  void read_rowWithAllVotes_isAForm() {
    Tallies tallies =
        read(
            TALLIES
                + STATION
                + ",2024-02-20 13:00:00,144,19,2"
                + REST
                + " 20240219-235828 20240219-235651\n");
    assertEquals(1, tallies.rows());
    assertEquals(0, tallies.skipped());
    Tallies.Arrival arrival = tallies.arrivals().get(0);
    assertEquals(Instant.parse("2024-02-19T16:58:28Z"), arrival.at());
    assertEquals(
        new Form(
            "ppwp",
            STATION,
            0,
            1,
            Method.MACHINE,
            OffsetDateTime.parse("2024-02-19T23:58:28+07:00"),
            Form.Section.VOTES,
            Map.of("100025", 144, "100026", 19, "100027", 2),
            165,
            1,
            166,
            new Electors(284, 139, 145),
            new Users(
                new Electors(236, 110, 126),
                new Electors(1, 0, 1),
                new Electors(2, 2, 0),
                new Electors(239, 112, 127)),
            Ballots.NONE,
            List.of(),
            Reason.NEW),
        arrival.form());
    assertEquals(
        List.of("100025", "100026", "100027"), List.copyOf(arrival.form().votes().keySet()));
  }

  @Test
  void read_emptyCells_areAbsentAndNotZero() {
    Form form =
        read(TALLIES + STATION + ",2024-02-20 13:00:00,0,1,2" + BARE + "\n")
            .arrivals()
            .get(0)
            .form();
    assertEquals(0, form.votes().get("100025"));
    assertNull(form.valid());
    assertNull(form.invalid());
    assertNull(form.total());
    assertEquals(Electors.NONE, form.registered());
    assertEquals(Users.NONE, form.users());
    assertEquals(OffsetDateTime.parse("2024-02-20T13:00:00+07:00"), form.recordedAt());
  }

  @Test
  void read_rowsWithoutAllVotes_areSkipped() {
    Tallies tallies =
        read(
            TALLIES
                + STATION
                + ",2024-02-20 13:00:00,,,"
                + REST
                + "\n"
                + STATION
                + ",2024-02-20 13:00:00,1,,3"
                + REST
                + "\n");
    assertEquals(2, tallies.rows());
    assertEquals(2, tallies.skipped());
    assertTrue(tallies.arrivals().isEmpty());
  }

  @Test
  void read_tallies_areByArrivalThenInTheOrderOfTheFile() {
    Tallies tallies =
        read(
            TALLIES
                + tallied("001", "20240216-000000")
                + tallied("002", "20240215-000000")
                + tallied("003", "20240216-000000")
                + tallied("004", ""));
    assertEquals(
        List.of("004", "002", "001", "003"),
        tallies.arrivals().stream().map(a -> a.form().station().substring(10)).toList());
  }

  @Test
  void read_ballotOfTwo_hasTwoColumnsOfVotes() {
    Contest two = new Contest("pkwkk", Map.of(), List.of("0"), PPWP.choices().subList(1, 3));
    String csv =
        (TALLIES + tallied("001", "")).replace("p1,p2,p3", "p1,p2").replace(",1,2,3,", ",8,9,");
    Form form = TalliesReader.read(bytes(csv), "f.csv", two).arrivals().get(0).form();
    assertEquals(Map.of("100026", 8, "100027", 9), form.votes());
  }

  @Test
  void read_history_makesRevisionsByTheInstantSeen() {
    Tallies tallies =
        read(
            HISTORY
                + seen("2024-03-02T10:00:00+07:00", ",1,2,3" + REST) // second by instant
                + seen("2024-03-02T01:00:00+00:00", ",,," + REST) // first: no votes yet
                + seen("2024-03-03T00:00:00+00:00", ",1,2,3" + REST) // unchanged
                + seen("2024-03-04T00:00:00+00:00", ",1,2,3" + REST.replace("165", "6")) // rest
                + seen("2024-03-05T00:00:00+00:00", ",4,2,3" + REST.replace("165", "6")) // votes
                + seen("2024-03-06T00:00:00+00:00", ",4,,3" + REST) // only some: gone
                + seen("2024-03-07T00:00:00+00:00", ",,," + REST) // still gone
                + seen("2024-03-08T00:00:00+00:00", ",4,2,3" + REST.replace("165", "6"))); // back
    assertEquals(8, tallies.rows());
    assertEquals(3, tallies.skipped());
    List<Form> forms = tallies.arrivals().stream().map(Tallies.Arrival::form).toList();
    assertEquals(List.of(1, 2, 3, 4, 5), forms.stream().map(Form::revision).toList());
    assertEquals(
        List.of(
            Reason.Kind.NEW,
            Reason.Kind.TRANSCRIPTION_CORRECTION,
            Reason.Kind.TRANSCRIPTION_CORRECTION,
            Reason.Kind.WITHDRAWN,
            Reason.Kind.RESTORED),
        forms.stream().map(f -> f.reason().kind()).toList());
    assertEquals(Instant.parse("2024-03-02T03:00:00Z"), tallies.arrivals().get(0).at());
    assertEquals(OffsetDateTime.parse("2024-02-15T10:14:21+07:00"), forms.get(0).recordedAt());
    Form withdrawal = forms.get(3);
    assertEquals(Form.Section.WITHDRAWAL, withdrawal.section());
    assertTrue(withdrawal.votes().isEmpty());
    assertNull(withdrawal.valid());
    assertNotNull(withdrawal.reason().note());
    assertEquals(6, forms.get(1).valid());
    assertEquals(4, forms.get(4).votes().get("100025"));
  }

  @Test
  void read_firstStateOfAHistory_isTheFormOfAnEqualRow() {
    String rest = ",2024-02-20 13:00:00,1,2,3" + REST + "\n";
    assertEquals(
        read(TALLIES + STATION + rest).arrivals().get(0).form(),
        read(HISTORY + STATION + ",2024-03-02T10:00:00+07:00" + rest).arrivals().get(0).form());
  }

  @Test
  void read_formsOfTheTinyElection_areThoseOfItsReadme() throws IOException {
    try (InputStream in =
        Files.newInputStream(Path.of("..", "config", "elections", "contoh", "forms", "ppwp.csv"))) {
      Tallies tallies = TalliesReader.read(in, "ppwp.csv", PPWP);
      assertEquals(40, tallies.rows());
      assertEquals(4, tallies.skipped());
      assertEquals(36, tallies.arrivals().size());
    }
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          tps,ts           | tps,time        | line 1: the header is neither tps,ts,p1,p2,p3,sah
          144,19,2         | 144,19          | line 3: 23 cells, 24 are expected
          1101012001009    | 110101200100    | line 3: tps "110101200100" is no code of a station
          144,19,2         | 144,-19,2       | line 3: cell 4 "-19" is no whole number
          144,19,2         | 144,1.9,2       | line 3: cell 4 "1.9" is no whole number
          144,19,2         | 144,4294967297,2 | line 3: cell 4 "4294967297" is no whole number
          2024-02-20 13:00:00 | 2024-02-30 13:00:00 | line 3: ts "2024-02-30 13:00:00" is no time
          2024-02-20 13:00:00 | ``            | line 3: votes without a time: neither ts nor imgs
          239,112,127,     | 239,112,127,soon | line 3: imgs "soon" are no times
          239,112,127,     | 239,112,127,20240215-256161 | line 3: imgs "20240215-256161" is no time
          """)
  void read_brokenRow_isRefusedWithItsLine(String whole, String broken, String sentence) {
    String row =
        "1101012001009,2024-02-20 13:00:00,144,19,2"
            + REST.substring(0, REST.lastIndexOf(',') + 1)
            + "\n";
    String csv = TALLIES + tallied("001", "") + row;
    assertEquals(2, read(csv).rows());
    String changed =
        broken.equals("tps,time")
            ? csv.replace(whole, broken)
            : TALLIES + tallied("001", "") + row.replace(whole, broken);
    Refused refused = assertThrows(Refused.class, () -> read(changed));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.startsWith("tallies.csv " + sentence), message);
  }

  @Test
  void read_brokenSeen_isRefusedWithItsLine() {
    Refused refused =
        assertThrows(
            Refused.class, () -> read(HISTORY + seen("2024-03-02 10:00:00", ",1,2,3" + REST)));
    assertEquals(
        "tallies.csv line 2: seen \"2024-03-02 10:00:00\" is no time with an offset",
        refused.getMessage());
  }

  @Test
  void read_notACsv_isRefused() {
    assertThrows(Refused.class, () -> read(""));
    byte[] latin = (TALLIES + "caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);
    assertThrows(
        Refused.class,
        () -> TalliesReader.read(new ByteArrayInputStream(latin), "tallies.csv", PPWP));
  }

  private static Tallies read(String csv) {
    return TalliesReader.read(bytes(csv), "tallies.csv", PPWP);
  }

  private static ByteArrayInputStream bytes(String csv) {
    return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
  }

  private static String tallied(String number, String images) {
    return "1101012001" + number + ",2024-02-14 13:00:00,1,2,3" + BARE + images + "\n";
  }

  private static String seen(String at, String cells) {
    return STATION + "," + at + ",2024-02-20 13:00:00" + cells + "\n";
  }
}
