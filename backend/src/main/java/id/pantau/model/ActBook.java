package id.pantau.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All acts that are known. What follows from them depends on which they are, never on the order or
 * the number of times they were heard. For one thread.
 */
public final class ActBook {
  /** Oldest first; acts of one instant by id, so that every node has one order. */
  public static final Comparator<Act> IN_ORDER =
      Comparator.comparing(Act::since).thenComparing(Act::id);

  private final Map<String, Act> byId = new HashMap<>();
  private final Map<String, Instant> ended = new HashMap<>();

  /**
   * Takes an act.
   *
   * @return true where it was not known
   */
  public boolean add(Act act) {
    if (byId.putIfAbsent(act.id(), act) != null) {
      return false;
    }
    if (act.kind() == Act.Kind.END) {
      ended.merge(act.subject(), act.since(), (a, b) -> a.isBefore(b) ? a : b);
    }
    return true;
  }

  public int size() {
    return byId.size();
  }

  public @Nullable Act get(String id) {
    return byId.get(id);
  }

  public Collection<Act> all() {
    return List.copyOf(byId.values());
  }

  /** When an act was ended by a person, or ran out; null while it is open. */
  public @Nullable Instant endedAt(Act act, Instant now) {
    Instant by = ended.get(act.id());
    Instant until = act.until();
    if (by != null && (until == null || by.isBefore(until))) {
      return by;
    }
    return until == null || until.isAfter(now) ? null : until;
  }

  /** The acts of places that are in force, oldest first. */
  public List<Act> open(Instant now) {
    List<Act> open = new ArrayList<>();
    for (Act act : byId.values()) {
      if (act.kind().ofPlace() && endedAt(act, now) == null) {
        open.add(act);
      }
    }
    open.sort(IN_ORDER);
    return List.copyOf(open);
  }
}
