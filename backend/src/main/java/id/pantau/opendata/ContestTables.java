package id.pantau.opendata;

import id.pantau.model.Act;
import id.pantau.model.Area;
import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Station;
import id.pantau.model.Totals;
import id.pantau.platform.Ledger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All tables of one contest while they are written: forms, arrivals, totals of each level.
 * Provinces come one after another in the order of their codes; the nation's totals are their sum.
 */
final class ContestTables implements AutoCloseable {
  private final Election election;
  private final AreaTree tree;
  private final int index;
  private final Ledger.Copy copy;
  private final Pace pace;
  private final Sinks<FormRow> forms;
  private final Sinks<FormRow> arrivals;
  private final Map<Level, Sinks<TotalsRow>> totals = new EnumMap<>(Level.class);
  private final List<Sinks<?>> open = new ArrayList<>();
  private final @Nullable LastSnapshot last;
  private @Nullable Totals nation;

  /**
   * @param index the contest's place in the election
   * @param last whose parts may be taken over; null where there is none
   */
  ContestTables(
      Election election,
      int index,
      Ledger.Copy copy,
      Pace pace,
      Path folder,
      @Nullable LastSnapshot last)
      throws IOException {
    this.election = election;
    this.tree = election.areas();
    this.index = index;
    this.copy = copy;
    this.pace = pace;
    this.last = last;
    Contest contest = election.contests().get(index);
    Map<String, String> said = Licence.words(election);
    boolean opened = false;
    try {
      boolean isTest = election.isTest();
      forms = opened(new Sinks<>(new FormsTable(contest, isTest), folder, said, pace));
      arrivals = opened(new Sinks<>(new ArrivalsTable(contest, isTest), folder, said, pace));
      for (Level level : Level.values()) {
        TotalsTable table = new TotalsTable(contest, level, isTest);
        totals.put(level, opened(new Sinks<>(table, folder, said, pace)));
      }
      opened = true;
    } finally {
      if (!opened) {
        close();
      }
    }
  }

  private <T> Sinks<T> opened(Sinks<T> sinks) {
    open.add(sinks);
    return sinks;
  }

  /**
   * Writes a province: its own row, and everything below it. Where the last snapshot has the same,
   * its bytes; the board is not even asked.
   *
   * @param area index of an area of level 1
   */
  LastSnapshot.Share province(int area) throws IOException, InterruptedException {
    LastSnapshot before = last;
    LastSnapshot.Share share = before == null ? null : before.same(index, area, copy.stamp(area));
    LastSnapshot.Share now = before == null || share == null ? anew(area) : again(before, share);
    Totals all = nation;
    nation = all == null ? now.totals() : all.plus(now.totals());
    return now;
  }

  private LastSnapshot.Share again(LastSnapshot before, LastSnapshot.Share share)
      throws IOException, InterruptedException {
    Map<String, Part> parts = new HashMap<>();
    for (Sinks<?> sinks : open) {
      pace.rest();
      sinks.again(before, share.parts(), parts);
    }
    return new LastSnapshot.Share(share.stamp(), share.position(), share.totals(), parts);
  }

  private LastSnapshot.Share anew(int area) throws IOException, InterruptedException {
    Ledger.Province province = SnapshotMaker.answer(copy.province(index, area));
    area(province, area);
    Map<String, Part> parts = new HashMap<>();
    for (Sinks<?> sinks : open) {
      sinks.part(parts);
    }
    return new LastSnapshot.Share(
        province.stamp(), province.position(), province.area(area), parts);
  }

  private void area(Ledger.Province province, int index) throws IOException, InterruptedException {
    Area area = tree.area(index);
    Totals own = province.area(index);
    if (own.expected() == 0) {
      return;
    }
    pace.rest();
    Act withheld = copy.withheld(this.index, index);
    row(Level.values()[area.level()], new TotalsRow(area.code(), area.name(), own, withheld));
    for (int k = 0; k < tree.childCount(index); k++) {
      area(province, tree.firstChild(index) + k);
    }
    if (area.level() == Level.VILLAGE.ordinal()) {
      int first = tree.slotBase(index);
      for (int slot = first; slot < first + tree.stations(index); slot++) {
        station(province, tree.stationAt(tree.province(index), slot));
      }
    }
  }

  private void station(Ledger.Province province, Station station)
      throws IOException, InterruptedException {
    pace.rest();
    Act withheld = copy.withheld(index, station);
    Ledger.AtStation there = province.station(station);
    String name = station.name();
    row(Level.STATION, new TotalsRow(station.code(), name, there.totals(), withheld));
    for (Ledger.Entry entry : there.forms()) {
      FormRow row = new FormRow(entry, withheld);
      forms.row(row);
      arrivals.row(row);
    }
  }

  private void row(Level level, TotalsRow row) throws IOException, InterruptedException {
    Sinks<TotalsRow> sinks = totals.get(level);
    if (sinks != null) {
      sinks.row(row);
    }
  }

  /** Writes the nation's row and ends the files. */
  void finish(Inventory into) throws IOException, InterruptedException {
    Totals all = nation;
    if (all != null) {
      Area area = tree.area(0);
      row(Level.NATION, new TotalsRow(area.code(), area.name(), all, copy.withheld(index, 0)));
    }
    forms.finish(into);
    arrivals.finish(into);
    for (Sinks<TotalsRow> each : totals.values()) {
      each.finish(into);
    }
  }

  /** The id of the contest. */
  String contest() {
    return election.contests().get(index).id();
  }

  @Override
  public void close() throws IOException {
    IOException first = null;
    for (Sinks<?> each : open) {
      try {
        each.close();
      } catch (IOException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
