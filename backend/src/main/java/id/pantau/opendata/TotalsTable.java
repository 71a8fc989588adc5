package id.pantau.opendata;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import id.pantau.model.Act;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Totals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The totals of every place of one level that takes forms of a contest, zeros before the first. A
 * row of the NDJSON is a results body (wire-protocol.md §2) without what belongs to the node.
 */
final class TotalsTable implements Table<TotalsRow> {
  // A country has these names thirty million times: their bytes are kept.
  private static final SerializedString CONTEST = new SerializedString("contest");
  private static final SerializedString AREA = new SerializedString("area");
  private static final SerializedString NAME = new SerializedString("name");
  private static final SerializedString STATUS = new SerializedString("status");
  private static final SerializedString WITHHELD = new SerializedString("withheld");
  private static final SerializedString TOTALS = new SerializedString("totals");
  private static final SerializedString VOTES = new SerializedString("votes");
  private static final SerializedString AS_SENT = new SerializedString("asSent");
  private static final SerializedString VALID = new SerializedString("valid");
  private static final SerializedString INVALID = new SerializedString("invalid");
  private static final SerializedString REGISTERED = new SerializedString("registered");
  private static final SerializedString USERS = new SerializedString("users");
  private static final SerializedString TURNOUT = new SerializedString("turnout");
  private static final SerializedString STATIONS = new SerializedString("stations");
  private static final SerializedString COUNTED = new SerializedString("counted");
  private static final SerializedString HELD = new SerializedString("held");
  private static final SerializedString EXPECTED = new SerializedString("expected");
  private static final SerializedString VALUE = new SerializedString("value");

  private final Contest contest;
  private final List<SerializedString> choices;
  private final Level level;
  private final boolean isTest;
  private final List<Column> columns;

  TotalsTable(Contest contest, Level level, boolean isTest) {
    this.contest = contest;
    this.level = level;
    this.isTest = isTest;
    this.columns = List.copyOf(columns(contest));
    this.choices = contest.choices().stream().map(c -> new SerializedString(c.id())).toList();
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
  public boolean isLong() {
    return level.ordinal() >= Level.KECAMATAN.ordinal();
  }

  @Override
  public void cells(TotalsRow row, Cells cells) {
    Act withheld = row.withheld();
    Totals totals = row.totals();
    cells.flag(false).flag(isTest).text(contest.id()).text(row.place()).text(row.name());
    if (withheld != null) {
      cells.text("withheld").text(withheld.id());
      return;
    }
    cells.text(totals.status()).text(null);
    for (long votes : totals.votes()) {
      cells.number(votes);
    }
    for (long votes : totals.asSent()) {
      cells.number(votes);
    }
    figure(cells, totals.valid());
    figure(cells, totals.invalid());
    figure(cells, totals.registered());
    figure(cells, totals.users());
    Totals.Turnout turnout = totals.turnout();
    cells.number(turnout.users()).number(turnout.registered()).number(turnout.stations());
    cells.number(totals.counted()).number(totals.held()).number(totals.expected());
  }

  private static void figure(Cells cells, Totals.Figure figure) {
    cells.number(figure.value()).number(figure.stations());
  }

  @Override
  public void fields(JsonGenerator g, TotalsRow row) throws IOException {
    Act withheld = row.withheld();
    Totals totals = row.totals();
    Honesty.fields(g, isTest);
    text(g, CONTEST, contest.id());
    text(g, AREA, row.place());
    text(g, NAME, row.name());
    text(g, STATUS, withheld == null ? totals.status() : "withheld");
    if (withheld != null) {
      text(g, WITHHELD, withheld.id());
      return;
    }
    begin(g, TOTALS);
    votes(g, VOTES, totals.votes());
    votes(g, AS_SENT, totals.asSent());
    figure(g, VALID, totals.valid());
    figure(g, INVALID, totals.invalid());
    figure(g, REGISTERED, totals.registered());
    figure(g, USERS, totals.users());
    begin(g, TURNOUT);
    number(g, USERS, totals.turnout().users());
    number(g, REGISTERED, totals.turnout().registered());
    number(g, STATIONS, totals.turnout().stations());
    g.writeEndObject();
    g.writeEndObject();
    begin(g, STATIONS);
    number(g, COUNTED, totals.counted());
    number(g, HELD, totals.held());
    number(g, EXPECTED, totals.expected());
    g.writeEndObject();
  }

  private void votes(JsonGenerator g, SerializedString name, long[] votes) throws IOException {
    begin(g, name);
    for (int i = 0; i < votes.length; i++) {
      number(g, choices.get(i), votes[i]);
    }
    g.writeEndObject();
  }

  private static void figure(JsonGenerator g, SerializedString name, Totals.Figure figure)
      throws IOException {
    begin(g, name);
    number(g, VALUE, figure.value());
    number(g, STATIONS, figure.stations());
    g.writeEndObject();
  }

  private static void begin(JsonGenerator g, SerializedString name) throws IOException {
    g.writeFieldName(name);
    g.writeStartObject();
  }

  private static void number(JsonGenerator g, SerializedString name, long number)
      throws IOException {
    g.writeFieldName(name);
    g.writeNumber(number);
  }

  private static void text(JsonGenerator g, SerializedString name, String text) throws IOException {
    g.writeFieldName(name);
    g.writeString(text);
  }
}
