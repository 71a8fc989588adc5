package id.pantau.webhooks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as the file keeps it. Instants are ISO-8601.
 *
 * @param topics {@code contest/area}
 * @param acts true where it is told of public acts too
 * @param by the operator who registered it
 */
record Hook(
    String id,
    String label,
    String url,
    List<String> topics,
    boolean acts,
    String created,
    String by,
    Secrets secrets,
    Standing standing) {
  Hook {
    topics = List.copyOf(topics);
  }

  /**
   * What signs.
   *
   * @param old signs too until {@code oldUntil}; null where there is none
   */
  record Secrets(String now, @Nullable String old, @Nullable String oldUntil) {
    static Secrets fresh() {
      return new Secrets(Secret.fresh(), null, null);
    }

    Secrets rotated(Instant until) {
      return new Secrets(Secret.fresh(), now, until.toString());
    }

    /** Those that sign at an instant, the newest first. */
    List<String> at(Instant when) {
      return old == null || oldUntil == null || !when.isBefore(Instant.parse(oldUntil))
          ? List.of(now)
          : List.of(now, old);
    }
  }

  /**
   * How it stands.
   *
   * @param proven true once a ping was answered
   * @param failingSince null while it does not fail
   * @param endedWhy {@code gone} or {@code failed}; null while it is not disabled
   */
  record Standing(
      boolean proven,
      boolean paused,
      @Nullable String failingSince,
      @Nullable String endedAt,
      @Nullable String endedWhy) {
    static final Standing NEW = new Standing(false, false, null, null, null);
    static final Standing GOOD = new Standing(true, false, null, null, null);

    /** True where messages may go out. */
    boolean isOpen() {
      return !paused && endedWhy == null;
    }

    Standing failing(Instant since) {
      return new Standing(proven, paused, since.toString(), null, null);
    }

    Standing ended(Instant at, String why) {
      return new Standing(proven, paused, failingSince, at.toString(), why);
    }

    Standing stopped() {
      return new Standing(proven, true, failingSince, endedAt, endedWhy);
    }

    /** What was given up begins anew, with a ping. */
    Standing resumed() {
      return proven && endedWhy == null ? GOOD : NEW;
    }
  }

  Hook with(Secrets other) {
    return new Hook(id, label, url, topics, acts, created, by, other, standing);
  }

  Hook with(Standing other) {
    return new Hook(id, label, url, topics, acts, created, by, secrets, other);
  }
}
