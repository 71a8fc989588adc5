package id.pantau.board;

import id.pantau.platform.Arrivals.Arrival;
import id.pantau.platform.Arrivals.State;
import id.pantau.platform.LogEntry;
import id.pantau.platform.PackedNumbers;
import java.util.ArrayList;
import java.util.List;

/**
 * The forms of a province as they are folded, written down for followers until they are told. The
 * form itself is not unpacked: what is noted of it was read to fold it.
 */
final class ArrivalNotes {
  private static final State[] STATES = State.values();

  private List<Arrival> forms = new ArrayList<>();

  /** Writes down the form that was just read. */
  void add(LogEntry entry, LogEntry.Logged logged, PackedNumbers form, StationState now) {
    forms.add(
        new Arrival(
            form.contest(),
            form.slot(),
            logged.outcome() == LogEntry.HISTORY,
            STATES[now.ordinal()],
            logged.outcome() == LogEntry.BESIDE && now == StationState.COUNTED,
            form.generation(),
            form.revision(),
            form.codeBits(),
            form.method(),
            form.submitter(),
            form.receivedAtMillis(),
            entry.countedAtMillis(),
            entry.position()));
  }

  /** What was written down since the last time. */
  List<Arrival> take() {
    List<Arrival> taken = forms;
    // As many come again, most likely.
    forms = new ArrayList<>(taken.size());
    return taken;
  }
}
