package id.pantau.load.layout;

import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Station;
import id.pantau.sirekap.Tallies;
import id.pantau.sirekap.TalliesReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** The orders in which forms arrive. */
public final class Arrivals {
  private static final long SEED = 2024;
  private static final int VOTES_MAX = 200;

  private final AreaTree tree;

  public Arrivals(AreaTree tree) {
    this.tree = tree;
  }

  /** The real forms of a gzipped CSV of tallies, in the order in which they arrived. */
  public List<Arrival> real(Election election, Path tallies) throws IOException {
    Contest contest = election.contests().get(0);
    List<Arrival> all = new ArrayList<>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(tallies))) {
      for (Tallies.Arrival a : TalliesReader.read(in, tallies.toString(), contest).arrivals()) {
        Station station = Objects.requireNonNull(tree.station(a.form().station()));
        Integer[] votes = a.form().votes().values().toArray(Integer[]::new);
        all.add(arrival(station.province(), station.slot(), votes[0], votes[1], votes[2]));
      }
    }
    return all;
  }

  /**
   * Every station of the election once, in uniformly random order, always the same; votes are made
   * up.
   */
  public List<Arrival> random() {
    Random random = new Random(SEED);
    List<Arrival> all = new ArrayList<>(tree.stations(0));
    for (int province : tree.provinces()) {
      for (int slot = 0; slot < tree.stations(province); slot++) {
        int[] votes = random.ints(3, 0, VOTES_MAX).toArray();
        all.add(arrival(province, slot, votes[0], votes[1], votes[2]));
      }
    }
    Collections.shuffle(all, random);
    return all;
  }

  private Arrival arrival(int province, int slot, int vote1, int vote2, int vote3) {
    int village = tree.villageAt(province, slot);
    int kecamatan = tree.area(village).parent();
    return new Arrival(
        province,
        tree.area(kecamatan).parent(),
        kecamatan,
        village,
        slot,
        tree.slotBase(village),
        tree.stations(village),
        tree.stations(province),
        vote1,
        vote2,
        vote3);
  }
}
