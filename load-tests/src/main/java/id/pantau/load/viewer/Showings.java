package id.pantau.load.viewer;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What follows from what was shown and what came, remembered: viewers in step get the same object,
 * not a merge each. One loop's; not shared.
 */
final class Showings {
  private static final int REMEMBERED = 4_096;

  private final Map<Step, Shown> steps =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Step, Shown> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Compared by identity: equal content in two objects is only work done twice. */
  private record Step(Object before, Object message) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Step step && step.before == before && step.message == message;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(before) * 31 + System.identityHashCode(message);
    }
  }

  Shown of(Message state) {
    return steps.computeIfAbsent(new Step(state, state), step -> Shown.of(state));
  }

  Shown of(Shown before, Message changed) {
    return steps.computeIfAbsent(new Step(before, changed), step -> before.with(changed));
  }
}
