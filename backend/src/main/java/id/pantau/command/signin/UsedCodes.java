package id.pantau.command.signin;

import id.pantau.platform.OwnFile;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last step of each operator whose code opened: a code opens once, and the file behind it,
 * {@code used-codes.json} in the node's data directory, says so after a restart too. Only steps
 * that could still open are in it. Safe on all threads.
 */
final class UsedCodes {
  private static final Logger LOG = LoggerFactory.getLogger(UsedCodes.class);
  private static final String NAME = "used-codes.json";
  private static final int BYTES_MAX = 1 << 20;

  private final OwnFile file;
  private final InstantSource clock;
  private final Map<String, Long> steps = new ConcurrentHashMap<>();
  private long usedByAll = Totp.NONE;

  /**
   * Reads the file, blocking. Where it is broken nobody knows which codes were used: then all that
   * are good at this moment count as used, and the next one opens.
   */
  UsedCodes(Path directory, InstantSource clock) {
    this.file = new OwnFile(directory, NAME);
    this.clock = clock;
    try {
      JsonObject kept = new JsonObject(Buffer.buffer(file.read(BYTES_MAX)));
      for (String id : kept.fieldNames()) {
        steps.put(id, kept.getLong(id));
      }
    } catch (NoSuchFileException none) {
      LOG.debug("no code was used on this node");
    } catch (IOException | DecodeException | ClassCastException | NullPointerException broken) {
      usedByAll = Totp.step(clock.instant()) + Totp.SKEW_STEPS;
      LOG.error(
          "{} cannot be read, so codes of this minute do not open: {}", file, broken.toString());
    }
  }

  /** The last step that opened for somebody; {@link Totp#NONE} where none did. */
  long last(String id) {
    return Math.max(usedByAll, steps.getOrDefault(id, Totp.NONE));
  }

  /** From now on the code of that step does not open again on this node. */
  void use(String id, long step) {
    steps.merge(id, step, Math::max);
  }

  /** Writes what was used, synced, before anybody is let in; blocking, one thread at a time. */
  void keep() throws IOException {
    long oldest = Totp.step(clock.instant()) - Totp.SKEW_STEPS;
    steps.values().removeIf(step -> step < oldest);
    JsonObject kept = new JsonObject();
    steps.forEach(kept::put);
    file.locked(() -> file.write(kept.toBuffer().getBytes()));
  }
}
