package id.pantau.load.layout;

import id.pantau.load.redis.BenchRedis;
import id.pantau.model.AreaTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All runs of a comparison, repetitions interleaved so that a noisy minute hits every layout alike.
 */
public final class Bench {
  private final AreaTree tree;
  private final String redisBinary;
  private final List<Layout> layouts;
  private final Table table = new Table();

  public Bench(AreaTree tree, String redisBinary, List<Layout> layouts) {
    this.tree = tree;
    this.redisBinary = redisBinary;
    this.layouts = layouts;
  }

  public Table table() {
    return table;
  }

  /** Memory of the records alone, all stations written, log and totals left out. */
  public void memory(List<Arrival> everyStation) throws IOException, InterruptedException {
    for (Layout layout : layouts) {
      try (BenchRedis redis = redis("no")) {
        double bytes = new BenchRun(tree, layout, 256, false).recordBytes(redis, everyStation);
        table.addRecordBytes(layout.name(), bytes);
        System.err.printf("memory %s: %.1f bytes a station%n", layout.name(), bytes);
      }
    }
  }

  /** Every layout with every batch size and order under one fsync policy, {@code repeats} times. */
  public void speed(
      String fsync, Map<String, List<Arrival>> orders, List<Integer> batches, int repeats)
      throws IOException, InterruptedException {
    for (int repeat = 0; repeat < repeats; repeat++) {
      for (Map.Entry<String, List<Arrival>> order : orders.entrySet()) {
        for (int batchForms : batches) {
          round(fsync, order.getKey(), order.getValue(), batchForms, repeat);
        }
      }
    }
  }

  /**
   * Each layout once on one fresh Redis, the first of them another one each time, after a run that
   * warms up.
   */
  private void round(String fsync, String order, List<Arrival> arrivals, int batchForms, int repeat)
      throws IOException, InterruptedException {
    try (BenchRedis redis = redis(fsync)) {
      for (int i = -1; i < layouts.size(); i++) {
        Layout layout = layouts.get((Math.max(i, 0) + repeat) % layouts.size());
        BenchRun.Result result = new BenchRun(tree, layout, batchForms, true).run(redis, arrivals);
        if (i >= 0) {
          table.add(new Table.Row(layout.name(), order, fsync, batchForms), result);
          System.err.printf(
              "%d %s %s B=%d %s: %.2f µs%n",
              repeat + 1, fsync, order, batchForms, layout.name(), result.cpuMicros());
        }
      }
    }
  }

  private BenchRedis redis(String fsync) throws IOException, InterruptedException {
    BenchRedis redis = new BenchRedis(redisBinary, fsync);
    try (InputStream lua = Objects.requireNonNull(Bench.class.getResourceAsStream("layout.lua"))) {
      redis.load(lua.readAllBytes());
    }
    return redis;
  }
}
