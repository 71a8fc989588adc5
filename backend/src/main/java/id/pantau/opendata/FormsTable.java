package id.pantau.opendata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Act;
import id.pantau.model.Ballots;
import id.pantau.model.Choice;
import id.pantau.model.Code;
import id.pantau.model.Contest;
import id.pantau.model.Electors;
import id.pantau.model.Form;
import id.pantau.model.Reason;
import id.pantau.platform.FormFields;
import id.pantau.platform.Ledger;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Every form of a contest in every revision: what the submitter said, and what the rules found.
 * Nothing of the node is in it, so whoever counts the same forms writes the same bytes.
 */
final class FormsTable implements Table<FormRow> {
  private static final JsonFactory JSON = new JsonFactory();
  private static final List<String> ROWS =
      List.of("registered", "users.dpt", "users.dptb", "users.dpk", "users.all");

  private static final List<String> SECTIONS =
      Arrays.stream(Form.Section.values()).map(s -> s.name().toLowerCase(Locale.ROOT)).toList();

  /** Columns from {@code reason} on. */
  private static final int BEHIND_THE_PAPER = 4;

  private final Contest contest;
  private final boolean isTest;
  private final List<Column> columns;

  FormsTable(Contest contest, boolean isTest) {
    this.contest = contest;
    this.isTest = isTest;
    this.columns = List.copyOf(columns(contest));
  }

  private static List<Column> columns(Contest contest) {
    List<Column> all = new ArrayList<>(Honesty.COLUMNS);
    all.add(Column.text("contest", "id of the contest"));
    all.add(Column.text("station", "13-character code; its first 2, 4, 6, 10 are its areas"));
    all.add(Column.integer("generation", "0 until a decree opens the next"));
    all.add(Column.integer("revision", "from 1; the higher replaces the lower"));
    all.add(
        Column.text("status", "counted, held, stored, withdrawn; superseded: another one stands"));
    all.add(Column.text("was", "counted, held, stored, withdrawn: while it was the newest"));
    all.add(
        Column.text("withheld", "id of the act that withholds the station, see table withheld"));
    all.add(Column.text("method", "machine, single (one person), double (two entries agree)"));
    all.add(Column.time("recordedAt", "when the paper was recorded, by the submitter's clock"));
    all.add(Column.text("section", "votes, administrative (no votes in it), withdrawal"));
    for (Choice choice : contest.choices()) {
      all.add(Column.integer("votes." + choice.id(), "votes for " + choice.name()));
    }
    all.add(Column.integer("valid", "valid votes as written"));
    all.add(Column.integer("invalid", "invalid votes as written"));
    all.add(Column.integer("total", "all votes as written"));
    for (String row : ROWS) {
      for (String part : List.of("all", "male", "female")) {
        all.add(Column.integer(row + "." + part, "people as written, C.HASIL section I"));
      }
    }
    for (String part : List.of("received", "used", "returned", "unused")) {
      all.add(Column.integer("ballots." + part, "ballots as written, C.HASIL section II"));
    }
    all.add(Column.text("images", "JSON array of page, url, sha256"));
    all.add(Column.text("reason", "why the revision exists"));
    all.add(Column.text("reasonDetail", "JSON object of note, codes, by, cites"));
    all.add(Column.text("findings", "codes of the rules it failed, blanks between"));
    all.add(Column.text("hash", "first 8 bytes of SHA-256 over its canonical content, hex"));
    return all;
  }

  @Override
  public String name() {
    return contest.id() + "-forms";
  }

