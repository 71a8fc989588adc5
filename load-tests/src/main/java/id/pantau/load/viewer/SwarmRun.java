package id.pantau.load.viewer;

import id.pantau.load.Measured;
import id.pantau.load.ProcessUse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of a swarm: all connect, some time is measured, perhaps with stalls or a storm, then all
 * is compared.
 */
public final class SwarmRun {
  private final Swarm swarm;
  private final Plan plan;
  private final @Nullable Supplier<ProcessUse> server;
  private final Measured measured = new Measured();
  private final Counts whole = new Counts();
  private boolean good = true;

  /**
   * What is done when.
   *
   * @param viewers how many there are
   * @param slow how many of them stop reading at the start of the measured time
   * @param slowSeconds for how long
   * @param stormAfterSeconds when all are cut and come back at once; 0 = never
   */
  public record Plan(
      int viewers,
      Duration patience,
      int warmupSeconds,
      int seconds,
      int slow,
      int slowSeconds,
      int stormAfterSeconds) {}

  public SwarmRun(Swarm swarm, Plan plan, @Nullable Supplier<ProcessUse> server) {
    this.swarm = swarm;
    this.plan = plan;
    this.server = server;
  }

  /** True while nothing broke the protocol. */
  public boolean good() {
    return good;
  }

  public Measured measured() {
    return measured;
  }

  /** Connects all and measures. */
  public void run() throws InterruptedException {
    connect();
    measure();
  }

  /** Connects all. */
  public void connect() throws InterruptedException {
    ProcessUse before = use();
    double connected = swarm.open(plan.patience());
    ProcessUse open = use();
    good &= connected >= 0;
    measured.put("viewers", plan.viewers()).put("ready", swarm.ready());
    measured.put("connectSeconds", connected);
    measured.put(
        "serverCpuMillisPerConnection",
        (open.cpuSeconds() - before.cpuSeconds()) * 1e3 / plan.viewers());
    if (server != null) {
      long grown = open.residentBytes() - before.residentBytes();
      measured.put("serverResidentBytesPerConnection", grown / plan.viewers());
    }
  }

  /** Warms up and measures, with stalls or a storm where they are planned. */
  public void measure() throws InterruptedException {
    TimeUnit.SECONDS.sleep(plan.warmupSeconds());
    whole.add(swarm.counts());
    window();
  }

  private void window() throws InterruptedException {
    ProcessUse before = use();
    long started = System.nanoTime();
    if (plan.slow() > 0) {
      swarm.slowRead(false);
    }
    int stormAt = plan.stormAfterSeconds();
    for (int second = 1; second <= plan.seconds(); second++) {
      TimeUnit.SECONDS.sleep(1);
      if (second == stormAt) {
        storm();
      }
      if (plan.slow() > 0 && second == plan.slowSeconds()) {
        swarm.slowRead(true);
      }
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    Counts counts = swarm.counts();
    ProcessUse after = use();
    whole.add(counts);
    if (plan.slow() > 0) {
      swarm.slowRead(true);
    }
    double cpu = after.cpuSeconds() - before.cpuSeconds();
    measured.put("seconds", seconds).put("deliveries", counts.deliveries);
    measured.put("deliveriesPerSecond", counts.deliveries / seconds);
    measured.put("bytesPerDelivery", counts.bytes / (double) counts.deliveries);
    measured.put("serverCpuSecondsPerMillionDeliveries", cpu / counts.deliveries * 1e6);
    measured.put("serverCpuSeconds", cpu);
    if (server != null) {
      measured.put("serverResidentBytes", after.residentBytes());
    }
    measured.latency("delivery", counts.latencyMillis, 1);
  }

  private void storm() throws InterruptedException {
    ProcessUse before = use();
    swarm.hangUp();
    double seconds = swarm.open(plan.patience());
    good &= seconds >= 0;
    measured.put("stormSeconds", seconds);
    measured.put(
        "stormServerCpuMillisPerConnection",
        (use().cpuSeconds() - before.cpuSeconds()) * 1e3 / plan.viewers());
  }

  /** Waits until nothing is delivered any more, then counts what went wrong over the whole run. */
  public void settle(Duration patience) throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    long delivered;
    do {
      TimeUnit.SECONDS.sleep(2);
      Counts counts = swarm.counts();
      delivered = counts.deliveries;
      whole.add(counts);
    } while (delivered > 0 && System.nanoTime() < until);
    measured.put("settled", delivered == 0);
    end();
  }

  /** Counts what went wrong over the whole run. */
  public void end() {
    whole.add(swarm.counts());
    good &= whole.wentBack == 0 && whole.rowsWithoutState == 0 && whole.errors == 0;
    good &= whole.faults.isEmpty();
    measured.put("connectedAtEnd", swarm.ready());
    measured.put("deliveriesInAll", whole.deliveries).put("heartbeats", whole.heartbeats);
    measured.put("positionsWentBack", whole.wentBack);
    measured.put("rowsWithoutState", whole.rowsWithoutState);
    measured.put("topicErrors", whole.errors).put("faults", whole.faults);
    measured.put("closes", whole.closes).put("clockBehind", whole.clockBehind);
  }

  private ProcessUse use() {
    return server == null ? new ProcessUse(Double.NaN, 0) : server.get();
  }
}
