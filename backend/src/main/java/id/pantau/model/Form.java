package id.pantau.model;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One result form as it was sent: C.HASIL of one contest at one station, in one revision.
 *
 * <p>Absent is not zero: every number that was not written is null. {@code votes} holds something
 * only when {@code section} is {@link Section#VOTES}, choice id → votes, as sent (rule R04 checks
 * it against the ballot). A form is identified by (contest, station, generation, revision).
 *
 * @param generation 0 until a decree opens the next (domain.md §4)
 * @param revision from 1; the higher replaces the lower, whole
 * @param recordedAt when the paper was recorded, by the submitter's clock
 */
public record Form(
    String contest,
    String station,
    int generation,
    int revision,
    Method method,
    @Nullable OffsetDateTime recordedAt,
    Section section,
    Map<String, Integer> votes,
    @Nullable Integer valid,
    @Nullable Integer invalid,
    @Nullable Integer total,
    Electors registered,
    Users users,
    Ballots ballots,
    List<Image> images,
    Reason reason) {

  /** The largest number the form may carry (R05). */
  public static final int NUMBER_MAX = 9_999_999;

  /** The highest revision of one generation (R06); 16 bits of the counting record. */
  public static final int REVISION_MAX = 65_535;

  /** The highest generation; 4 bits of the counting record. */
  public static final int GENERATION_MAX = 15;

  public Form {
    votes = Collections.unmodifiableMap(new LinkedHashMap<>(votes));
    images = List.copyOf(images);
  }

  /** What a form carries. */
  public enum Section {
    /** Votes for the choices, perhaps with the administrative section. */
    VOTES,
    /** Only the administrative section: kept and shown, not counted. */
    ADMINISTRATIVE,
    /** {@code "votes":null}: takes the station's numbers out again. */
    WITHDRAWAL
  }

  /** True where an operator decided, or a person agreed: no machine re-read replaces it. */
  public boolean byPerson() {
    return method.byPerson() || reason.kind() == Reason.Kind.DECISION;
  }

  /** Σ of domain.md §3: the sum over the votes of all choices. */
  public long sumOfVotes() {
    long sum = 0;
    for (int v : votes.values()) {
      sum += v;
    }
    return sum;
  }
}
