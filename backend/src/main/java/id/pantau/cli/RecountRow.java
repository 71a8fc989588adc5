package id.pantau.cli;

import java.util.Arrays;

/**
 * The recounted figures of one place.
 *
 * @param votes in ballot order
 * @param sent the same of every form that stands, held ones included
 */
record RecountRow(long[] votes, long[] sent, long counted, long held, long expected) {
  static RecountRow zero(int choices, long expected) {
    return new RecountRow(new long[choices], new long[choices], 0, 0, expected);
  }

  RecountRow plus(RecountRow other) {
    return new RecountRow(
        sum(votes, other.votes),
        sum(sent, other.sent),
        counted + other.counted,
        held + other.held,
        expected + other.expected);
  }

  private static long[] sum(long[] some, long[] others) {
    long[] sum = Arrays.copyOf(some, some.length);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += others[i];
    }
    return sum;
  }
}
