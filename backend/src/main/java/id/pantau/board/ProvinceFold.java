package id.pantau.board;

import id.pantau.model.Election;
import id.pantau.model.Position;
import id.pantau.platform.Arrivals.Arrival;
import id.pantau.platform.FormContent;
import id.pantau.platform.LogEntry;
import id.pantau.platform.PackedForm;
import id.pantau.platform.PackedNumbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One province, folded from its log: forms, states, sums of every area in it. The same log always
 * gives the same fold.
 *
 * <p>Where Redis lost entries that are in here, it gives them again in another order: the fold is
 * <i>merged</i> from then on, forms that it has change nothing, and nobody sees a number fall. What
 * stands in the end may differ from Redis in what only Redis knows, so a merged fold is read anew
 * when all is quiet.
 */
final class ProvinceFold {
  private static final Logger LOG = LoggerFactory.getLogger(ProvinceFold.class);

  private static final int[] NO_VOTES = {};

  private final Election election;
  private final int province;
  private final FormStore store = new FormStore();
  private final List<EntryMark> entries = new ArrayList<>();
  private final ContestStations[] stations;
  private final Corrections[] corrections;
  private final PackedNumbers form;
  private final ProvinceSums sums;
  private final Timeline[] timelines;
  private final TickTimes ticks = new TickTimes();
  private long reachedMillis;
  private Position position = Position.START;
  private boolean agrees = true;
  private boolean incomplete;
  private boolean merged;
  private long refilled;
  private @Nullable ArrivalNotes notes;

  ProvinceFold(Election election, int province) {
    this.election = election;
    this.province = province;
    this.form = new PackedNumbers(election);
    this.sums = new ProvinceSums(election, province);
    stations = new ContestStations[election.contests().size()];
    corrections = new Corrections[stations.length];
    timelines = new Timeline[stations.length];
    for (int c = 0; c < stations.length; c++) {
      corrections[c] = new Corrections();
      timelines[c] = new Timeline(election.contests().get(c).choices().size());
      stations[c] = new ContestStations(election.areas().stations(province));
    }
  }

  /** A log is read from its beginning: until {@link #readToEnd} the fold is not asked for sums. */
  void readFromBeginning() {
    sums.leaveOutAbove();
  }

  /** All sums are right again. */
  void readToEnd() {
    sums.addUp();
  }

  /** From now on every form that is folded is written down, until {@link #noted} takes it. */
  void note() {
    notes = new ArrivalNotes();
  }

  /** The forms that were folded since the last time; none where nobody asked to note them. */
  List<Arrival> noted() {
    return notes == null ? List.of() : notes.take();
  }

  /** Index of the province's area. */
  int province() {
    return province;
  }

  Position position() {
    return position;
  }

  /** True while nothing is missing and the sums equal those that Redis stored last. */
  boolean agrees() {
    return agrees && !incomplete;
  }

  /** True from the first entry on that came after entries which Redis has lost. */
  boolean isMerged() {
    return merged;
  }

  /** How many entries with refilled forms came since it is merged. */
  long refilled() {
    return refilled;
  }

  FormStore store() {
    return store;
  }

  /** The folded entries, oldest first. */
  List<EntryMark> entries() {
    return entries;
  }

  /** The entry at a position; null where there is none. */
  @Nullable EntryMark entryAt(Position at) {
    int index = indexOf(at);
    return index < 0 ? null : entries.get(index);
  }

  /** When the tick ended that first showed the entry at a position; 0 = not known, or not yet. */
  long announcedMillis(Position at) {
    int index = indexOf(at);
    return index < 0 ? 0 : ticks.at(index);
  }

  /** True where the entry at a position waits for the end of this tick. */
  boolean isWaiting(Position at) {
    return indexOf(at) >= ticks.covered();
  }

  /**
   * The tick has ended: what was folded in it is out.
   *
   * @param atMillis 0 = nobody knows when, for it was read and not followed
   */
  void announced(long atMillis) {
    ticks.cover(entries.size(), atMillis);
  }

  /** Takes over when its entries went out from the fold in whose place it comes. */
  void announcedLike(ProvinceFold before) {
    for (EntryMark mark : entries) {
      ticks.cover(ticks.covered() + 1, before.announcedMillis(mark.position()));
    }
  }

  private int indexOf(Position at) {
    int low = 0;
    int high = entries.size() - 1;
    while (low <= high) {
      int mid = (low + high) >>> 1;
      int order = entries.get(mid).position().compareTo(at);
      if (order == 0) {
        return mid;
      }
      if (order < 0) {
        low = mid + 1;
      } else {
        high = mid - 1;
      }
    }
    return -1;
  }

  /** What moved, form by form. */
  Timeline timeline(int contest) {
    return timelines[contest];
  }

