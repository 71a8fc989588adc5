package id.pantau.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one form.
 *
 * @param findings the rules it failed
 * @param position the province's position that holds it; null where nothing was written
 * @param currentRevision the station's newest revision, on stale and conflict
 * @param currentHash the newest revision's content hash (16 hex digits), on stale and conflict
 */
public record Answer(
    Status status,
    List<Finding> findings,
    @Nullable Position position,
    @Nullable Integer currentRevision,
    @Nullable String currentHash) {
  public Answer {
    findings = List.copyOf(findings);
  }

  /** The status on the wire, lower case. */
  public enum Status {
    COUNTED,
    STORED,
    HELD,
    DUPLICATE,
    STALE,
    CONFLICT,
    REFUSED;

    public String wire() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A form that no rule let through. */
  public static Answer refused(List<Finding> findings) {
    return new Answer(Status.REFUSED, findings, null, null, null);
  }
}
