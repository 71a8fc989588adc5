package id.pantau.rules;

import id.pantau.model.Election;
import id.pantau.model.Finding;
import id.pantau.model.Form;
import id.pantau.model.Verdict;
import id.pantau.model.Verdict.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the rules over one form and says how it ends. Two questions are kept apart: whether the
 * transcription equals the paper may hold a form, whether the paper adds up never does.
 *
 * <p>Stateless but for the election: one judge serves all threads.
 */
public final class Judge {
  private final Election election;

  public Judge(Election election) {
    this.election = election;
  }

  /**
   * Judges a form.
   *
   * <ul>
   *   <li>any R failed: REFUSED with every R it fails and nothing else, for no rule of the paper
   *       means anything in a form that is not of this election;
   *   <li>no votes in it (withdrawal, administrative section alone): STORED, its A failures flags;
   *   <li>a T failed and nobody has agreed with the machine, or far above the capacity whoever has:
   *       HELD;
   *   <li>else COUNTED, every failure a flag.
   * </ul>
   *
   * @param speaker what the submitter's key allows; a failure is R09 and nothing else is
   * @param images where images were seen before
   */
  public Verdict judge(Form form, Speaker speaker, Sightings images) {
    List<Finding> refusals = Refusals.of(form, election, speaker);
    if (!refusals.isEmpty()) {
      return new Verdict(Outcome.REFUSED, refusals);
    }
    if (form.section() != Form.Section.VOTES) {
      return new Verdict(Outcome.STORED, Arithmetic.of(form, election.thresholds()));
    }
    List<Finding> found = new ArrayList<>(Transcription.of(form, election, images));
    boolean held =
        (!found.isEmpty() && !form.byPerson())
            || Transcription.isFarAboveCapacity(form, election.thresholds());
    found.addAll(Arithmetic.of(form, election.thresholds()));
    found.addAll(Plausibility.of(form, election.thresholds()));
    return new Verdict(held ? Outcome.HELD : Outcome.COUNTED, found);
  }
}
