package id.pantau.intake;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much is on its way through this node at a time: requests of each submitter, bytes of all
 * bodies. One for a node; safe on all threads.
 */
final class Admission {
  private final int requestsPerSubmitterMax;
  private final long bytesMax;
  private final AtomicLong bytes = new AtomicLong();
  private final Map<String, Integer> requests = new HashMap<>();
  private final Promise<Void> drained = Promise.promise();
  private boolean closed;

  Admission(int requestsPerSubmitterMax, long bytesMax) {
    this.requestsPerSubmitterMax = requestsPerSubmitterMax;
    this.bytesMax = bytesMax;
  }

  /**
   * Takes a request in.
   *
   * @throws Rejected where its submitter has too many already, or the node goes down
   */
  synchronized Ticket enter(String submitter) {
    if (closed) {
      throw Rejected.busy("the node goes down");
    }
    int now = requests.getOrDefault(submitter, 0);
    if (now >= requestsPerSubmitterMax) {
      throw Rejected.tooMany(requestsPerSubmitterMax);
    }
    requests.put(submitter, now + 1);
    return new Ticket(submitter);
  }

  /** Bytes that are held now. */
  long bytes() {
    return bytes.get();
  }

  /** Takes nothing in any more; completes when the last request was answered. */
  synchronized Future<Void> close() {
    closed = true;
    if (requests.isEmpty()) {
      drained.tryComplete();
    }
    return drained.future();
  }

  private synchronized void leave(String submitter) {
    requests.computeIfPresent(submitter, (id, n) -> n == 1 ? null : n - 1);
    if (closed && requests.isEmpty()) {
      drained.tryComplete();
    }
  }

  /** One request's share, given back once. Used by one request, one step at a time. */
  final class Ticket {
    private final String submitter;
    private long held;
    private boolean left;

    private Ticket(String submitter) {
      this.submitter = submitter;
    }

    /**
     * Holds so many bytes in all from now on.
     *
     * @throws Rejected where the node holds too many already; then this one holds what it held
     */
    void hold(long total) {
      long more = total - held;
      if (more > 0 && bytes.addAndGet(more) > bytesMax) {
        bytes.addAndGet(-more);
        throw Rejected.busy("the node reads as many bytes as it may");
      }
      if (more < 0) {
        bytes.addAndGet(more);
      }
      held = total;
    }

    void leave() {
      if (!left) {
        left = true;
        bytes.addAndGet(-held);
        Admission.this.leave(submitter);
      }
    }
  }
}
