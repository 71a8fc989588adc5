package id.pantau.load;

import id.pantau.load.viewer.Comparison;
import id.pantau.load.viewer.Swarm;
import id.pantau.load.viewer.SwarmRun;
import id.pantau.load.viewer.Target;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Thousands of viewers of one node; checks what they are given. */
@Command(
    name = "viewer-swarm",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Watches topics with many WebSocket viewers while something else makes the node count.",
      "The last line is JSON; exit 1 where a viewer was told something wrong."
    })
public final class ViewerSwarm implements Callable<Integer> {
  @Option(
      names = "--url",
      defaultValue = "ws://127.0.0.1:8080/live",
      description = "default: ${DEFAULT-VALUE}")
  private URI url = URI.create("");

  @Option(names = "--viewers", defaultValue = "1000", description = "default: ${DEFAULT-VALUE}")
  private int viewers;

  @Option(
      names = "--topics",
      split = ",",
      defaultValue = "ppwp/0",
      description = "what every viewer watches (default: ${DEFAULT-VALUE})")
  private List<String> topics = List.of();

  @Option(
      names = "--dealt",
      split = ",",
      description = "topics dealt out in turn, one a viewer, besides")
  private List<String> dealt = List.of();

  @Option(
      names = "--loops",
      defaultValue = "1",
      description = "threads of the swarm (default: ${DEFAULT-VALUE})")
  private int loops;

  @Option(
      names = "--opening",
      defaultValue = "256",
      description = "viewers on their way at a time (default: ${DEFAULT-VALUE})")
  private int opening;

  @Option(
      names = "--patience",
      defaultValue = "120",
      description = "seconds until all must have connected (default: ${DEFAULT-VALUE})")
  private int patienceSeconds;

  @Option(
      names = "--warmup",
      defaultValue = "5",
      description = "seconds (default: ${DEFAULT-VALUE})")
  private int warmupSeconds;

  @Option(
      names = "--seconds",
      defaultValue = "20",
      description = "measured (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Option(names = "--stall", defaultValue = "0", description = "viewers that stop reading at first")
  private int stall;

  @Option(
      names = "--stall-seconds",
      defaultValue = "10",
      description = "for how long (default: ${DEFAULT-VALUE})")
  private int stallSeconds;

  @Option(
      names = "--storm-after",
      defaultValue = "0",
      description = "seconds after which all are cut and come back at once (0: never)")
  private int stormAfterSeconds;

  @Option(
      names = "--settle",
      defaultValue = "60",
      description = "seconds until deliveries must have ended (default: ${DEFAULT-VALUE})")
  private int settleSeconds;

  @Option(names = "--no-compare", description = "leave out the comparison with the API")
  private boolean compareNot;

  @Option(names = "--pid", description = "the node's process, for its CPU and memory")
  private @Nullable Long pid;

  public static void main(String[] args) {
    System.exit(new CommandLine(new ViewerSwarm()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Target target = Target.of(url, viewers);
    Swarm swarm = new Swarm(target, viewers, loops, opening, stall, this::watched);
    Long node = pid;
    SwarmRun.Plan plan =
        new SwarmRun.Plan(
            viewers,
            Duration.ofSeconds(patienceSeconds),
            warmupSeconds,
            seconds,
            stall,
            stallSeconds,
            stormAfterSeconds);
    SwarmRun run = new SwarmRun(swarm, plan, node == null ? null : () -> ProcessUse.of(node));
    run.run();
    run.settle(Duration.ofSeconds(settleSeconds));
    boolean good = run.good();
    if (!compareNot) {
      good &= compare(swarm, run);
    }
    swarm.stop();
    System.out.println(run.measured().put("good", good).json());
    return good ? 0 : 1;
  }

  private List<String> watched(int viewer) {
    List<String> all = new ArrayList<>(topics);
    if (!dealt.isEmpty()) {
      all.add(dealt.get(viewer % dealt.size()));
    }
    return all.stream().distinct().toList();
  }

  private boolean compare(Swarm swarm, SwarmRun run) throws Exception {
    URI api = URI.create("http://" + url.getHost() + ":" + url.getPort());
    Comparison comparison = new Comparison(api);
    int wrong = comparison.wrong(swarm.shown());
    comparison.differences().stream().limit(20).forEach(System.err::println);
    run.measured().put("screensCompared", comparison.compared()).put("screensWrong", wrong);
    return wrong == 0 && comparison.compared() > 0;
  }
}
