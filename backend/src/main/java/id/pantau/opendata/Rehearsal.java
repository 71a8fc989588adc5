package id.pantau.opendata;

import id.pantau.model.Act;
import id.pantau.model.AreaTree;
import id.pantau.model.Ballots;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Electors;
import id.pantau.model.Form;
import id.pantau.model.Method;
import id.pantau.model.Position;
import id.pantau.model.Reason;
import id.pantau.model.Station;
import id.pantau.model.Totals;
import id.pantau.model.Users;
import id.pantau.platform.Ledger;
import id.pantau.platform.PackedForm;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of made-up forms that nobody ever sees. The JVM compiles what writes snapshots while
 * it first writes thousands of forms; at five percent of a core that went on for minutes, and took
 * more from the count than the writing did. So it is done once, before there are forms.
 */
final class Rehearsal implements Ledger.Copy, Ledger.Province {
  /** Enough for the JVM's last compiler, which asks for some thousand calls. */
  private static final int FORMS = 20_000;

  private static final Instant NOON = Instant.parse("2024-02-14T05:00:00Z");
  private static final int VOTES_MAX = 97;

  private final Election election;
  private final Contest contest;
  private int forms;

  Rehearsal(Election election) {
    this.election = election;
    this.contest = election.contests().get(0);
  }

  /**
   * Writes provinces until enough is written, or all are. Blocking.
   *
   * @param folder empty, and worth nothing afterwards
   */
  void write(Path folder, Pace pace) throws IOException, InterruptedException {
    try (ContestTables tables = new ContestTables(election, 0, this, pace, folder, null)) {
      for (int province : election.areas().provinces()) {
        if (forms < FORMS) {
          tables.province(province);
        }
      }
      tables.finish(new Inventory());
    }
  }

  @Override
  public Position position() {
    return new Position(1, forms);
  }

  @Override
  public String stamp() {
    return "";
  }

  @Override
  public String stamp(int area) {
    return "";
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public List<Act> withholding() {
    return List.of();
  }

  @Override
  public @Nullable Act withheld(int contest, int area) {
    return null;
  }

  @Override
  public @Nullable Act withheld(int contest, Station station) {
    return null;
  }

  @Override
  public Future<Ledger.Province> province(int contest, int area) {
    return Future.succeededFuture(this);
  }

  @Override
  public Totals area(int area) {
    AreaTree tree = election.areas();
    return totals(tree.stations(area));
  }

  @Override
  public Ledger.AtStation station(Station station) {
    int number = forms++;
    Map<String, Integer> votes = new HashMap<>();
    for (Choice choice : contest.choices()) {
      votes.put(choice.id(), (number + votes.size()) % VOTES_MAX);
    }
    Electors row = new Electors(2 * number % VOTES_MAX, number % VOTES_MAX, number % VOTES_MAX);
    Form form =
        new Form(
            contest.id(),
            station.code(),
            0,
            1,
            Method.MACHINE,
            OffsetDateTime.ofInstant(NOON.plusSeconds(number), ZoneOffset.ofHours(7)),
            Form.Section.VOTES,
            votes,
            number,
            1,
            number + 1,
            row,
            new Users(row, row, row, row),
            new Ballots(number, number, number, number),
            List.of(),
            Reason.NEW);
    long receivedAtMillis = NOON.toEpochMilli() + number;
    PackedForm.Envelope envelope =
        new PackedForm.Envelope("rehearsal", receivedAtMillis, 0, number & 1, null);
    String hash = String.format("%016x", number);
    return new Ledger.AtStation(
        totals(1),
        List.of(new Ledger.Entry(form, envelope, position(), hash, "counted", "counted")));
  }

  private Totals totals(int expected) {
    long[] votes = new long[contest.choices().size()];
    Totals.Figure none = new Totals.Figure(0, 0);
    Totals.Turnout nobody = new Totals.Turnout(0, 0, 0);
    return new Totals(votes, votes, none, none, none, none, nobody, 0, 0, expected);
  }
}
