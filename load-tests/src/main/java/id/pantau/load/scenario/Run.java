package id.pantau.load.scenario;

import id.pantau.load.Measured;
import id.pantau.load.ProcessUse;
import id.pantau.load.flood.Flood;
import id.pantau.load.flood.FloodCounts;
import id.pantau.load.flood.Forms;
import id.pantau.load.truth.Standing;
import id.pantau.load.truth.Truth;
import id.pantau.load.viewer.Swarm;
import id.pantau.load.viewer.SwarmRun;
import id.pantau.load.viewer.Target;
import id.pantau.model.AreaTree;
import id.pantau.model.Election;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * One run of a scenario on a node of its own: viewers come, forms come, some time is measured, then
 * the truth is checked.
 */
public final class Run {
  private static final int CONNECTIONS = 8;
  private static final int OPENING_MAX = 512;
  private static final double MICROS_PER_MILLI = 1_000;
  private static final double MICROS_PER_SECOND = 1e6;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Plan plan;
  private final Program program;
  private final Load load;
  private final Election election;
  private final FloodCounts counts = new FloodCounts();
  private final Standing standing = new Standing();
  private final Measured measured = new Measured();
  private boolean good;

  public Run(Plan plan, Program program, Load load) {
    this.plan = plan;
    this.program = program;
    this.load = load;
    this.election = load.election();
  }

  /** True where nothing was wrong, slow as it may have been. */
  public boolean good() {
    return good;
  }

  /** The figures, in the order in which they came about. */
  public Measured measured() {
    return measured;
  }

  /** Does it. */
  public Run run() throws IOException, InterruptedException {
    measured.put("loadAverageBefore", Machine.loadAverage());
    try (LoadedNode node = new LoadedNode(program)) {
      measured.put("redis", Machine.redis(node.redisPid()));
      URI live = URI.create("ws://" + node.url().getAuthority() + "/live");
      Swarm swarm =
          new Swarm(
              Target.of(live, plan.viewers()), plan.viewers(), 1, OPENING_MAX, 0, this::watched);
      try {
        run(node, swarm);
      } finally {
        swarm.stop();
      }
    }
    measured.put("good", good);
    return this;
  }

  private List<String> watched(int viewer) {
    AreaTree tree = election.areas();
    int[] provinces = tree.provinces();
    String contest = election.contests().get(0).id();
    String province = tree.area(provinces[viewer % provinces.length]).code();
    if (plan.topics() > 1) {
      return List.of(contest + "/0", contest + "/" + province);
    }
    return List.of(contest + "/" + (viewer % 2 == 0 ? "0" : province));
  }

  private void run(LoadedNode node, Swarm swarm) throws IOException, InterruptedException {
    // The warm-up is slept through here, for forms come in it; the swarm has none of its own.
    SwarmRun.Plan times =
        new SwarmRun.Plan(
            plan.viewers(), PATIENCE, 0, plan.seconds(), 0, 0, plan.stormAfterSeconds());
    long pid = node.pid();
    SwarmRun viewers = new SwarmRun(swarm, times, () -> ProcessUse.of(pid));
    viewers.connect();
    for (int revision = 1; revision < plan.revisions(); revision++) {
      flood(node, revision);
    }
    FutureTask<Boolean> last = new FutureTask<>(() -> flood(node, plan.revisions()));
    Thread sender = new Thread(last, "flood");
    sender.setDaemon(true);
    sender.start();
    TimeUnit.SECONDS.sleep(plan.warmupSeconds());
    measure(node, viewers);
    end(last);
    Truth truth = new Truth(election, standing, node.url());
    truth.check(swarm, plan.viewers(), node::verb, PATIENCE);
    viewers.end();
    measured.putAll(viewers.measured()).put("statuses", counts.statuses());
    measured.put("turnedAway", counts.turnedAway()).putAll(truth.measured());
    good = viewers.good() && truth.differences().isEmpty();
  }

  /** The measured time: what intake and Redis took, and how late viewers saw what came. */
  private void measure(LoadedNode node, SwarmRun viewers) throws IOException, InterruptedException {
    counts.measure();
    long redis = node.redisPid();
    double redisBefore = ProcessUse.of(redis).cpuSeconds();
    Histogram before = counts.micros();
    long formsBefore = counts.measuredForms();
    String metricsBefore = node.metrics();
    long collectedBefore = Machine.collectedMillis();
    viewers.measure();
    // A form that was sent meanwhile waited for us, and not for the node.
    measured.put("ownPausesMillis", Machine.collectedMillis() - collectedBefore);
    String metricsAfter = node.metrics();
    Histogram intake = counts.micros();
    long forms = counts.measuredForms() - formsBefore;
    intake.subtract(before);
    measured.put("forms", forms).latency("intake", intake, MICROS_PER_MILLI);
    measured.put(
        "redisCpuMicrosPerForm",
        (ProcessUse.of(redis).cpuSeconds() - redisBefore) / forms * MICROS_PER_SECOND);
    Seen lastBefore = Seen.last(metricsBefore);
    Seen last = Seen.last(metricsAfter);
    measured.put("seenTicks", last.count(lastBefore));
    measured.put("seenP50Millis", last.millis(0.5, lastBefore));
    measured.put("seenP99Millis", last.millis(0.99, lastBefore));
    Seen anyBefore = Seen.any(metricsBefore);
    Seen any = Seen.any(metricsAfter);
    measured.put("reachedTurns", any.count(anyBefore));
    measured.put("reachedP50Millis", any.millis(0.5, anyBefore));
    measured.put("reachedP99Millis", any.millis(0.99, anyBefore));
  }

  /**
   * Sends one revision of the scenario's forms to the end; every station's form where it is one.
   */
  private boolean flood(LoadedNode node, int revision) throws IOException, InterruptedException {
    Forms forms = load.forms(plan.revisions() > 1, revision).first(plan.forms());
    Flood.Plan how =
        new Flood.Plan(
            node.url(), node.key(), CONNECTIONS, plan.batchForms(), plan.ratePerSecond());
    new Flood(forms, how, counts, standing).run();
    return true;
  }

  private static void end(FutureTask<Boolean> flood) throws IOException, InterruptedException {
    try {
      flood.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }
}
