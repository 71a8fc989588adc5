package id.pantau.board;

import id.pantau.election.ElectionReader;
import id.pantau.model.Election;
import java.util.Arrays;
import java.util.Locale;

/**
 * What telling followers costs the folding: CPU of this thread a form on the real forms, with and
 * without a follower, in interleaved pairs.
 */
final class ArrivalsBench {
  private static final int PAIRS = 9;

  private ArrivalsBench() {}

  public static void main(String[] args) {
    Election election = ElectionReader.packed("pemilu-2024");
    long[] told = {0};
    double[] ratios = new double[PAIRS];
    for (int pair = -1; pair < PAIRS; pair++) {
      RealFold without = RealFold.of(election, 200, false);
      RealFold with = RealFold.of(election, 200, false, batch -> told[0] += batch.forms().size());
      double alone = without.foldNanos() / 1e3 / without.forms();
      double followed = with.foldNanos() / 1e3 / with.forms();
      System.out.printf(Locale.ROOT, "%.3f %.3f microseconds a form%n", alone, followed);
      if (pair >= 0) {
        ratios[pair] = followed / alone;
      }
    }
    Arrays.sort(ratios);
    System.out.printf(Locale.ROOT, "ratios %s, %d told%n", Arrays.toString(ratios), told[0]);
  }
}