  /** The position after the last entry that was counted at or before an instant. */
  Position positionAt(long millis) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (entries.get(mid).reachedMillis() <= millis) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low == 0 ? Position.START : entries.get(low - 1).position();
  }

  ContestStations stations(int contest) {
    return stations[contest];
  }

  /** The forms that took votes away, oldest first. */
  Corrections corrections(int contest) {
    return corrections[contest];
  }

  ProvinceSums sums() {
    return sums;
  }

  /** Folds an entry in; one that cannot be read leaves the fold incomplete. */
  void apply(LogEntry entry, long tick) {
    boolean follows = entry.position().revision() == position.revision() + 1;
    if (entry.position().epoch() == position.epoch()) {
      incomplete |= !follows;
    } else {
      merged |= !follows;
    }
    position = entry.position();
    try {
      fold(entry, tick);
    } catch (RuntimeException e) {
      if (!incomplete) {
        LOG.error("{}: the entry at {} cannot be read: {}", code(), position, e.toString());
      }
      incomplete = true;
    }
  }

  private String code() {
    return election.areas().area(province).code();
  }

  private void fold(LogEntry entry, long tick) {
    int[] offsets = new int[entry.forms().size()];
    int folded = 0;
    int contest = -1;
    boolean again = false;
    reachedMillis = Math.max(reachedMillis, entry.countedAtMillis());
    for (LogEntry.Logged logged : entry.forms()) {
      form.read(logged.packed());
      contest = form.contest();
      again |= merged && form.isRefilled();
      if (!isRepeated(contest, form.slot(), logged)) {
        offsets[folded++] = fold(entry, logged, tick);
        if (notes != null) {
          notes.add(entry, logged, form, stations[contest].state(form.slot()));
        }
      }
    }
    refilled += again ? 1 : 0;
    agrees = Arrays.equals(sums.province(contest), storedSums(entry));
    entries.add(
        new EntryMark(
            position,
            entry.countedAtMillis(),
            reachedMillis,
            entry.node(),
            contest,
            Arrays.copyOf(offsets, folded)));
  }

  /**
   * True where the form is already here and its coming again says nothing: history twice, or
   * anything while Redis gets back what it lost. Else a form that comes again stands again.
   */
  private boolean isRepeated(int contest, int slot, LogEntry.Logged logged) {
    return (merged || logged.outcome() == LogEntry.HISTORY)
        && holds(contest, slot, logged.packed());
  }

  /** True where a form of that content is already in the station's chain. */
  private boolean holds(int contest, int slot, byte[] packed) {
    byte[] content = PackedForm.content(packed);
    int offset = stations[contest].newest(slot);
    while (offset != FormStore.NONE) {
      FormStore.Stored there = store.get(offset);
      if (Arrays.equals(PackedForm.content(there.packed()), content)) {
        return true;
      }
      offset = there.previous();
    }
    return false;
  }

  /** Folds the form that was just read. */
  private int fold(LogEntry entry, LogEntry.Logged logged, long tick) {
    int contest = form.contest();
    int slot = form.slot();
    ContestStations all = stations[contest];
    StationState before = all.state(slot);
    int stood = all.standing(slot);
    int offset =
        store.add(
            all.newest(slot),
            before == StationState.COUNTED ? stood : FormStore.NONE,
            entry.position(),
            entry.countedAtMillis(),
            logged.outcome(),
            logged.packed());
    all.arrived(slot, offset);
    StationState now = after(before, logged.outcome());
    boolean keeps =
        logged.outcome() == LogEntry.HISTORY
            || (logged.outcome() == LogEntry.BESIDE && before == StationState.COUNTED);
    int was = keeps ? Timeline.NOTHING : shown(before);
    int is = keeps ? Timeline.NOTHING : shown(now);
    int[] wasVotes = votes(contest, was, packed(stood));
    int[] isVotes = is == Timeline.NOTHING ? NO_VOTES : form.votes();
    if (!keeps) {
      long[] taken = stood == FormStore.NONE ? null : sums.row(contest, before, packed(stood));
      long[] given = sums.row(contest, now, form);
      sums.move(contest, form.village(), taken, given);
      all.stands(slot, offset, now);
      if (before == StationState.COUNTED
          && (now != before || (taken != null && lowers(contest, taken, given)))) {
        corrections[contest].add(offset, slot);
      }
    }
    timelines[contest].add(
        reachedMillis, entry.countedAtMillis(), slot, was, wasVotes, is, isVotes);
    sums.touch(contest, form.village(), entry.countedAtMillis(), tick);
    return offset;
  }

  private static int shown(StationState state) {
    return switch (state) {
      case COUNTED -> Timeline.COUNTED;
      case HELD -> Timeline.HELD;
      default -> Timeline.NOTHING;
    };
  }

  private int[] votes(int contest, int shown, byte @Nullable [] packed) {
    int choices = election.contests().get(contest).choices().size();
    return shown == Timeline.NOTHING || packed == null
        ? NO_VOTES
        : FormContent.votes(PackedForm.content(packed), choices);
  }

  /** True where any choice has fewer votes than before. */
  private boolean lowers(int contest, long[] taken, long[] given) {
    for (int c = 0; c < election.contests().get(contest).choices().size(); c++) {
      if (given[c] < taken[c]) {
        return true;
      }
    }
    return false;
  }

  private static StationState after(StationState before, int outcome) {
    return switch (outcome) {
      case LogEntry.HISTORY -> before;
      case LogEntry.BESIDE ->
          before == StationState.COUNTED ? StationState.COUNTED : StationState.HELD;
      default -> StationState.of((byte) outcome);
    };
  }

  private byte @Nullable [] packed(int offset) {
    return offset == FormStore.NONE ? null : store.get(offset).packed();
  }

  /** Votes of five bytes, counted and held of four, as {@code count.lua} packs them. */
  private static long[] storedSums(LogEntry entry) {
    byte[] raw = entry.sums();
    int choices = Math.max(0, (raw.length - 8) / 5);
    long[] values = new long[choices + 2];
    int at = 0;
    for (int i = 0; i < values.length && at < raw.length; i++) {
      for (int end = at + (i < choices ? 5 : 4); at < end; at++) {
        values[i] = values[i] << 8 | (raw[at] & 0xff);
      }
    }
    return values;
  }
}
