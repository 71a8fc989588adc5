package id.pantau.load;

import id.pantau.load.fanout.Load;
import id.pantau.load.fanout.Peer;
import id.pantau.load.fanout.Rounds;
import id.pantau.load.fanout.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The live path beside its peers, in turn, in one run. */
@Command(
    name = "fan-out",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Starts each server, then lets them take turns, in another order each round: viewers come,",
      "states of 1 KiB are published, every viewer must show the last one. The first server is",
      "ours: ratios are its figures to each other's. load-tests/peers/install.sh brings the peers."
    })
public final class FanOut implements Callable<Integer> {
  /** As the product has it, {@code live.topicsPerSocketMax}. */
  private static final int TOPICS_MAX = 64;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--servers",
      split = ",",
      defaultValue = "hub,floor,nchan,ws-encoded,ws,socket-io,nats",
      description = "default: ${DEFAULT-VALUE}; also hub-tick, hub-before, hub-java, floor-uring")
  private List<String> servers = List.of();

  @Option(
      names = "--viewers",
      split = ",",
      defaultValue = "10000",
      description = {
        "of several figures each server takes a turn with each: the fewer there are the more",
        "states they get, so that all turns have as many deliveries a second (default:",
        "${DEFAULT-VALUE})"
      })
  private List<Integer> viewers = List.of();

  @Option(
      names = "--rate",
      defaultValue = "2",
      description = "bursts of states a second, to the most viewers (default: ${DEFAULT-VALUE})")
  private double rate;

  @Option(
      names = "--burst",
      defaultValue = "1",
      description = "states that come at the same moment (default: ${DEFAULT-VALUE})")
  private int burst;

  @Option(
      names = "--topics",
      split = ",",
      defaultValue = "1",
      description = {
        "that every viewer watches, 1 to 64, our servers only; of several figures each server",
        "takes a turn with each (default: ${DEFAULT-VALUE})"
      })
  private List<Integer> topics = List.of();

  @Option(
      names = "--together",
      description = {
        "all topics change at the same moment, so many times rarer;",
        "without it states are of one topic after the other"
      })
  private boolean together;

  @Option(
      names = "--rounds",
      defaultValue = "9",
      description = "measured (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--warm-rounds",
      defaultValue = "3",
      description = "before them, for everybody's warm-up (default: ${DEFAULT-VALUE})")
  private int warmRounds;

  @Option(
      names = "--warmup",
      defaultValue = "2",
      description = "seconds of each turn (default: ${DEFAULT-VALUE})")
  private int warmupSeconds;

  @Option(
      names = "--seconds",
      defaultValue = "8",
      description = "measured in each turn (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--java-options",
      split = " ",
      description = "for our server, with blanks between; default: none, as the product starts")
  private List<String> javaOptions = List.of();

  @Option(names = "--before", description = "a node's jar whose live stage is hub-before")
  private @Nullable Path before;

  @Option(names = "--java", description = "another JVM's executable: what runs hub-java")
  private @Nullable Path java;

  @Option(
      names = "--java-other-options",
      split = " ",
      description = "for hub-java, in the place of --java-options")
  private List<String> javaOtherOptions = List.of();

  @Option(
      names = "--peers",
      defaultValue = "load-tests/target/peers",
      description = "what install.sh made (default: ${DEFAULT-VALUE})")
  private Path peers = Path.of("");

  @Option(
      names = "--sources",
      defaultValue = "load-tests/peers",
      description = "their configurations (default: ${DEFAULT-VALUE})")
  private Path sources = Path.of("");

  public static void main(String[] args) {
    System.exit(new CommandLine(new FanOut()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    int loops = Runtime.getRuntime().availableProcessors();
    Path scratch = Files.createTempDirectory("fan-out");
    Setting.Jvm own = Setting.Jvm.running(javaOptions);
    Setting.Jvm other = java == null ? null : new Setting.Jvm(java, javaOtherOptions);
    Setting setting = new Setting(peers, sources, scratch, own, loops, before, other);
    Load load = new Load(Collections.max(viewers), 1, rate, burst, warmupSeconds, seconds);
    List<Load> loads =
        viewers.stream()
            .distinct()
            .flatMap(v -> topics.stream().distinct().map(n -> load.to(v).of(n, together)))
            .toList();
    try (Rounds run = new Rounds(asked(), setting, loads)) {
      run.run(warmRounds, rounds);
      System.out.print(run.table());
    }
    return 0;
  }

  /** The servers, where they can do what is asked. */
  private List<Peer> asked() {
    List<Peer> asked = servers.stream().map(FanOut::peer).toList();
    if (java == null && asked.contains(Peer.HUB_JAVA)) {
      throw refusal("hub-java needs --java FILE");
    }
    if (Collections.min(viewers) < 1) {
      throw refusal("at least one viewer, not " + Collections.min(viewers));
    }
    for (int n : topics) {
      if (n < 1 || n > TOPICS_MAX) {
        throw refusal("a viewer watches 1 to " + TOPICS_MAX + " topics, not " + n);
      }
      if (n > 1 && !asked.stream().allMatch(Peer::isOurs)) {
        throw refusal("only our servers know topics: --servers of hub, hub-tick, hub-before, …");
      }
    }
    return asked;
  }

  private CommandLine.ParameterException refusal(String why) {
    return new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), why);
  }

  private static Peer peer(String called) {
    return Arrays.stream(Peer.values())
        .filter(peer -> peer.called().equals(called))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no server is called " + called));
  }
}
