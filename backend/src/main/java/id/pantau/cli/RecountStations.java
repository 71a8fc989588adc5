package id.pantau.cli;

import id.pantau.model.Form;
import id.pantau.model.Verdict;
import id.pantau.model.Verdict.Outcome;
import java.util.HashMap;
import java.util.Map;

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
   * @param form the one that stands
   * @param codes the rules it fails
   */
  private record Standing(long rank, boolean byPerson, Outcome outcome, Form form, int codes) {}

  /** Takes what stands at a station that is counted or held. */
  @FunctionalInterface
  interface Each {
    void take(Key key, Outcome outcome, Form form, int codes);
  }

  /** Takes the next form; an older one, or the same revision again, changes nothing. */
  void take(Form form, Verdict verdict) {
    standing.merge(
        key(form),
        standing(form, verdict),
        (old, next) -> next.rank > old.rank ? newer(old, next) : old);
  }

  /** Takes the next form of a log, where the same revision again was put in the other's place. */
  void takeAgain(Form form, Verdict verdict) {
    standing.merge(
        key(form),
        standing(form, verdict),
        (old, next) -> next.rank >= old.rank ? newer(old, next) : old);
  }

  private static Key key(Form form) {
    return new Key(form.contest(), form.station());
  }

  private static Standing standing(Form form, Verdict verdict) {
    return new Standing(rank(form), form.byPerson(), verdict.outcome(), form, verdict.codeBits());
  }

  private static Standing newer(Standing old, Standing next) {
    boolean reread =
        old.byPerson && !next.byPerson && generation(old.rank) == generation(next.rank);
    if (!reread) {
      return next;
    }
    return old.outcome == Outcome.COUNTED
        ? new Standing(next.rank, true, Outcome.COUNTED, old.form, old.codes)
        : new Standing(next.rank, true, Outcome.HELD, next.form, next.codes);
  }

  /** Every station that is counted or held, with the form that stands there. */
  void forEach(Each each) {
    standing.forEach(
        (key, stands) -> {
          if (stands.outcome == Outcome.COUNTED || stands.outcome == Outcome.HELD) {
            each.take(key, stands.outcome, stands.form, stands.codes);
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