  @Override
  public String title() {
    return "Every form of " + contest.id() + ", all revisions";
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public boolean isLong() {
    return true;
  }

  @Override
  public void cells(FormRow row, Cells cells) {
    Ledger.Entry entry = row.entry();
    Form form = entry.form();
    Act withheld = row.withheld();
    cells.flag(false).flag(isTest).text(form.contest()).text(form.station());
    cells.number(form.generation()).number(form.revision());
    cells.text(entry.status()).text(entry.was());
    cells.text(withheld == null ? null : withheld.id()).text(form.method().wire());
    if (withheld != null) {
      cells.skipTo(columns.size() - BEHIND_THE_PAPER).text(form.reason().kind().wire());
      return;
    }
    cells.text(row.recordedAt()).text(section(form));
    for (Choice choice : contest.choices()) {
      cells.number(form.votes().get(choice.id()));
    }
    cells.number(form.valid()).number(form.invalid()).number(form.total());
    electors(cells, form.registered());
    electors(cells, form.users().dpt());
    electors(cells, form.users().dptb());
    electors(cells, form.users().dpk());
    electors(cells, form.users().all());
    Ballots ballots = form.ballots();
    cells.number(ballots.received()).number(ballots.used());
    cells.number(ballots.returned()).number(ballots.unused());
    cells.text(form.images().isEmpty() ? null : json(g -> FormFields.images(g, form, Set.of())));
    cells.text(form.reason().kind().wire());
    cells.text(isBare(form.reason()) ? null : json(g -> detail(g, form.reason())));
    List<String> codes = codes(entry);
    cells.text(codes.isEmpty() ? null : String.join(" ", codes)).text(entry.hash());
  }

  private static void electors(Cells cells, Electors row) {
    cells.number(row.all()).number(row.male()).number(row.female());
  }

  @Override
  public void fields(JsonGenerator g, FormRow row) throws IOException {
    Ledger.Entry entry = row.entry();
    Form form = entry.form();
    Act withheld = row.withheld();
    Honesty.fields(g, isTest);
    g.writeStringField("contest", form.contest());
    g.writeStringField("station", form.station());
    g.writeNumberField("generation", form.generation());
    g.writeNumberField("revision", form.revision());
    g.writeStringField("status", entry.status());
    g.writeStringField("was", entry.was());
    if (withheld != null) {
      g.writeStringField("withheld", withheld.id());
      g.writeStringField("method", form.method().wire());
      Reason.Kind kind = form.reason().kind();
      FormFields.reason(g, new Reason(kind, null, List.of(), List.of(), null));
      return;
    }
    g.writeStringField("method", form.method().wire());
    String at = row.recordedAt();
    if (at != null) {
      g.writeStringField("recordedAt", at);
    }
    g.writeStringField("section", section(form));
    if (form.section() == Form.Section.VOTES) {
      FormFields.votes(g, form);
    }
    FormFields.paper(g, form);
    g.writeFieldName("images");
    FormFields.images(g, form, Set.of());
    FormFields.reason(g, form.reason());
    FormFields.texts(g, "findings", codes(entry));
    g.writeStringField("hash", entry.hash());
  }

  private static String section(Form form) {
    return SECTIONS.get(form.section().ordinal());
  }

  private static List<String> codes(Ledger.Entry entry) {
    int bits = entry.envelope().codeBits();
    return bits == 0 ? List.of() : Code.of(bits).stream().map(Code::name).toList();
  }

  private static boolean isBare(Reason reason) {
    return reason.note() == null
        && reason.cites() == null
        && reason.codes().isEmpty()
        && reason.by().isEmpty();
  }

  private static void detail(JsonGenerator g, Reason reason) throws IOException {
    g.writeStartObject();
    g.writeStringField("note", reason.note());
    FormFields.texts(g, "codes", reason.codes());
    FormFields.texts(g, "by", reason.by());
    g.writeStringField("cites", reason.cites());
    g.writeEndObject();
  }

  /** Writes JSON into a cell. */
  private interface Writing {
    void to(JsonGenerator g) throws IOException;
  }

  private static String json(Writing writing) {
    StringWriter text = new StringWriter();
    try (JsonGenerator g = JSON.createGenerator(text)) {
      writing.to(g);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
