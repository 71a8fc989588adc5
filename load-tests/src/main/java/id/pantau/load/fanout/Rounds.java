package id.pantau.load.fanout;

import id.pantau.load.Measured;
import id.pantau.load.Ratios;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** All servers, started once, and their turns. The first of them is ours. */
public final class Rounds implements AutoCloseable {
  private static final double MEGA = 1e6;
  private static final double P99 = 99;
  private static final double P50 = 50;

  private final List<Served> servers = new ArrayList<>();
  private final Map<Peer, List<Visit>> visits = new EnumMap<>(Peer.class);
  private final Load load;

  /** Starts them all; an idle one takes next to nothing from another's turn. */
  public Rounds(List<Peer> peers, Setting setting, Load load)
      throws IOException, InterruptedException {
    this.load = load;
    boolean started = false;
    try {
      for (Peer peer : peers) {
        servers.add(Served.start(peer, setting));
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
      List<Served> order = new ArrayList<>(servers);
      Collections.rotate(order, warming + round);
      for (Served served : order) {
        Visit visit = Visit.of(served, load);
        System.out.println(line(served.peer(), round, visit));
        if (round > 0) {
          visits(served.peer()).add(visit);
        }
      }
    }
  }

  private String line(Peer peer, int round, Visit visit) throws IOException {
    return new Measured()
        .put("server", peer.called())
        .put("round", round)
        .put("viewers", load.viewers())
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
    table.append(" CPU µs a connection | resident MB | rounds |\n");
    table.append("|---|---|---|---|---|---|---|---|---|---|---|---|\n");
    Peer first = servers.get(0).peer();
    for (Served served : servers) {
      Peer peer = served.peer();
      boolean own = peer == first;
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %.2f | %s | %.2f | %s | %.1f | %.1f | %s | %.2f | %.0f | %.1f | %d |%n",
              peer.called(),
              median(peer, Visit::cpuMicrosPerDelivery),
              own ? "" : ratio(first, peer, Visit::cpuMicrosPerDelivery),
              median(peer, Visit::cpuMicrosPerUpdate),
              own ? "" : ratio(first, peer, Visit::cpuMicrosPerUpdate),
              median(peer, v -> v.latencyMillis().getValueAtPercentile(P50)),
              median(peer, v -> v.latencyMillis().getValueAtPercentile(P99)),
              own ? "" : ratio(first, peer, v -> 1 + v.latencyMillis().getValueAtPercentile(P99)),
              median(peer, Visit::connectSeconds),
              median(peer, Visit::connectCpuMicros),
              median(peer, v -> v.residentBytes() / MEGA),
              visits(peer).size()));
    }
    return table.toString();
  }

  private List<Visit> visits(Peer peer) {
    return visits.computeIfAbsent(peer, first -> new ArrayList<>());
  }

  private double median(Peer peer, ToDoubleFunction<Visit> figure) {
    return Ratios.median(figures(peer, figure));
  }

  private String ratio(Peer ours, Peer theirs, ToDoubleFunction<Visit> figure) {
    return Ratios.of(figures(ours, figure), figures(theirs, figure)).toString();
  }

  private double[] figures(Peer peer, ToDoubleFunction<Visit> figure) {
    return visits(peer).stream().mapToDouble(figure).toArray();
  }

  @Override
  public void close() throws IOException {
    for (Served served : servers) {
      served.close();
    }
  }
}
