package id.pantau.sirekap;

import id.pantau.model.Reason;

/**
 * A row of the tallies, packed: what a form is made of when it is asked for.
 *
 * @param atSeconds when it arrives, epoch seconds
 * @param recordedSeconds when the photographed paper arrived, epoch seconds; {@link #NO_TIME} where
 *     the row does not say
 * @param figures in the order of the columns after {@code ts}: votes, then {@link TalliesColumns}'
 *     others; {@link #ABSENT} for an empty cell
 */
record TalliesRow(
    String station,
    long atSeconds,
    long recordedSeconds,
    int[] figures,
    int revision,
    Reason.Kind reason) {
  static final int ABSENT = -1;
  static final long NO_TIME = Long.MIN_VALUE;

  /** True where every one of the first {@code choices} figures is there. */
  boolean hasVotes(int choices) {
    for (int i = 0; i < choices; i++) {
      if (figures[i] == ABSENT) {
        return false;
      }
    }
    return true;
  }

  TalliesRow as(int otherRevision, Reason.Kind otherReason) {
    return new TalliesRow(station, atSeconds, recordedSeconds, figures, otherRevision, otherReason);
  }
}
