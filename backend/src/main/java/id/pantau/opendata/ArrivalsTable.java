package id.pantau.opendata;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Contest;
import id.pantau.model.Form;
import id.pantau.platform.Ledger;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How each form came in: row for row the table of forms. Kept apart because these are facts of the
 * platform and not of the form: whoever sends the same forms to another node gets other ones.
 */
final class ArrivalsTable implements Table<FormRow> {
  private final Contest contest;
  private final boolean isTest;
  private final List<Column> columns;

  ArrivalsTable(Contest contest, boolean isTest) {
    this.contest = contest;
    this.isTest = isTest;
    List<Column> all = new ArrayList<>(Honesty.COLUMNS);
    all.add(Column.text("contest", "id of the contest"));
    all.add(Column.text("station", "13-character code"));
    all.add(Column.integer("generation", "as in the table of forms"));
    all.add(Column.integer("revision", "as in the table of forms"));
    all.add(Column.text("submitter", "id of the key that sent it"));
    all.add(Column.time("receivedAt", "the node's clock when it came in"));
    all.add(Column.integer("position.epoch", "of the province, with the batch that first held it"));
    all.add(Column.integer("position.revision", "number of that batch in its province"));
    this.columns = List.copyOf(all);
  }

  @Override
  public String name() {
    return contest.id() + "-arrivals";
  }

  @Override
  public String title() {
    return "How and when each form of " + contest.id() + " came in";
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public @Nullable Object[] cells(FormRow row) {
    Ledger.Entry entry = row.entry();
    Form form = entry.form();
    Cells cells = new Cells(columns.size()).add(false).add(isTest);
    cells.add(form.contest()).add(form.station()).add(form.generation()).add(form.revision());
    cells.add(entry.envelope().submitter()).add(receivedAt(entry));
    return cells.add(entry.held().epoch()).add(entry.held().revision()).all();
  }

  @Override
  public void fields(JsonGenerator g, FormRow row) throws IOException {
    Ledger.Entry entry = row.entry();
    Form form = entry.form();
    Honesty.fields(g, isTest);
    g.writeStringField("contest", form.contest());
    g.writeStringField("station", form.station());
    g.writeNumberField("generation", form.generation());
    g.writeNumberField("revision", form.revision());
    g.writeStringField("submitter", entry.envelope().submitter());
    g.writeStringField("receivedAt", receivedAt(entry));
    g.writeObjectFieldStart("position");
    g.writeNumberField("epoch", entry.held().epoch());
    g.writeNumberField("revision", entry.held().revision());
    g.writeEndObject();
  }

  private static String receivedAt(Ledger.Entry entry) {
    return Instant.ofEpochMilli(entry.envelope().receivedAtMillis()).toString();
  }
}
