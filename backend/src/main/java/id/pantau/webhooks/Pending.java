package id.pantau.webhooks;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What one receiver is to be told under one key: at most one message, of the newest state. The
 * message keeps its id while it is tried again, and another state is another message.
 */
final class Pending {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_BYTES = 16;

  private final String key;
  private boolean waiting;
  private long place;
  private long restedAtMillis = Long.MIN_VALUE;
  private @Nullable String has;
  private @Nullable String tried;
  private String id = "";
  private Instant time = Instant.EPOCH;

  Pending(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  /** There may be something new; who waits already keeps its place. */
  void mark(long newPlace) {
    if (!waiting) {
      waiting = true;
      place = newPlace;
    }
  }

  boolean isWaiting() {
    return waiting;
  }

  boolean isDue(long nowMillis) {
    return waiting && nowMillis >= restedAtMillis;
  }

  /** The order in which they are told: who waits longest first. */
  long place() {
    return place;
  }

  /** Takes it out of the row: what changes from now on is marked again. */
  void take() {
    waiting = false;
  }

  /** True where the receiver has this state already. */
  boolean has(Draft draft) {
    return draft.digest().equals(has);
  }

  /** Makes a message of a state; the same message where it is the one that was tried last. */
  void prepare(Draft draft, Instant now) {
    if (!draft.digest().equals(tried)) {
      tried = draft.digest();
      time = now;
      byte[] random = new byte[ID_BYTES];
      RANDOM.nextBytes(random);
      id = "msg_" + HexFormat.of().formatHex(random);
    }
  }

  String id() {
    return id;
  }

  /** When the state was first to be told. */
  Instant time() {
    return time;
  }

  /** The receiver has it; the next message under this key waits. */
  void delivered(Draft draft, long nextAtMillis) {
    has = draft.digest();
    tried = null;
    restedAtMillis = nextAtMillis;
  }
}
