package id.pantau.load.flood;

import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.model.Station;
import id.pantau.sirekap.Tallies;
import id.pantau.sirekap.TalliesReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.zip.GZIPInputStream;

/**
 * What is sent, in its order; each form is made when it is asked for.
 *
 * @param size forms there are
 * @param form the form of that place
 * @param real how many of them a station really wrote
 */
public record Forms(int size, IntFunction<Form> form, int real) {
  private static final long SEED = 2024;

  /** The real forms of a gzipped CSV of tallies, in the order in which they arrived. */
  public static Forms real(Contest contest, Path tallies) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(tallies))) {
      List<Tallies.Arrival> arrivals =
          TalliesReader.read(in, tallies.toString(), contest).arrivals();
      return new Forms(arrivals.size(), i -> arrivals.get(i).form(), arrivals.size());
    }
  }

  /** Made-up forms of every station of the election, in a random order that is always the same. */
  public static Forms madeUp(Election election, Contest contest, int revision) {
    return madeUp(election.areas(), contest, revision, new BitSet[0]);
  }

  /**
   * The real forms, and among them, evenly, made-up ones of all stations that have none: full size.
   */
  public static Forms full(Election election, Contest contest, Path tallies) throws IOException {
    Forms real = real(contest, tallies);
    AreaTree tree = election.areas();
    BitSet[] taken = new BitSet[tree.childCount(0)];
    for (int i = 0; i < taken.length; i++) {
      taken[i] = new BitSet();
    }
    for (int i = 0; i < real.size(); i++) {
      Station station = Objects.requireNonNull(tree.station(real.form().apply(i).station()));
      taken[station.province() - tree.firstChild(0)].set(station.slot());
    }
    Forms rest = madeUp(tree, contest, 1, taken);
    int size = real.size() + rest.size();
    return new Forms(
        size,
        i -> {
          int realBefore = realBefore(i, real.size(), size);
          return realBefore(i + 1, real.size(), size) > realBefore
              ? real.form().apply(realBefore)
              : rest.form().apply(i - realBefore);
        },
        real.size());
  }

  private static int realBefore(int place, int real, int size) {
    return (int) ((long) place * real / size);
  }

  private static Forms madeUp(AreaTree tree, Contest contest, int revision, BitSet[] taken) {
    List<Long> places = new ArrayList<>();
    int[] provinces = tree.provinces();
    for (int p = 0; p < provinces.length; p++) {
      for (int slot = 0; slot < tree.stations(provinces[p]); slot++) {
        if (taken.length == 0 || !taken[p].get(slot)) {
          places.add(((long) provinces[p] << 32) | slot);
        }
      }
    }
    Collections.shuffle(places, new Random(SEED));
    MadeUp made = new MadeUp(contest);
    return new Forms(
        places.size(),
        i -> {
          long place = places.get(i);
          return made.form(tree.stationAt((int) (place >>> 32), (int) place).code(), revision);
        },
        0);
  }

  /**
   * Several contests' forms by turns, as a station sends its papers one behind the other; the last
   * of a longer one come alone.
   */
  public static Forms byTurns(List<Forms> contests) {
    if (contests.size() == 1) {
      return contests.get(0);
    }
    int size = contests.stream().mapToInt(Forms::size).sum();
    int[] contestOf = new int[size];
    int[] placeOf = new int[size];
    int at = 0;
    for (int place = 0; at < size; place++) {
      for (int c = 0; c < contests.size(); c++) {
        if (place < contests.get(c).size()) {
          contestOf[at] = c;
          placeOf[at++] = place;
        }
      }
    }
    int real = contests.stream().mapToInt(Forms::real).sum();
    return new Forms(size, i -> contests.get(contestOf[i]).form().apply(placeOf[i]), real);
  }

  /** At most the first {@code n}. */
  public Forms first(int n) {
    int kept = Math.min(n, size);
    return new Forms(kept, form, kept == size ? real : (int) ((long) kept * real / size));
  }
}
