package id.pantau.board;

import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.model.Position;
import id.pantau.model.Station;
import id.pantau.model.Totals;
import id.pantau.model.Verdict;
import id.pantau.platform.Ledger;
import id.pantau.platform.LogEntry;
import id.pantau.platform.PackedForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One contest of a province, cut off from the fold: nothing in it moves any more. */
final class LedgerProvince implements Ledger.Province {
  /** Of two contents of one revision the one that stood comes last (decision 0004). */
  private static final Comparator<StationRevision> OLDEST_FIRST =
      Comparator.comparingInt((StationRevision r) -> r.form().generation())
          .thenComparingInt(r -> r.form().revision())
          .thenComparing(r -> r.stored().outcome() != LogEntry.HISTORY)
          .thenComparing(r -> r.stored().position());

  private final Standing standing;
  private final Election election;
  private final int contest;
  private final Layout layout;
  private final Position position;
  private final FormStore store;
  private final ContestStations stations;
  private final ProvinceSums places;
  private final long[] sums;
  private final String stamp;
  private final Ledger.AtStation waiting;
  private final Ledger.AtStation notAsked;

  /**
   * On the board's context.
   *
   * @param stamp of now
   */
  LedgerProvince(Standing standing, int contest, int province, String stamp) {
    ProvinceFold fold = standing.fold(province);
    this.standing = standing;
    this.election = standing.election();
    this.contest = contest;
    this.layout = standing.layout(contest);
    this.position = fold.position();
    this.store = fold.store().frozen();
    this.stations = fold.stations(contest).copy();
    this.places = fold.sums();
    this.sums = places.copy(contest);
    this.stamp = stamp;
    long[] zeros = new long[layout.width()];
    this.waiting = new Ledger.AtStation(totals(zeros, 1), List.of());
    this.notAsked = new Ledger.AtStation(totals(zeros, 0), List.of());
  }

  @Override
  public Position position() {
    return position;
  }

  @Override
  public String stamp() {
    return stamp;
  }

  @Override
  public Totals area(int area) {
    int from = places.local(area) * layout.width();
    long[] row = Arrays.copyOfRange(sums, from, from + layout.width());
    return totals(row, standing.expected(contest, area));
  }

  @Override
  public Ledger.AtStation station(Station station) {
    int slot = station.slot();
    boolean asked = standing.expected(contest, station.village()) > 0;
    int newest = stations.newest(slot);
    int stands = stations.standing(slot);
    if (newest == FormStore.NONE && stands == FormStore.NONE) {
      return asked ? waiting : notAsked;
    }
    List<StationRevision> all =
        new ArrayList<>(StationRevision.newestFirst(store, newest, election));
    all.sort(OLDEST_FIRST);
    StationRevision current = StationRevision.standing(all, stands);
    StationState state = stations.state(slot);
    long[] row =
        current != null
            ? StationRow.of(layout, state, current.form(), current.stored().packed())
            : StationRow.of(
                layout,
                state,
                stands == FormStore.NONE ? null : store.get(stands).packed(),
                election);
    return new Ledger.AtStation(totals(row, asked ? 1 : 0), entries(all, current, state));
  }

  private Totals totals(long[] row, int expected) {
    return new Totals(
        Arrays.copyOf(row, layout.choices()),
        Arrays.copyOfRange(row, layout.sent(), layout.sent() + layout.choices()),
        new Totals.Figure(row[layout.valid()], row[layout.validStations()]),
        new Totals.Figure(row[layout.invalid()], row[layout.invalidStations()]),
        new Totals.Figure(row[layout.registered()], row[layout.registeredStations()]),
        new Totals.Figure(row[layout.users()], row[layout.usersStations()]),
        new Totals.Turnout(
            row[layout.turnoutUsers()],
            row[layout.turnoutRegistered()],
            row[layout.turnoutStations()]),
        row[layout.counted()],
        row[layout.held()],
        expected);
  }

  private static List<Ledger.Entry> entries(
      List<StationRevision> all, @Nullable StationRevision current, StationState state) {
    List<Ledger.Entry> entries = new ArrayList<>(all.size());
    int agreed = -1;
    for (StationRevision each : all) {
      Form form = each.form();
      PackedForm.Envelope envelope = PackedForm.envelope(each.stored().packed());
      boolean beside = !form.byPerson() && agreed == form.generation();
      agreed = form.byPerson() ? form.generation() : agreed;
      Position origin = envelope.origin();
      entries.add(
          new Ledger.Entry(
              form,
              envelope,
              origin == null ? each.stored().position() : origin,
              HexFormat.of().formatHex(each.hash()),
              StationRevision.status(each, current, state),
              beside ? "held" : was(form, envelope)));
    }
    return entries;
  }

  private static String was(Form form, PackedForm.Envelope envelope) {
    if (form.section() == Form.Section.WITHDRAWAL) {
      return "withdrawn";
    }
    return switch (Verdict.Outcome.values()[envelope.verdict()]) {
      case COUNTED -> "counted";
      case HELD -> "held";
      default -> "stored";
    };
  }
}
