package id.pantau.load.fanout;

import id.pantau.load.Measured;
import id.pantau.load.Ratios;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * All servers, started once, and their turns: each has one with every load. The first turn is what
 * the others are compared with.
 */
public final class Rounds implements AutoCloseable {
  private static final double MEGA = 1e6;
  private static final double P99 = 99;
  private static final double P50 = 50;

  private final List<Served> servers = new ArrayList<>();
  private final List<Turn> turns = new ArrayList<>();
  private final Map<Turn, List<Visit>> visits = new HashMap<>();

  private record Turn(Served served, Load load) {
    String called(boolean ofManySizes) {
      int topics = load.topics();
      String viewers = ofManySizes ? ", " + load.viewers() + " viewers" : "";
      return served.peer().called() + viewers + (topics == 1 ? "" : ", " + topics + " topics");
    }
  }

  /** Starts them all; an idle one takes next to nothing from another's turn. */
  public Rounds(List<Peer> peers, Setting setting, List<Load> loads)
      throws IOException, InterruptedException {
    boolean started = false;
    try {
      for (Peer peer : peers) {
        Served served = Served.start(peer, setting);
        servers.add(served);
        loads.forEach(load -> turns.add(new Turn(served, load)));
      }
      started = true;
    } finally {
      if (!started) {
        close();
      }
    }
  }

  /**
   * Lets everybody have turns.
   *
   * @param warming rounds at first that count for nothing; numbered up to 0
   * @param rounds that count
   */
  public void run(int warming, int rounds) throws IOException, InterruptedException {
    for (int round = 1 - warming; round <= rounds; round++) {
      List<Turn> order = new ArrayList<>(turns);
      Collections.rotate(order, warming + round);
      for (Turn turn : order) {
        Visit visit = Visit.of(turn.served(), turn.load());
        System.out.println(line(turn, round, visit));
        if (round > 0) {
          visits(turn).add(visit);
        }
      }
    }
  }

  private static String line(Turn turn, int round, Visit visit) throws IOException {
    return new Measured()
        .put("server", turn.served().peer().called())
        .put("round", round)
        .put("viewers", turn.load().viewers())
        .put("topics", turn.load().topics())
        .put("cpuMicrosPerDelivery", visit.cpuMicrosPerDelivery())
        .put("cpuMicrosPerUpdate", visit.cpuMicrosPerUpdate())
        .put("deliveriesPerSecond", visit.deliveriesPerSecond())
        .put("connectSeconds", visit.connectSeconds())
        .put("connectCpuMicros", visit.connectCpuMicros())
        .put("emptyResidentBytes", visit.emptyResidentBytes())
        .put("residentBytes", visit.residentBytes())
        .latency("delivery", visit.latencyMillis(), 1)
        .json();
  }

  /** Medians of each server, and ours to theirs, as a table in Markdown. */
  public String table() {
    StringBuilder table = new StringBuilder();
    table.append("| server | CPU µs a delivery | ours to it | CPU µs a viewer and update |");
    table.append(" ours to it | p50 ms | p99 ms | ours to it | connect s |");
    table.append(" CPU µs a connection | resident MB | ours to it | rounds |\n");
    table.append("|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
    Turn first = turns.get(0);
    boolean ofManySizes = turns.stream().map(turn -> turn.load().viewers()).distinct().count() > 1;
    for (Turn turn : turns) {
      boolean own = turn.equals(first);
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %.2f | %s | %.2f | %s | %.1f | %.1f | %s | %.2f | %.0f | %.1f | %s | %d |%n",
              turn.called(ofManySizes),
              median(turn, Visit::cpuMicrosPerDelivery),
              own ? "" : ratio(first, turn, Visit::cpuMicrosPerDelivery),
              median(turn, Visit::cpuMicrosPerUpdate),
              own ? "" : ratio(first, turn, Visit::cpuMicrosPerUpdate),
              median(turn, v -> v.latencyMillis().getValueAtPercentile(P50)),
              median(turn, v -> v.latencyMillis().getValueAtPercentile(P99)),
              own ? "" : ratio(first, turn, v -> 1 + v.latencyMillis().getValueAtPercentile(P99)),
              median(turn, Visit::connectSeconds),
              median(turn, Visit::connectCpuMicros),
              median(turn, v -> v.residentBytes() / MEGA),
              own ? "" : ratio(first, turn, Visit::residentBytes),
              visits(turn).size()));
    }
    return table.toString();
  }

  private List<Visit> visits(Turn turn) {
    return visits.computeIfAbsent(turn, first -> new ArrayList<>());
  }

  private double median(Turn turn, ToDoubleFunction<Visit> figure) {
    return Ratios.median(figures(turn, figure));
  }

  private String ratio(Turn ours, Turn theirs, ToDoubleFunction<Visit> figure) {
    return Ratios.of(figures(ours, figure), figures(theirs, figure)).toString();
  }

  private double[] figures(Turn turn, ToDoubleFunction<Visit> figure) {
    return visits(turn).stream().mapToDouble(figure).toArray();
  }

  @Override
  public void close() throws IOException {
    for (Served served : servers) {
      served.close();
    }
  }
}
