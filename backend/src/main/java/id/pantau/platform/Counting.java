package id.pantau.platform;

import id.pantau.model.Answer;
import id.pantau.model.Submission;
import io.vertx.core.Future;
import java.util.List;

/** The door from intake to count. May be called on any context; answers on the caller's. */
public interface Counting {
  /**
   * Counts forms that no rule refused; forms of one station keep their order.
   *
   * @return one answer a form, in order, when Redis and the journal have them; fails with {@link
   *     Busy} where nothing of what it names was acknowledged and the caller should come again
   */
  Future<List<Answer>> count(List<Submission> forms);

  /** The count cannot take forms now: queue full, Redis away, or disk full. 503, Retry-After. */
  final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int retryAfterSeconds;

    public Busy(String message, int retryAfterSeconds) {
      super(message, null, false, false);
      this.retryAfterSeconds = retryAfterSeconds;
    }

    public int retryAfterSeconds() {
      return retryAfterSeconds;
    }
  }
}
