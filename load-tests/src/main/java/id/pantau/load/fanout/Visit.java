package id.pantau.load.fanout;

import id.pantau.load.ProcessUse;
import id.pantau.load.viewer.Counts;
import id.pantau.load.viewer.Shown;
import id.pantau.load.viewer.Swarm;
import id.pantau.load.viewer.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * One server's turn: all viewers come, states are published, everything is counted, and at the end
 * each viewer must show the last state of every topic.
 *
 * @param cpuMicrosPerDelivery of the server
 * @param cpuMicrosPerUpdate of the server, for one viewer and one published state, sent or not
 * @param connectSeconds until all were there
 * @param connectCpuMicros of the server, for each connection
 * @param emptyResidentBytes before they came
 * @param residentBytes with all of them; ours after a collection, for garbage is no viewer, and
 *     when that has given back what it will
 * @param latencyMillis from when a state was due until it was on a viewer's socket
 */
public record Visit(
    double cpuMicrosPerDelivery,
    double cpuMicrosPerUpdate,
    double deliveriesPerSecond,
    double connectSeconds,
    double connectCpuMicros,
    long emptyResidentBytes,
    long residentBytes,
    Histogram latencyMillis) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration SETTLE = Duration.ofSeconds(20);
  private static final int OPENING_MAX = 512;
  private static final double MICROS = 1e6;
  private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /**
   * Takes a turn.
   *
   * @throws IOException where a viewer was not served, or was told something wrong
   */
  static Visit of(Served served, Load load) throws IOException, InterruptedException {
    Publisher publisher = served.publisher();
    int viewers = load.viewers();
    Target target = Target.of(served.viewed(), viewers, served.peer().dialect());
    List<String> watched =
        IntStream.range(0, load.topics()).mapToObj(i -> Publisher.topic(i, load.topics())).toList();
    Swarm swarm = new Swarm(target, viewers, 1, OPENING_MAX, 0, viewer -> watched);
    try {
      served.collect();
      long emptyResidentBytes = residentBytes(served);
      publisher.introduce(load.topics());
      publisher.start(1, IDLE_NANOS);
      ProcessUse empty = served.use();
      double connectSeconds = swarm.open(PATIENCE);
      ProcessUse open = served.use();
      publisher.stop();
      if (connectSeconds < 0) {
        throw new IOException(served.peer().called() + ": " + swarm.ready() + " of " + viewers);
      }
      publisher.start(load.burst(), load.everyNanos());
      TimeUnit.SECONDS.sleep(load.warmupSeconds());
      swarm.counts();
      ProcessUse before = served.use();
      long firstRevision = publisher.revision();
      long begun = System.nanoTime();
      TimeUnit.SECONDS.sleep(load.seconds());
      Counts counts = swarm.counts();
      ProcessUse after = served.use();
      long published = publisher.revision() - firstRevision;
      double seconds = (System.nanoTime() - begun) / 1e9;
      publisher.stop();
      settle(served, swarm, viewers * load.topics());
      served.collect();
      long residentBytes = residentBytes(served);
      double cpu = (after.cpuSeconds() - before.cpuSeconds()) * MICROS;
      if (counts.wrong() > 0) {
        throw new IOException(served.peer().called() + ": " + counts.wrong() + " faults");
      }
      return new Visit(
          cpu / counts.deliveries(),
          cpu / published / viewers,
          counts.deliveries() / seconds,
          connectSeconds,
          (open.cpuSeconds() - empty.cpuSeconds()) * MICROS / viewers,
          emptyResidentBytes,
          residentBytes,
          counts.latencyMillis());
    } finally {
      swarm.stop();
    }
  }

  /**
   * Once it falls no more: after a collection a JVM gives pages back little by little, by a thread
   * of its own.
   */
  private static long residentBytes(Served served) throws InterruptedException {
    long until = System.nanoTime() + SETTLE.toNanos();
    long now = served.use().residentBytes();
    long before;
    do {
      before = now;
      TimeUnit.NANOSECONDS.sleep(SETTLED_NANOS);
      now = served.use().residentBytes();
    } while (now < before && System.nanoTime() < until);
    return now;
  }

  /** What every viewer shows last of each topic is what was published last of it. */
  private static void settle(Served served, Swarm swarm, int screens)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + SETTLE.toNanos();
    int there = 0;
    while (there < screens) {
      if (System.nanoTime() > until) {
        throw new IOException(
            served.peer().called() + ": " + there + " of " + screens + " show the last state");
      }
      TimeUnit.MILLISECONDS.sleep(100);
      there = 0;
      IdentityHashMap<Shown, Integer> shown = swarm.shown();
      for (Map.Entry<Shown, Integer> each : shown.entrySet()) {
        Shown state = each.getKey();
        long revision = state.position().revision();
        boolean newest = served.publisher().isNewest(revision, state.latest().topic());
        there += newest ? each.getValue() : 0;
      }
    }
  }
}
