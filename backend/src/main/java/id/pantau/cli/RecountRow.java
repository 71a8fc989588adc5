package id.pantau.cli;

import java.util.Arrays;

/**
 * The recounted figures of one place.
 *
 * @param votes in ballot order
 */
record RecountRow(long[] votes, long counted, long held, long expected) {
  static RecountRow zero(int choices, long expected) {
    return new RecountRow(new long[choices], 0, 0, expected);
  }

  RecountRow plus(RecountRow other) {
    long[] sum = Arrays.copyOf(votes, votes.length);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.votes[i];
    }
    return new RecountRow(
        sum, counted + other.counted, held + other.held, expected + other.expected);
  }
}
