package id.pantau.intake;

import id.pantau.model.Answer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form and what became of it.
 *
 * @param answer null where it could not be read
 */
record Answered(Judged form, @Nullable Answer answer) {

  /**
   * Puts the count's answers beside the forms it was given, in the order of the request.
   *
   * @param counted one answer for each sound form, in order
   */
  static List<Answered> join(List<Judged> forms, List<Answer> counted) {
    Iterator<Answer> next = counted.iterator();
    List<Answered> all = new ArrayList<>(forms.size());
    for (Judged form : forms) {
      if (form instanceof Judged.Sound) {
        all.add(new Answered(form, next.next()));
      } else if (form instanceof Judged.Refused refused) {
        all.add(new Answered(form, Answer.refused(refused.findings())));
      } else {
        all.add(new Answered(form, null));
      }
    }
    if (next.hasNext()) {
      throw new IllegalStateException("the count answered more forms than it was given");
    }
    return all;
  }

  /** On the wire. */
  String status() {
    return outcome().wire();
  }

  Answer.Status outcome() {
    return answer == null ? Answer.Status.REFUSED : answer.status();
  }

  /** The station it names; null where it could not be read. */
  @Nullable String station() {
    if (form instanceof Judged.Sound sound) {
      return sound.submission().form().station();
    }
    return form instanceof Judged.Refused refused ? refused.form().station() : null;
  }
}
