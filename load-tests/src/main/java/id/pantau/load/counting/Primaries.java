package id.pantau.load.counting;

import id.pantau.load.redis.RedisSocket;
import id.pantau.model.AreaTree;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A design on several Redis, each with provinces of its own, as the primaries of a cluster have
 * them: with two, it counts on as many cores as a PostgreSQL with two clients.
 */
final class Primaries implements Design {
  private final String name;
  private final AreaTree tree;
  private final List<RedisDesign> parts;

  /**
   * @param parts each on a Redis of its own
   */
  Primaries(String name, AreaTree tree, List<RedisDesign> parts) {
    this.name = name;
    this.tree = tree;
    this.parts = List.copyOf(parts);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Run run(Load before, Load load) throws IOException {
    List<Set<Integer>> provinces = new ArrayList<>();
    for (List<Batch> dealt : load.dealt(parts.size())) {
      Set<Integer> own = new HashSet<>();
      dealt.forEach(batch -> own.add(batch.province()));
      provinces.add(own);
    }
    for (RedisDesign part : parts) {
      part.redis().empty();
      part.begin();
    }
    if (before.forms() > 0) {
      send(units(before, provinces));
    }
    long made = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    List<List<Unit>> units = units(load, provinces);
    double makeSeconds =
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - made) / 1e9;
    double cpu = cpuSeconds();
    long started = System.nanoTime();
    send(units);
    double seconds = (System.nanoTime() - started) / 1e9;
    double cpuSeconds = cpuSeconds() - cpu;
    for (int i = 0; i < parts.size(); i++) {
      parts.get(i).check(load.only(tree, provinces.get(i)));
    }
    double forms = load.forms();
    return new Run(forms / seconds, cpuSeconds / forms * 1e6, makeSeconds / forms * 1e6);
  }

  private List<List<Unit>> units(Load load, List<Set<Integer>> provinces) {
    List<List<Unit>> units = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      units.addAll(parts.get(i).units(load.only(tree, provinces.get(i))));
    }
    return units;
  }

  private void send(List<List<Unit>> units) throws IOException {
    List<RedisSocket> sockets = parts.stream().flatMap(part -> part.sockets().stream()).toList();
    new Sending(sockets, units, parts.get(0).underWayMax()).run();
  }

  private double cpuSeconds() {
    return parts.stream().mapToDouble(part -> part.redis().cpuSeconds()).sum();
  }

  @Override
  public void close() throws IOException {
    for (RedisDesign part : parts) {
      part.close();
    }
  }
}
