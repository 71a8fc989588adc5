package id.pantau.load.flood;

import id.pantau.model.Form;

/** Who wants to know what became of each form of a flood. Called by any of its threads. */
@FunctionalInterface
public interface Answers {
  /**
   * The node answered.
   *
   * @param status as in the answer: {@code counted}, {@code held}, …
   * @param again the form was sent more than once: a duplicate of itself says nothing of what
   *     became of the first
   */
  void answered(Form form, String status, boolean again);
}
