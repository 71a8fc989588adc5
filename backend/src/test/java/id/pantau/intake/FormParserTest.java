package id.pantau.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.pantau.model.Ballots;
import id.pantau.model.Code;
import id.pantau.model.Electors;
import id.pantau.model.Form;
import id.pantau.model.Form.Section;
import id.pantau.model.Image;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Users;
import java.nio.CharBuffer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormParserTest {
  private static final FormParser PARSER = new FormParser(16);

  static Form parse(String text) throws Malformed {
    CharBuffer decoded = Text.decode(FormText.bytes(text));
    assertNotNull(decoded);
    return PARSER.parse(decoded);
  }

  static Malformed refuses(String text) {
    return assertThrows(Malformed.class, () -> parse(text));
  }

  @Test
  void parse_formOfTheWireProtocol_readsEveryField() throws Malformed {
    Form expected =
        new Form(
            "ppwp",
            "1101012001001",
            0,
            1,
            Method.MACHINE,
            OffsetDateTime.parse("2024-02-14T16:20:00+07:00"),
            Section.VOTES,
            Map.of("100025", 144, "100026", 19, "100027", 2),
            165,
            1,
            166,
            new Electors(284, 139, 145),
            new Users(
                new Electors(163, 80, 83),
                new Electors(1, 1, 0),
                new Electors(2, 1, 1),
                new Electors(166, 82, 84)),
            new Ballots(290, 166, 0, 124),
            List.of(new Image(1, "https://example.org/1.jpg", FormText.HASH)),
            Reason.NEW);
    assertEquals(expected, parse(FormText.VALID));
    assertEquals(expected, parse(" \t\r\n" + FormText.VALID + "\r\n "));
  }

  @Test
  void parse_onlyWhatIsRequired_isAdministrativeAndAbsentIsNotZero() throws Malformed {
    Form form =
        parse(
            "{\"contest\":\"ppwp\",\"station\":\"1\",\"generation\":0,\"revision\":1,"
                + "\"method\":\"double\"}");
    assertEquals(
        new Form(
            "ppwp",
            "1",
            0,
            1,
            Method.DOUBLE,
            null,
            Section.ADMINISTRATIVE,
            Map.of(),
            null,
            null,
            null,
            Electors.NONE,
            Users.NONE,
            Ballots.NONE,
            List.of(),
            Reason.NEW),
        form);
  }

  @Test
  void parse_votesNull_withdraws() throws Malformed {
    Form form = parse(FormText.with("{\"100025\":144,\"100026\":19,\"100027\":2}", "null"));
    assertEquals(Section.WITHDRAWAL, form.section());
    assertEquals(Map.of(), form.votes());
  }

  @Test
  void parse_nullElsewhere_isAbsent() throws Malformed {
    Form form = parse(FormText.with("\"valid\":165", "\"valid\":null"));
    assertNull(form.valid());
    assertEquals(
        Electors.NONE,
        parse(FormText.with("{\"all\":284,\"male\":139,\"female\":145}", "null")).registered());
    assertEquals(
        new Electors(284, null, 145),
        parse(FormText.with("\"male\":139", "\"male\":null")).registered());
  }

  @Test
  void parse_everyKindOfReason_isRead() throws Malformed {
    for (Reason.Kind kind : Reason.Kind.values()) {
      String text = FormText.with("\"kind\":\"new\"", "\"kind\":\"" + kind.wire() + "\"");
      assertEquals(kind, parse(text).reason().kind());
    }
    Reason reason =
        parse(
                FormText.with(
                    "\"new\",\"note\":null,\"codes\":[],\"by\":[],\"cites\":null",
                    "\"decision\",\"note\":\"é 🗳 \\ud83d\\uddf3\",\"codes\":[\"T01\"],"
                        + "\"by\":[\"A\",\"B\"],\"cites\":\"D.HASIL\""))
            .reason();
    assertEquals(
        new Reason(Reason.Kind.DECISION, "é 🗳 🗳", List.of("T01"), List.of("A", "B"), "D.HASIL"),
        reason);
  }

  /** F29: every number that is none, at three places of the form. */
  @ParameterizedTest
  @CsvSource({
    "-1, R05",
    "-0, R05",
    "1.9, R05",
    "1.0, R05",
    "1e3, R05",
    "1E400, R05",
    "4294967297, R05",
    "2147483648, R05",
    "18446744073709551617, R05",
    "99999999999, R05",
    "'\"5\"',",
    "NaN,",
    "Infinity,",
    "-Infinity,",
    "true,",
    "[],",
    "{},",
    "007,",
    "+1,",
    "0x10,",
    "1_000,",
    ".5,",
    "5.,",
    "'',",
    "-,"
  })
  void parse_numberThatIsNone_namesTheField(String number, Code code) {
    String none = number == null ? "" : number;
    numberRefused(FormText.with("\"100025\":144", "\"100025\":" + none), "votes.100025", code);
    numberRefused(FormText.with("\"valid\":165", "\"valid\":" + none), "valid", code);
    numberRefused(FormText.with("\"male\":80", "\"male\":" + none), "users.dpt.male", code);
    numberRefused(FormText.with("\"revision\":1", "\"revision\":" + none), "revision", code);
    numberRefused(FormText.with("\"page\":1", "\"page\":" + none), "images.0.page", code);
  }

  private static void numberRefused(String text, String field, @Nullable Code code) {
    Malformed malformed = refuses(text);
    assertEquals(field, malformed.field());
    assertEquals(code, malformed.code());
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 1_000, 100_000})
  void parse_numberOfManyDigits_namesTheField(int digits) {
    numberRefused(
        FormText.with("\"total\":166", "\"total\":" + "9".repeat(digits)), "total", Code.R05);
    numberRefused(
        FormText.with("\"total\":166", "\"total\":1" + "0".repeat(digits)), "total", Code.R05);
    numberRefused(
        FormText.with("\"total\":166", "\"total\":1e" + "9".repeat(digits)), "total", Code.R05);
  }

  @Test
  void parse_largestNumbers_areLeftToTheRules() throws Malformed {
    assertEquals(10_000_000, parse(FormText.with("\"valid\":165", "\"valid\":10000000")).valid());
    assertEquals(
        Integer.MAX_VALUE, parse(FormText.with("\"valid\":165", "\"valid\":2147483647")).valid());
    assertEquals(0, parse(FormText.with("\"revision\":1", "\"revision\":0")).revision());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-14T16:20:00",
        "2024-02-14",
        "14/02/2024",
        "2024-02-30T00:00:00Z",
        "2024-02-14T24:00:01Z",
        "2024-02-14 16:20:00+07:00",
        "+1000000-01-01T00:00:00Z",
        "1999-12-31T23:59:59Z",
        "",
        "now"
      })
  void parse_timeWithoutOffsetOrNone_namesRecordedAt(String time) {
    Malformed malformed = refuses(FormText.with("2024-02-14T16:20:00+07:00", time));
    assertEquals("recordedAt", malformed.field());
  }

  @ParameterizedTest
  @CsvSource({"note, 500", "cites, 500"})
  void parse_stringLongerThanItsLimit_namesTheField(String field, int max) throws Malformed {
    String fits =
        FormText.with("\"" + field + "\":null", "\"" + field + "\":\"" + "x".repeat(max) + "\"");
    assertEquals(Section.VOTES, parse(fits).section());
    assertEquals("reason." + field, refuses(fits.replace("xx", "xxx")).field());
  }

  @Test
  void parse_tooManyElements_namesTheFirstTooMany() {
    String images = "{\"page\":1},".repeat(64) + "{\"page\":1}";
    int from = FormText.VALID.indexOf("[{\"page\"");
    int to = FormText.VALID.indexOf("]", from);
    String text = FormText.VALID.substring(0, from) + "[" + images + FormText.VALID.substring(to);
    assertEquals("images.64", refuses(text).field());
    StringBuilder votes = new StringBuilder("\"votes\":{");
    for (int i = 0; i <= 512; i++) {
      votes.append(i == 0 ? "" : ",").append("\"").append(i).append("\":1");
    }
    assertEquals(
        "votes.512",
        refuses(FormText.with("\"votes\":{\"100025\":144,\"100026\":19,\"100027\":2", votes + ""))
            .field());
  }

  @Test
  void parse_deeperThanTheLimit_isMalformed() {
    Malformed malformed =
        assertThrows(
            Malformed.class,
            () -> new FormParser(2).parse(CharBuffer.wrap(FormText.VALID.toCharArray())));
    assertEquals("users.dpt is nested too deep", malformed.sentence());
  }

  @Test
  void parse_longHostileName_isCutAndMadePlain() {
    Malformed malformed = refuses("{\"" + "é\u202e".repeat(500) + "\":1}");
    assertEquals("?".repeat(64) + "...", malformed.field());
  }

  @ParameterizedTest
  @MethodSource("notUtf8")
  void decode_badUtf8_isNull(byte[] bytes) {
    assertNull(Text.decode(bytes));
  }

  static List<byte[]> notUtf8() {
    return List.of(
        new byte[] {(byte) 0x80},
        new byte[] {(byte) 0xc0, (byte) 0xaf},
        new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
        new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
        new byte[] {'{', (byte) 0xe2, (byte) 0x82},
        new byte[] {(byte) 0xff, (byte) 0xfe, '{', 0});
  }
}
