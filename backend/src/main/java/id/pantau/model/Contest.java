package id.pantau.model;

import java.util.List;
import java.util.Map;

/**
 * What is voted on. Its scope is data, never inferred from a parent area.
 *
 * @param scope the area codes whose stations take a form; {@code ["0"]} = everywhere
 * @param names language → name
 * @param choices in ballot order
 */
public record Contest(
    String id, Map<String, String> names, List<String> scope, List<Choice> choices) {
  public Contest {
    names = Map.copyOf(names);
    scope = List.copyOf(scope);
    choices = List.copyOf(choices);
  }

  /** Ballot index of a choice id, or -1. */
  public int indexOf(String choiceId) {
    for (int i = 0; i < choices.size(); i++) {
      if (choices.get(i).id().equals(choiceId)) {
        return i;
      }
    }
    return -1;
  }
}
