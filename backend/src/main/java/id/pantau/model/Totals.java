package id.pantau.model;

/**
 * The totals of a place in one contest: {@code docs/wire-protocol.md} §2 says what each is.
 *
 * @param votes in ballot order, of counted stations
 * @param asSent in ballot order, of the forms that stand, held ones included
 */
public record Totals(
    long[] votes,
    long[] asSent,
    Figure valid,
    Figure invalid,
    Figure registered,
    Figure users,
    Turnout turnout,
    long counted,
    long held,
    long expected) {

  /** A sum, and over how many stations it goes. */
  public record Figure(long value, long stations) {
    Figure plus(Figure other) {
      return new Figure(value + other.value, stations + other.stations);
    }
  }

  /** Users and registered voters of the stations that have both. */
  public record Turnout(long users, long registered, long stations) {
    Turnout plus(Turnout other) {
      return new Turnout(
          users + other.users, registered + other.registered, stations + other.stations);
    }
  }

  /** The totals of two places that have nothing in common. */
  public Totals plus(Totals other) {
    return new Totals(
        sum(votes, other.votes),
        sum(asSent, other.asSent),
        valid.plus(other.valid),
        invalid.plus(other.invalid),
        registered.plus(other.registered),
        users.plus(other.users),
        turnout.plus(other.turnout),
        counted + other.counted,
        held + other.held,
        expected + other.expected);
  }

  /** {@code waiting}, {@code counting} or {@code finished}. */
  public String status() {
    if (counted == 0 && held == 0) {
      return "waiting";
    }
    return counted == expected ? "finished" : "counting";
  }

  private static long[] sum(long[] some, long[] others) {
    long[] sum = some.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += others[i];
    }
    return sum;
  }
}
