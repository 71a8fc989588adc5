package id.pantau.cli;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How forms are sent to a node.
 *
 * @param url the node's public port
 * @param key the submitter's; null sends none
 * @param pace when each form is due
 * @param batchForms forms of one request at most, 1…1,000
 * @param lanes requests at a time; the forms of one station stay in one lane
 * @param patience how long a node that cannot be reached is waited for
 * @param busyPatience how long a node that says 429 or 503 is waited for
 */
public record ReplayPlan(
    URI url,
    @Nullable String key,
    ReplayPace pace,
    int batchForms,
    int lanes,
    Duration patience,
    Duration busyPatience) {
  public static final int BATCH_FORMS_MAX = 1000;
  public static final int LANES_MAX = 64;

  /** A node that is busy for longer is not going to take the file. */
  public static final Duration BUSY_PATIENCE = Duration.ofMinutes(10);

  public ReplayPlan {
    if (batchForms < 1 || batchForms > BATCH_FORMS_MAX || lanes < 1 || lanes > LANES_MAX) {
      throw new IllegalArgumentException(
          "a batch has 1 to " + BATCH_FORMS_MAX + " forms, lanes are 1 to " + LANES_MAX);
    }
  }

  /** As fast as the node takes them, 500 forms a request, four at a time. */
  public static ReplayPlan to(URI url, @Nullable String key) {
    return new ReplayPlan(
        url, key, ReplayPace.unpaced(), 500, 4, Duration.ofMinutes(2), BUSY_PATIENCE);
  }

  public ReplayPlan withPace(ReplayPace other) {
    return new ReplayPlan(url, key, other, batchForms, lanes, patience, busyPatience);
  }
}
