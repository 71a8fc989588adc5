package id.pantau.load.layout;

import id.pantau.load.redis.BenchRedis;
import id.pantau.load.redis.RedisSocket;
import id.pantau.model.AreaTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One pass of forms through one layout, batches of one province, several under way. */
public final class BenchRun {
  private final AreaTree tree;
  private final Layout layout;
  private final int batchForms;
  private final boolean logged;

  private int underWay;
  private long applied;

  /**
   * What one run took.
   *
   * @param cpuMicros of all threads of Redis, a form
   * @param fileBytes of the append-only file, a form
   */
  public record Result(double cpuMicros, double formsPerSecond, double fileBytes) {}

  /**
   * @param batchForms forms of a call at most
   * @param logged false to leave the log out
   */
  public BenchRun(AreaTree tree, Layout layout, int batchForms, boolean logged) {
    this.tree = tree;
    this.layout = layout;
    this.batchForms = batchForms;
    this.logged = logged;
  }

  /**
   * Empties Redis and counts all arrivals.
   *
   * @throws IOException also where not every form was applied, or a province's totals are not their
   *     sum: then the figures mean nothing
   */
  Result run(BenchRedis redis, List<Arrival> arrivals) throws IOException {
    redis.empty();
    long fileBytes = redis.fileBytes();
    double cpuSeconds = redis.cpuSeconds();
    long started = System.nanoTime();
    send(redis.socket(), arrivals);
    double seconds = (System.nanoTime() - started) / 1e9;
    double cpu = redis.cpuSeconds() - cpuSeconds;
    if (applied != arrivals.size()) {
      throw new IOException(layout.name() + " applied " + applied + " of " + arrivals.size());
    }
    Sums.of(arrivals).check(redis.socket(), tree);
    double forms = arrivals.size();
    return new Result(cpu / forms * 1e6, forms / seconds, (redis.fileBytes() - fileBytes) / forms);
  }

  /** A batch leaves when it is full; what is left over leaves at the end, as in the product. */
  private void send(RedisSocket socket, List<Arrival> arrivals) throws IOException {
    Call call = new Call(tree, layout, 1, logged);
    Map<Integer, List<Arrival>> waiting = new HashMap<>();
    int underWayMax = Math.min(64, Math.max(8, 512 / batchForms));
    for (Arrival a : arrivals) {
      List<Arrival> batch = waiting.computeIfAbsent(a.province(), p -> new ArrayList<>(batchForms));
      batch.add(a);
      if (batch.size() == batchForms) {
        submit(socket, call.encode(batch), underWayMax);
        batch.clear();
      }
    }
    for (List<Arrival> batch : waiting.values()) {
      if (!batch.isEmpty()) {
        submit(socket, call.encode(batch), underWayMax);
      }
    }
    socket.flush();
    while (underWay > 0) {
      take(socket);
    }
  }

  private void submit(RedisSocket socket, byte[] command, int underWayMax) throws IOException {
    socket.send(command);
    underWay++;
    if (underWay == underWayMax) {
      socket.flush();
      while (underWay > underWayMax / 2) {
        take(socket);
      }
    }
  }

  private void take(RedisSocket socket) throws IOException {
    applied += socket.receive().chars().filter(c -> c == 'A').count();
    underWay--;
  }

  /**
   * Bytes of Redis' memory a station when every station has its record, without log and totals.
   *
   * @param arrivals every station once
   */
  double recordBytes(BenchRedis redis, List<Arrival> arrivals) throws IOException {
    redis.empty();
    long before = redis.usedBytes();
    send(redis.socket(), arrivals);
    for (int area = 1; area < tree.size() && tree.area(area).level() < 4; area++) {
      Keys keys = new Keys(tree.area(tree.province(area)).code());
      redis.socket().ask("DEL", keys.totals(area), keys.position(), keys.log());
    }
    return (redis.usedBytes() - before) / (double) arrivals.size();
  }
}
