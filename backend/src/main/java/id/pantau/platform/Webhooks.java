package id.pantau.platform;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that this node tells of new results; docs/webhooks.md. Safe on all threads. What cannot
 * be done fails with {@link Unfit}. Never gives a secret it has given before.
 */
public interface Webhooks {
  /**
   * What an operator wants to register.
   *
   * @param url where to send; https, a public address
   * @param topics {@code contest/area}
   * @param acts true to be told of public acts too
   * @param by the operator's id
   */
  record Wish(String label, String url, List<String> topics, boolean acts, String by) {
    public Wish {
      topics = List.copyOf(topics);
    }
  }

  /** How a webhook stands. */
  enum State {
    /** No ping was answered yet: nothing else is sent. */
    WAITING,
    WORKING,
    FAILING,
    /** An operator stopped it. */
    PAUSED,
    /** The node gave it up, or its receiver wants nothing more. */
    DISABLED;

    /** The name on the wire, lower case. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What came of an attempt.
   *
   * @param type of the message, {@code id.pantau.ping} …
   * @param outcome {@code delivered}, {@code gone}, {@code status}, {@code timeout}, {@code
   *     address}, {@code tls} or {@code unreachable}
   * @param status of the answer; 0 where there was none
   */
  record Attempt(Instant at, String type, String outcome, int status, long millis) {}

  /**
   * A webhook.
   *
   * @param since when it began to fail, or was disabled; else null
   * @param nextTry when it is tried again; null where it need not wait
   * @param why {@code gone} or {@code failed} where it is disabled; else null
   * @param last null before the first attempt since the node's start
   * @param delivered messages since the node's start
   * @param pending topics and acts of which the receiver does not have the newest state
   * @param oldSecretUntil how long the secret before also signs; null where it does not
   */
  record Row(
      String id,
      String label,
      String url,
      List<String> topics,
      boolean acts,
      String created,
      String by,
      State state,
      @Nullable Instant since,
      @Nullable Instant nextTry,
      @Nullable String why,
      @Nullable Attempt last,
      long delivered,
      @Nullable Instant deliveredAt,
      int pending,
      @Nullable Instant oldSecretUntil) {
    public Row {
      topics = List.copyOf(topics);
    }
  }

  /**
   * A secret.
   *
   * @param secret {@code whsec_…}, to be shown once
   */
  record Fresh(String id, String secret) {}

  /** All webhooks of this node, oldest first. */
  Future<List<Row>> all();

  /** Looks whether a wish can be fulfilled, its address looked up; the same wish, tidied. */
  Future<Wish> checked(Wish wish);

  /** Registers a checked wish and sends a ping. A crash after it leaves the webhook registered. */
  Future<Fresh> add(Wish wish);

  /** Sends a ping now, whatever wait was due. */
  Future<Void> test(String id);

  /** Sends nothing more until it is resumed. */
  Future<Void> pause(String id);

  /** Sends again, one that was disabled too: that one must answer a ping first. */
  Future<Void> resume(String id);

  /** Makes another secret; the one before signs too for a while. */
  Future<Fresh> rotate(String id);

  /** Forgets it. */
  Future<Void> remove(String id);

  /** Something that cannot be done, as the operator is told. */
  final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    public Unfit(int status, String code, String detail) {
      super(detail, null, false, false);
      this.problem = new Problem(status, code, detail);
    }

    public Problem problem() {
      return problem;
    }
  }
}
