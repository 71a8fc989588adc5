package id.pantau.rules;

import id.pantau.model.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what a family of rules found. */
final class Found {
  private Found() {}

  /** The findings that are there, in order. */
  static List<Finding> in(@Nullable Finding... findings) {
    List<Finding> found = new ArrayList<>(0);
    for (Finding finding : findings) {
      if (finding != null) {
        found.add(finding);
      }
    }
    return found;
  }
}
