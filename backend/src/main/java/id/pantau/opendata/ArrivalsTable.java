package id.pantau.opendata;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Contest;
import id.pantau.model.Form;
import id.pantau.platform.Ledger;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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
  public boolean isLong() {
    return true;
  }

  @Override
  public void cells(FormRow row, Cells cells) {
    Ledger.Entry entry = row.entry();
    Form form = entry.form();
    cells.flag(false).flag(isTest).text(form.contest()).text(form.station());
    cells.number(form.generation()).number(form.revision());
    cells.text(entry.envelope().submitter()).text(row.receivedAt());
    cells.number(entry.held().epoch()).number(entry.held().revision());
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
    g.writeStringField("receivedAt", row.receivedAt());
    g.writeObjectFieldStart("position");
    g.writeNumberField("epoch", entry.held().epoch());
    g.writeNumberField("revision", entry.held().revision());
    g.writeEndObject();
  }
}
