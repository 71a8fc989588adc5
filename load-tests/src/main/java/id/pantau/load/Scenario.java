package id.pantau.load;

import id.pantau.load.scenario.Load;
import id.pantau.load.scenario.Named;
import id.pantau.load.scenario.Pairs;
import id.pantau.load.scenario.Plan;
import id.pantau.load.scenario.Results;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A scenario from start to end, alone or in pairs; writes what it measured into results. */
@Command(
    name = "scenario",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Starts a node from the packed jar, loads it as the scenario says, and checks the truth:",
      "board = API = what viewers saw last = recount of the forms sent.",
      "A line of JSON a run; exit 1 where anything differs, never where anything is slow."
    })
public final class Scenario implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      description = "as in load-tests/scenarios",
      converter = Names.class)
  private Named scenario = Named.SMOKE;

  @Option(names = "--jar", description = "default: backend/target/pantau.jar")
  private @Nullable Path jar;

  @Option(
      names = "--against",
      paramLabel = "JAR",
      description = "another jar, run in turn with this one; ratios are the other one's to this")
  private @Nullable Path against;

  @Option(
      names = "--against-storm",
      description = "each run in turn without and with the scenario's storm")
  private boolean againstStorm;

  @Option(
      names = "--runs",
      defaultValue = "1",
      description = "or pairs; a claim needs nine (default: ${DEFAULT-VALUE})")
  private int runs;

  @Option(names = "--seconds", description = "measured, in place of the scenario's")
  private @Nullable Integer seconds;

  @Option(names = "--viewers", description = "in place of the scenario's")
  private @Nullable Integer viewers;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "writes DATE-NAME.md into it, such as load-tests/results")
  private @Nullable Path results;

  /** A scenario by its name in {@code scenarios/}. */
  static final class Names implements CommandLine.ITypeConverter<Named> {
    @Override
    public Named convert(String name) {
      try {
        return Named.of(name);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.TypeConversionException(e.getMessage());
      }
    }
  }

  public static void main(String[] args) {
    System.exit(new CommandLine(new Scenario()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Path root = Load.root();
    Path one = jar == null ? root.resolve("backend/target/pantau.jar") : jar;
    Plan plan = scenario.plan().with(viewers, seconds);
    Pairs.Side first = new Pairs.Side("this", plan, one);
    Pairs.Side second = null;
    if (againstStorm) {
      first = new Pairs.Side("calm", plan.calm(), one);
      second = new Pairs.Side("storm", plan, one);
    } else if (against != null) {
      second = new Pairs.Side("against", plan, against);
    }
    // Before the half hour that some pairs take, not after it.
    Results written = results == null ? null : new Results(results);
    Pairs pairs = new Pairs(new Load(root), first, second).run(runs, Scenario::print);
    if (written != null) {
      written.write(scenario.name(), pairs, command());
    }
    return pairs.good() ? 0 : 1;
  }

  private static void print(Measured line) {
    try {
      System.out.println(line.json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String command() {
    StringBuilder line = new StringBuilder("java -cp $CP id.pantau.load.Scenario ");
    line.append(scenario.name()).append(" --runs ").append(runs);
    line.append(against == null ? "" : " --against OTHER.jar");
    line.append(againstStorm ? " --against-storm" : "");
    line.append(viewers == null ? "" : " --viewers " + viewers);
    line.append(seconds == null ? "" : " --seconds " + seconds);
    return line.toString();
  }
}
