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

  /** On the board's context. */
  LedgerProvince(Standing standing, int contest, int province) {
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
  }

  @Override
  public Position position() {
    return position;
  }

  @Override
  public Totals area(int area) {
    int from = places.local(area) * layout.width();
    long[] row = Arrays.copyOfRange(sums, from, from + layout.width());
    return totals(row, standing.expected(contest, area));
  }

  @Override
  public Totals station(Station station) {
    int stands = stations.standing(station.slot());
    byte @Nullable [] packed = stands == FormStore.NONE ? null : store.get(stands).packed();
    long[] row = StationRow.of(layout, stations.state(station.slot()), packed, election);
    return totals(row, standing.expected(contest, station.village()) == 0 ? 0 : 1);
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

  @Override
  public List<Ledger.Entry> forms(Station station) {
    int slot = station.slot();
    List<StationRevision> all =
        new ArrayList<>(StationRevision.newestFirst(store, stations.newest(slot), election));
    all.sort(OLDEST_FIRST);
    StationRevision current = StationRevision.standing(all, stations.standing(slot));
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
              StationRevision.status(each, current, stations.state(slot)),
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
