package id.pantau.load.flood;

import id.pantau.load.Measured;
import id.pantau.load.ProcessUse;
import id.pantau.load.ThreadUse;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches a flood from aside: lets it warm up, then measures, and says every few seconds how far it
 * is.
 */
public final class FloodMeasure {
  private static final int LOOK_MILLIS = 10;
  private static final int SAY_MILLIS = 5_000;
  private static final double MICROS_PER_MILLI = 1_000;

  private final FloodCounts counts;
  private final int warmupForms;
  private final @Nullable Long nodePid;
  private final @Nullable Long redisPid;
  private final Thread watcher = new Thread(this::watch, "flood-measure");
  private long startedNanos;
  private double nodeCpuSeconds;
  private Map<String, Double> threadSeconds = Map.of();
  private double redisCpuSeconds;

  public FloodMeasure(
      FloodCounts counts, int warmupForms, @Nullable Long nodePid, @Nullable Long redisPid) {
    this.counts = counts;
    this.warmupForms = warmupForms;
    this.nodePid = nodePid;
    this.redisPid = redisPid;
  }

  /** Begins to watch. */
  public void begin() {
    watcher.setDaemon(true);
    watcher.start();
  }

  private void watch() {
    try {
      while (counts.answered() < warmupForms) {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
      nodeCpuSeconds = cpuSeconds(nodePid);
      threadSeconds = threadSeconds(nodePid);
      redisCpuSeconds = cpuSeconds(redisPid);
      startedNanos = System.nanoTime();
      counts.measure();
      while (true) {
        TimeUnit.MILLISECONDS.sleep(SAY_MILLIS);
        System.err.printf("%d forms answered%n", counts.answered());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All forms are answered: the figures. Without measured forms only what became of them. */
  public Measured end() throws InterruptedException {
    long endedNanos = System.nanoTime();
    double node = cpuSeconds(nodePid);
    Map<String, Double> threads = threadSeconds(nodePid);
    double redis = cpuSeconds(redisPid);
    watcher.interrupt();
    watcher.join();
    double seconds = (endedNanos - startedNanos) / 1e9;
    Measured measured = new Measured().put("statuses", counts.statuses());
    measured.put("turnedAway", counts.turnedAway());
    long forms = counts.measuredForms();
    if (forms > 0) {
      measured.put("measuredForms", forms).put("seconds", seconds);
      measured.put("formsPerSecond", forms / seconds);
      measured.put("nodeCpuMicrosPerForm", (node - nodeCpuSeconds) / forms * 1e6);
      measured.put(
          "nodeThreadMicrosPerForm", ThreadUse.microsPerForm(threadSeconds, threads, forms));
      measured.put("redisCpuMicrosPerForm", (redis - redisCpuSeconds) / forms * 1e6);
      measured.latency("batch", counts.micros(), MICROS_PER_MILLI);
    }
    return measured;
  }

  private static Map<String, Double> threadSeconds(@Nullable Long pid) {
    return pid == null ? Map.of() : ThreadUse.of(pid);
  }

  private static double cpuSeconds(@Nullable Long pid) {
    return pid == null ? Double.NaN : ProcessUse.of(pid).cpuSeconds();
  }
}
