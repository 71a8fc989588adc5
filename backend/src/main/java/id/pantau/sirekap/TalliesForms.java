package id.pantau.sirekap;

import id.pantau.model.Ballots;
import id.pantau.model.Contest;
import id.pantau.model.Electors;
import id.pantau.model.Form;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Users;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** The arrivals of packed rows, each made anew when it is asked for. */
final class TalliesForms extends AbstractList<Tallies.Arrival> implements RandomAccess {
  private final Contest contest;
  private final List<TalliesRow> rows;

  TalliesForms(Contest contest, List<TalliesRow> rows) {
    this.contest = contest;
    this.rows = rows;
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public Tallies.Arrival get(int index) {
    TalliesRow row = rows.get(index);
    Form form = row.reason() == Reason.Kind.WITHDRAWN ? withdrawal(row) : votes(row);
    return new Tallies.Arrival(Instant.ofEpochSecond(row.atSeconds()), form);
  }

  private Form votes(TalliesRow row) {
    Map<String, Integer> votes = new LinkedHashMap<>();
    int n = contest.choices().size();
    for (int i = 0; i < n; i++) {
      votes.put(contest.choices().get(i).id(), row.figures()[i]);
    }
    Users users =
        new Users(
            electors(row, n + 6),
            electors(row, n + 9),
            electors(row, n + 12),
            electors(row, n + 15));
    return new Form(
        contest.id(),
        row.station(),
        0,
        row.revision(),
        Method.MACHINE,
        recordedAt(row),
        Form.Section.VOTES,
        votes,
        figure(row, n),
        figure(row, n + 1),
        figure(row, n + 2),
        electors(row, n + 3),
        users,
        Ballots.NONE,
        List.of(),
        reason(row));
  }

  /** Says nothing but that the votes are gone: what else the state shows is of no counted form. */
  private Form withdrawal(TalliesRow row) {
    return new Form(
        contest.id(),
        row.station(),
        0,
        row.revision(),
        Method.MACHINE,
        recordedAt(row),
        Form.Section.WITHDRAWAL,
        Map.of(),
        null,
        null,
        null,
        Electors.NONE,
        Users.NONE,
        Ballots.NONE,
        List.of(),
        reason(row));
  }

  private static @Nullable OffsetDateTime recordedAt(TalliesRow row) {
    return row.recordedSeconds() == TalliesRow.NO_TIME
        ? null
        : Instant.ofEpochSecond(row.recordedSeconds()).atOffset(TalliesColumns.WIB);
  }

  private static Reason reason(TalliesRow row) {
    String note =
        switch (row.reason()) {
          case WITHDRAWN -> "Sirekap no longer showed votes of this station";
          case RESTORED -> "Sirekap showed votes of this station again";
          case TRANSCRIPTION_CORRECTION -> "Sirekap showed other figures of this station";
          default -> null;
        };
    return note == null ? Reason.NEW : new Reason(row.reason(), note, List.of(), List.of(), null);
  }

  private static Electors electors(TalliesRow row, int first) {
    Electors electors =
        new Electors(figure(row, first), figure(row, first + 1), figure(row, first + 2));
    return electors.isEmpty() ? Electors.NONE : electors;
  }

  private static @Nullable Integer figure(TalliesRow row, int index) {
    int figure = row.figures()[index];
    return figure == TalliesRow.ABSENT ? null : Integer.valueOf(figure);
  }
}
