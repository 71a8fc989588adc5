package id.pantau.opendata;

import id.pantau.model.Act;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The acts that withhold, as far as they were told of. Safe on all threads. */
final class Withholding {
  private final AtomicReference<@Nullable Set<String>> known = new AtomicReference<>();

  /**
   * True where one withholds that did not before. What is told first was in force before the first
   * snapshot, which has it.
   *
   * @param open all acts in force, of whatever kind
   */
  boolean grew(List<Act> open) {
    Set<String> now =
        open.stream()
            .filter(act -> act.kind() == Act.Kind.WITHHOLD)
            .map(Act::id)
            .collect(Collectors.toSet());
    Set<String> before = known.getAndSet(now);
    return before != null && !before.containsAll(now);
  }
}
