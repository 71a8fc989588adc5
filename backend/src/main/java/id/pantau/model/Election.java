package id.pantau.model;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An election as its folder describes it.
 *
 * @param id the folder's name; first part of every Redis hash tag
 * @param names language → name
 * @param isTest true where the numbers must not be taken for a live election
 * @param notices language → the sentence that every page and body carries
 * @param banners language → a banner for the pages ("replay of February 2024"); may be empty
 * @param sources where the reference data came from, for every export
 * @param cadenceSeconds how often, at least, new numbers are promised while the count goes on;
 *     twice that without any and the numbers are announced as stale (domain.md §6)
 * @param hash SHA-256 over the folder's reference data, hex
 * @param referenceAt when areas and choices were published: the time of a file in KPU's format that
 *     no form has changed yet
 * @param votingDay the day on which people vote, or the first of several
 * @param arrival how an earlier count came in, hours rising; empty where the folder has none
 */
public record Election(
    String id,
    Map<String, String> names,
    boolean isTest,
    Map<String, String> notices,
    Map<String, String> banners,
    List<String> sources,
    int cadenceSeconds,
    Thresholds thresholds,
    List<Contest> contests,
    AreaTree areas,
    String hash,
    OffsetDateTime referenceAt,
    LocalDate votingDay,
    List<ArrivalPoint> arrival) {
  /** What is promised where an election's folder does not say. */
  public static final int CADENCE_SECONDS_USUAL = 60;

  /** Where an election's folder does not say when it was published. */
  public static final OffsetDateTime REFERENCE_AT_UNKNOWN =
      OffsetDateTime.parse("1970-01-01T07:00:00+07:00");

  public Election {
    names = Map.copyOf(names);
    notices = Map.copyOf(notices);
    banners = Map.copyOf(banners);
    sources = List.copyOf(sources);
    contests = List.copyOf(contests);
    arrival = List.copyOf(arrival);
  }

  /** One without an earlier count. */
  public Election(
      String id,
      Map<String, String> names,
      boolean isTest,
      Map<String, String> notices,
      Map<String, String> banners,
      List<String> sources,
      int cadenceSeconds,
      Thresholds thresholds,
      List<Contest> contests,
      AreaTree areas,
      String hash) {
    this(
        id,
        names,
        isTest,
        notices,
        banners,
        sources,
        cadenceSeconds,
        thresholds,
        contests,
        areas,
        hash,
        REFERENCE_AT_UNKNOWN,
        REFERENCE_AT_UNKNOWN.toLocalDate(),
        List.of());
  }

  /** The contest of that id, or null. */
  public @Nullable Contest contest(String contestId) {
    for (Contest c : contests) {
      if (c.id().equals(contestId)) {
        return c;
      }
    }
    return null;
  }

  /** Place of a contest in {@link #contests()}, or -1. */
  public int contestIndex(String contestId) {
    for (int i = 0; i < contests.size(); i++) {
      if (contests.get(i).id().equals(contestId)) {
        return i;
      }
    }
    return -1;
  }
}
