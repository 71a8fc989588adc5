package id.pantau.cli;

import id.pantau.election.ElectionReader;
import id.pantau.model.Election;
import id.pantau.platform.Refused;
import id.pantau.platform.Settings;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contoh}: an invented election that always moves, to build against ({@code contoh.md}). */
@Command(
    name = "contoh",
    description = {
      "Runs an invented election that always moves, for whoever builds against a node: forms come",
      "in round after round, and all numbers say that they are a test. It has a Redis of its own."
    },
    mixinStandardHelpOptions = true)
public final class Contoh implements Callable<Integer> {
  private static final String ELECTION = "contoh-bergerak";
  private static final String DATA = "pantau-contoh";
  private static final double MINUTES_MIN = 0.05;
  private static final double MINUTES_MAX = 1_440;

  @Mixin private NodeOptions options = new NodeOptions();

  @Option(
      names = "--round-minutes",
      paramLabel = "N",
      description = "how long one count takes before the next begins (default 20)")
  private double minutes = 20;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "the same seed gives the same forms, round by round (default 1)")
  private long seed = 1;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!(minutes >= MINUTES_MIN && minutes <= MINUTES_MAX)) {
      throw new Refused("--round-minutes " + minutes + " is not 0.05 to 1440");
    }
    Election election = ElectionReader.packed(ELECTION);
    ContohRounds rounds = new ContohRounds(settings(), election, seed, (long) (minutes * 60_000));
    Runtime.getRuntime().addShutdownHook(new Thread(rounds::stop, "pantau-exit"));
    rounds.run(
        Long.MAX_VALUE,
        node -> Greeting.print(node, election, null),
        (round, tally) ->
            System.out.println("{\"round\":" + round + "," + tally.json().substring(1)));
    return 0;
  }

  /** Its own Redis and data, and nobody who decides: forms come from the mover alone. */
  private Settings settings() {
    Settings wanted = options.settings();
    if (!wanted.redis().uri().isEmpty()) {
      throw new Refused("contoh empties its Redis after each round, so it takes only its own");
    }
    return options.namesData() ? wanted : wanted.withNode(wanted.node().withData(DATA));
  }
}
