package id.pantau.platform;

import id.pantau.model.Act;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The public acts of an election, as far as this node has heard of them; safe on all threads. */
public interface Acts {
  /** Nobody ever did anything. */
  Acts NONE = new NoActs();

  /** An act, and when it ended; null while it is in force, or where it is of no place. */
  record Entry(Act act, @Nullable Instant ended) {}

  /** Everything that is known, oldest first. */
  List<Entry> all();

  /**
   * Calls back with the acts of places in force, oldest first: at once, then whenever others are,
   * on the context that follows the acts. Must not block.
   */
  void watchOpen(Consumer<List<Act>> onChange);

  /** Calls back with all acts of submitters: at once, then whenever one is new; as above. */
  void watchSubmitters(Consumer<List<Act>> onChange);

  /**
   * Does an act: it is synced to this node's file, in force on this node, and on its way to the
   * others. A crash after the sync leaves an act that is given to the others at the next start.
   *
   * @return fails with {@link Full} at the limit, and where the disk does; then nothing happened
   */
  Future<Void> append(Act act);

  /** There are as many acts as an election may have. */
  final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Full(int most) {
      super("there are " + most + " acts already", null, false, false);
    }
  }
}
