package id.pantau.board;

import id.pantau.platform.Arrivals.Arrival;
import id.pantau.platform.Arrivals.State;
import id.pantau.platform.FormContent;
import id.pantau.platform.LogEntry;
import id.pantau.platform.PackedForm;
import java.util.ArrayList;
import java.util.List;

/**
 * The forms of a province as they are folded, written down for followers until they are told. The
 * form itself is not unpacked: its key is known already, and of the rest only the method is read.
 */
final class ArrivalNotes {
  private static final State[] STATES = State.values();

  private List<Arrival> forms = new ArrayList<>();

  void add(
      LogEntry entry,
      LogEntry.Logged logged,
      byte[] content,
      FormContent.Key key,
      int contest,
      int slot,
      StationState now) {
    PackedForm.Envelope envelope = PackedForm.envelope(logged.packed());
    forms.add(
        new Arrival(
            contest,
            slot,
            logged.outcome() == LogEntry.HISTORY,
            STATES[now.ordinal()],
            logged.outcome() == LogEntry.BESIDE && now == StationState.COUNTED,
            key.generation(),
            key.revision(),
            envelope.codeBits(),
            FormContent.method(content),
            envelope.submitter(),
            envelope.receivedAtMillis(),
            entry.countedAtMillis(),
            entry.position()));
  }

  /** What was written down since the last time. */
  List<Arrival> take() {
    List<Arrival> taken = forms;
    forms = new ArrayList<>();
    return taken;
  }
}
