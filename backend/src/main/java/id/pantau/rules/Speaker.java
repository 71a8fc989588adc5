package id.pantau.rules;

import id.pantau.model.Method;
import id.pantau.model.Reason;
import java.util.List;
import java.util.Set;

/**
 * For whom a form speaks: what the submitter's key allows (R09).
 *
 * @param areas code prefixes of 2, 4, 6, 10 or 13 characters; {@code "0"} = everywhere
 * @param methods how its numbers may have come from the paper
 * @param reasons why its revisions may exist; whether a decision is among them is not read here
 * @param decides true only for the command stage: its forms may override rules
 */
public record Speaker(
    List<String> areas, Set<Method> methods, Set<Reason.Kind> reasons, boolean decides) {
  public Speaker {
    areas = List.copyOf(areas);
    methods = Set.copyOf(methods);
    reasons = Set.copyOf(reasons);
  }

  boolean speaksFor(String station) {
    return Places.within(station, areas);
  }

  boolean mayGive(Reason.Kind kind) {
    return kind == Reason.Kind.DECISION ? decides : reasons.contains(kind);
  }
}
