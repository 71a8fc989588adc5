package id.pantau.opendata;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Act;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Totals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The totals of every place of one level that takes forms of a contest, zeros before the first. A
 * row of the NDJSON is a results body (wire-protocol.md §2) without what belongs to the node.
 */
final class TotalsTable implements Table<TotalsRow> {
  private final Contest contest;
  private final Level level;
  private final boolean isTest;
  private final List<Column> columns;

  TotalsTable(Contest contest, Level level, boolean isTest) {
    this.contest = contest;
    this.level = level;
    this.isTest = isTest;
    this.columns = List.copyOf(columns(contest));
  }

  private static List<Column> columns(Contest contest) {
    List<Column> all = new ArrayList<>(Honesty.COLUMNS);
    all.add(Column.text("contest", "id of the contest"));
    all.add(Column.text("area", "code of the place"));
    all.add(Column.text("name", "its name"));
    all.add(Column.text("status", "waiting, counting, finished, withheld"));
    all.add(Column.text("withheld", "id of the act that withholds it, see table withheld"));
    for (Choice choice : contest.choices()) {
      all.add(Column.integer("votes." + choice.id(), "votes for " + choice.name()));
    }
    for (Choice choice : contest.choices()) {
      all.add(Column.integer("asSent." + choice.id(), "the same with held forms, no total"));
    }
    for (String figure : List.of("valid", "invalid", "registered", "users")) {
      all.add(Column.integer(figure + ".value", "sum over forms that keep its rules"));
      all.add(Column.integer(figure + ".stations", "how many stations that are"));
    }
    all.add(Column.integer("turnout.users", "of stations that have both"));
    all.add(Column.integer("turnout.registered", "of stations that have both"));
    all.add(Column.integer("turnout.stations", "how many stations that are"));
    all.add(Column.integer("stations.counted", "stations in the votes"));
    all.add(Column.integer("stations.held", "stations whose form waits for a person"));
    all.add(Column.integer("stations.expected", "stations that take a form"));
    return all;
  }

  @Override
  public String name() {
    return contest.id() + "-totals-" + level.word();
  }

  @Override
  public String title() {
    return "Totals of " + contest.id() + ", a row a " + level.word();
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public @Nullable Object[] cells(TotalsRow row) {
    Act withheld = row.withheld();
    Totals totals = row.totals();
    Cells cells = new Cells(columns.size()).add(false).add(isTest).add(contest.id());
    cells.add(row.place()).add(row.name());
    if (withheld != null) {
      return cells.add("withheld").add(withheld.id()).all();
    }
    cells.add(totals.status()).add(null);
    for (long votes : totals.votes()) {
      cells.add(votes);
    }
    for (long votes : totals.asSent()) {
      cells.add(votes);
    }
    for (Totals.Figure figure : figures(totals)) {
      cells.add(figure.value()).add(figure.stations());
    }
    Totals.Turnout turnout = totals.turnout();
    cells.add(turnout.users()).add(turnout.registered()).add(turnout.stations());
    return cells.add(totals.counted()).add(totals.held()).add(totals.expected()).all();
  }

  private static List<Totals.Figure> figures(Totals totals) {
    return List.of(totals.valid(), totals.invalid(), totals.registered(), totals.users());
  }

  @Override
  public void fields(JsonGenerator g, TotalsRow row) throws IOException {
    Act withheld = row.withheld();
    Totals totals = row.totals();
    Honesty.fields(g, isTest);
    g.writeStringField("contest", contest.id());
    g.writeStringField("area", row.place());
    g.writeStringField("name", row.name());
    g.writeStringField("status", withheld == null ? totals.status() : "withheld");
    if (withheld != null) {
      g.writeStringField("withheld", withheld.id());
      return;
    }
    g.writeObjectFieldStart("totals");
    votes(g, "votes", totals.votes());
    votes(g, "asSent", totals.asSent());
    figure(g, "valid", totals.valid());
    figure(g, "invalid", totals.invalid());
    figure(g, "registered", totals.registered());
    figure(g, "users", totals.users());
    g.writeObjectFieldStart("turnout");
    g.writeNumberField("users", totals.turnout().users());
    g.writeNumberField("registered", totals.turnout().registered());
    g.writeNumberField("stations", totals.turnout().stations());
    g.writeEndObject();
    g.writeEndObject();
    g.writeObjectFieldStart("stations");
    g.writeNumberField("counted", totals.counted());
    g.writeNumberField("held", totals.held());
    g.writeNumberField("expected", totals.expected());
    g.writeEndObject();
  }

  private void votes(JsonGenerator g, String name, long[] votes) throws IOException {
    g.writeObjectFieldStart(name);
    for (int i = 0; i < votes.length; i++) {
      g.writeNumberField(contest.choices().get(i).id(), votes[i]);
    }
    g.writeEndObject();
  }

  private static void figure(JsonGenerator g, String name, Totals.Figure figure)
      throws IOException {
    g.writeObjectFieldStart(name);
    g.writeNumberField("value", figure.value());
    g.writeNumberField("stations", figure.stations());
    g.writeEndObject();
  }
}
