package id.pantau.opendata;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Act;
import id.pantau.platform.ActFields;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who withholds what, and why: the statement that stands in the place of the figures. */
final class WithheldTable implements Table<Act> {
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("id", "the act's id, as rows of other tables name it"),
          Column.text("contest", "id of the contest; empty: every one"),
          Column.text("place", "code of an area or a station"),
          Column.text("office", "who answers for it"),
          Column.text("reason.id", "why, in Indonesian"),
          Column.text("reason.en", "why, in English"),
          Column.time("since", "when it was done"),
          Column.time("until", "when it ends by itself"));

  @Override
  public String name() {
    return "withheld";
  }

  @Override
  public String title() {
    return "Acts by which figures are withheld";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public boolean isLong() {
    return false;
  }

  @Override
  public void cells(Act act, Cells cells) {
    cells.text(act.id()).text(act.contest()).text(act.subject()).text(act.office());
    cells.text(act.reason().get("id")).text(act.reason().get("en"));
    cells.text(act.since().toString()).text(until(act));
  }

  @Override
  public void fields(JsonGenerator g, Act act) throws IOException {
    g.writeStringField("id", act.id());
    g.writeStringField("contest", act.contest());
    g.writeStringField("place", act.subject());
    ActFields.statement(g, act);
  }

  private static @Nullable String until(Act act) {
    Instant until = act.until();
    return until == null ? null : until.toString();
  }
}
