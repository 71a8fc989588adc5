package id.pantau.load.counting;

import id.pantau.load.redis.BenchRedis;
import id.pantau.load.redis.RedisSocket;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** A design on Redis: what it sends is made before the clock starts. */
abstract class RedisDesign implements Design {
  private final BenchRedis redis;
  private final List<RedisSocket> sockets = new ArrayList<>();
  private final int underWayMax;

  /**
   * @param connections over which provinces are dealt
   * @param underWayMax batches under way on each
   */
  RedisDesign(BenchRedis redis, int connections, int underWayMax) throws IOException {
    this.redis = redis;
    this.underWayMax = underWayMax;
    for (int i = 0; i < connections; i++) {
      sockets.add(redis.another());
    }
  }

  BenchRedis redis() {
    return redis;
  }

  List<RedisSocket> sockets() {
    return sockets;
  }

  /** Units that may be under way on each connection. */
  int underWayMax() {
    return underWayMax;
  }

  /** Forgets what it knows of an earlier run. */
  abstract void begin() throws IOException;

  /** The units of one connection, in order. */
  abstract List<Unit> units(List<Batch> batches);

  /** Reads the totals back. */
  abstract void check(Load load) throws IOException;

  @Override
  public Run run(Load before, Load load) throws IOException {
    redis.empty();
    begin();
    if (before.forms() > 0) {
      new Sending(sockets, units(before), underWayMax).run();
    }
    long made = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    List<List<Unit>> units = units(load);
    double makeSeconds =
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - made) / 1e9;
    double cpu = redis.cpuSeconds();
    long started = System.nanoTime();
    new Sending(sockets, units, underWayMax).run();
    double seconds = (System.nanoTime() - started) / 1e9;
    double cpuSeconds = redis.cpuSeconds() - cpu;
    check(load);
    double forms = load.forms();
    return new Run(forms / seconds, cpuSeconds / forms * 1e6, makeSeconds / forms * 1e6);
  }

  /** The units of every connection. */
  final List<List<Unit>> units(Load load) {
    return load.dealt(sockets.size()).stream().map(this::units).toList();
  }

  @Override
  public void close() throws IOException {
    for (RedisSocket socket : sockets) {
      socket.close();
    }
  }
}
