package id.pantau.platform;

import id.pantau.model.Position;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the board offers operators and nobody else: the figures of a station that an office
 * withholds, and how each form passed. Never to be given to what listens on the public port. May be
 * called on any context; answers on the caller's, and fails as {@link Showing} does.
 */
public interface Inspection {
  /** A station as it is, whoever withholds it. */
  Future<Inspected> inspect(String station, String contest);

  /**
   * A station and its forms.
   *
   * @param body the public body of the station, with all figures; {@code withheld} says that the
   *     public does not see them
   * @param passages of the body's {@code revisions}, in their order
   */
  record Inspected(Body body, List<Passage> passages) {}

  /**
   * How a form passed.
   *
   * @param position the province's that holds it
   * @param origin the position that first held it, where it was given back from a journal after a
   *     loss of Redis; else null
   * @param node the name of the node that counted it, or gave it back; empty where the log does not
   *     say
   * @param announcedAtMillis when the tick ended with which this node first showed it; 0 = not
   *     known, or not yet
   * @param waiting true where that tick has not ended yet
   */
  record Passage(
      Position position,
      @Nullable Position origin,
      long receivedAtMillis,
      long countedAtMillis,
      String node,
      long announcedAtMillis,
      boolean waiting) {}
}
