package id.pantau.sirekap;

import id.pantau.model.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the successive states of stations into revisions (domain.md §4).
 *
 * <p>A state is another revision where a figure changed. One that has the same figures and only
 * newer times is no correction and is left out; so is one without votes at a station that has none.
 * Votes that vanish are a withdrawal, votes that come back after one are restored.
 */
final class TalliesHistory {
  private final int choices;
  private final Map<String, TalliesRow> newest = new HashMap<>();

  TalliesHistory(int choices) {
    this.choices = choices;
  }

  /**
   * @param states in the order of the file, all as first forms
   * @return the rows that are a form, by when they were seen, then by their order in the file
   */
  List<TalliesRow> revisions(List<TalliesRow> states) {
    List<TalliesRow> ordered = new ArrayList<>(states);
    ordered.sort(Comparator.comparingLong(TalliesRow::atSeconds));
    List<TalliesRow> revisions = new ArrayList<>();
    for (TalliesRow state : ordered) {
      TalliesRow before = newest.get(state.station());
      Reason.Kind reason = reason(before, state);
      if (reason != null) {
        TalliesRow revision = state.as(before == null ? 1 : before.revision() + 1, reason);
        newest.put(state.station(), revision);
        revisions.add(revision);
      }
    }
    return revisions;
  }

  /** Why a state is the next revision; null where it is none. */
  private Reason.@Nullable Kind reason(@Nullable TalliesRow before, TalliesRow state) {
    boolean votes = state.hasVotes(choices);
    if (before == null) {
      return votes ? Reason.Kind.NEW : null;
    }
    boolean withdrawn = before.reason() == Reason.Kind.WITHDRAWN;
    if (!votes) {
      return withdrawn ? null : Reason.Kind.WITHDRAWN;
    }
    if (withdrawn) {
      return Reason.Kind.RESTORED;
    }
    return Arrays.equals(before.figures(), state.figures())
        ? null
        : Reason.Kind.TRANSCRIPTION_CORRECTION;
  }
}
