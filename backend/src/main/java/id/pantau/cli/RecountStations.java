package id.pantau.cli;

import id.pantau.model.Form;
import id.pantau.model.Verdict.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What stands at each station, in one map: forms in the order in which they were sent, the higher
 * (generation, revision) replacing the lower (form-lifecycle.md §2).
 */
final class RecountStations {
  private final Map<Key, Standing> standing = new HashMap<>();

  record Key(String contest, String station) {}

  /**
   * What a station shows.
   *
   * @param rank generation and revision of the newest form seen
   * @param byPerson a person has agreed with what stands
   * @param outcome never REFUSED
   * @param counted the form whose votes are in the totals; null unless COUNTED
   */
  private record Standing(long rank, boolean byPerson, Outcome outcome, @Nullable Form counted) {}

  /** Takes the next form; an older one, or the same revision again, changes nothing. */
  void take(Form form, Outcome outcome) {
    standing.merge(
        key(form),
        standing(form, outcome),
        (old, next) -> next.rank > old.rank ? newer(old, next) : old);
  }

  /** Takes the next form of a log, where the same revision again was put in the other's place. */
  void takeAgain(Form form, Outcome outcome) {
    standing.merge(
        key(form),
        standing(form, outcome),
        (old, next) -> next.rank >= old.rank ? newer(old, next) : old);
  }

  private static Key key(Form form) {
    return new Key(form.contest(), form.station());
  }

  private static Standing standing(Form form, Outcome outcome) {
    return new Standing(
        rank(form), form.byPerson(), outcome, outcome == Outcome.COUNTED ? form : null);
  }

  private static Standing newer(Standing old, Standing next) {
    boolean reread =
        old.byPerson && !next.byPerson && generation(old.rank) == generation(next.rank);
    if (!reread) {
      return next;
    }
    Outcome outcome = old.outcome == Outcome.COUNTED ? Outcome.COUNTED : Outcome.HELD;
    return new Standing(next.rank, true, outcome, old.counted);
  }

  /** Every station that is counted (with its form) or held (without). */
  void forEach(BiConsumer<Key, @Nullable Form> each) {
    standing.forEach(
        (key, stands) -> {
          if (stands.outcome == Outcome.COUNTED || stands.outcome == Outcome.HELD) {
            each.accept(key, stands.counted);
          }
        });
  }

  private static long rank(Form form) {
    return (long) form.generation() << 32 | form.revision();
  }

  private static long generation(long rank) {
    return rank >>> 32;
  }
}
