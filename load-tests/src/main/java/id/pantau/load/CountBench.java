package id.pantau.load;

import id.pantau.election.ElectionReader;
import id.pantau.load.counting.Load;
import id.pantau.load.counting.Report;
import id.pantau.load.counting.Rounds;
import id.pantau.load.flood.Forms;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The counting step beside its peers, interleaved; decision 0011. */
@Command(
    name = "count-bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Counts the same batches in every design, round by round, each on an empty store, and checks every total.",
      "A line of JSON a run, a table, and a last line of JSON with the bars; exit 1 where a run was wrong."
    })
public final class CountBench implements Callable<Integer> {
  private static final String OURS = "function";

  @Option(
      names = "--election",
      defaultValue = "config/elections/pemilu-2024",
      description = "folder of the election (default: ${DEFAULT-VALUE})")
  private Path folder = Path.of("");

  @Option(
      names = "--designs",
      split = ",",
      defaultValue =
          "raw,function,absolute-function,absolute-watch,postgres-1,postgres-2,postgres-mixed-1,postgres-mixed-2",
      description = {
        "raw: a pipelined SET a form; function: the product's; function-spread: over several connections;",
        "function-2: the product's on two Redis, each with its provinces, as primaries of a cluster have them;",
        "function-before: another count.lua, --before;",
        "absolute-function, absolute-watch: totals made outside Redis, behind a comparison of the position;",
        "postgres-1, postgres-2: clients, each with batches of one province;",
        "postgres-mixed-1, postgres-mixed-2: with batches of the whole country, a row a form in the log",
        "(default: ${DEFAULT-VALUE})"
      })
  private List<String> designs = List.of();

  @Option(
      names = "--source",
      defaultValue = "full",
      description = "real, made-up, full, as IntakeFlood (default: ${DEFAULT-VALUE})")
  private String source = "";

  @Option(
      names = "--revision",
      defaultValue = "1",
      description = "2: made-up corrections of forms that were counted first, outside the figures")
  private int revision;

  @Option(
      names = "--forms",
      defaultValue = "150000",
      description = "of a run (default: ${DEFAULT-VALUE})")
  private int formsMax;

  @Option(
      names = "--warmup-forms",
      defaultValue = "20000",
      description = "of every design in every round, before its run (default: ${DEFAULT-VALUE})")
  private int warmupForms;

  @Option(
      names = "--batch",
      defaultValue = "256",
      description = "forms of a batch (default: ${DEFAULT-VALUE})")
  private int batch;

  @Option(
      names = "--rounds",
      defaultValue = "9",
      description = "interleaved repetitions (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--fsync",
      defaultValue = "always",
      description = "of Redis: always, everysec, no (default: ${DEFAULT-VALUE})")
  private String fsync = "";

  @Option(
      names = "--connections",
      defaultValue = "8",
      description = {
        "to Redis, a batch under way on each; the function and absolute-function have one connection",
        "with as many under way (default: ${DEFAULT-VALUE})"
      })
  private int connections;

  @Option(
      names = "--redis-server",
      defaultValue = "",
      description = "the binary (default: from the path, else the one in the jar)")
  private String redisServer = "";

  @Option(names = "--before", description = "a count.lua that takes the same calls")
  private Path before = Path.of("");

  @Option(
      names = "--postgres",
      defaultValue = "load-tests/peers/postgres.sh",
      description = "starts PostgreSQL (default: ${DEFAULT-VALUE})")
  private Path postgres = Path.of("");

  public static void main(String[] args) {
    System.exit(new CommandLine(new CountBench()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Election election = ElectionReader.read(folder);
    Contest contest = election.contests().get(0);
    Load load = Load.of(election, contest, forms(election, contest, revision), batch);
    Load corrected =
        revision == 1
            ? Load.NONE
            : Load.of(election, contest, forms(election, contest, revision - 1), batch);
    Load warmup = Load.of(election, contest, forms(election, contest, 1).first(warmupForms), batch);
    Rounds.Setup setup =
        new Rounds.Setup(
            designs, redisServer, fsync, postgres.toAbsolutePath(), connections, before);
    Rounds all = new Rounds(election, setup);
    for (int round = 0; round < rounds; round++) {
      all.round(round, warmup, corrected, load);
    }
    Report report = new Report(all.runs(), OURS);
    System.out.print(report.table());
    System.out.println(report.bars(all.voids()).json());
    return all.voids().isEmpty() ? 0 : 1;
  }

  private Forms forms(Election election, Contest contest, int ofRevision) throws IOException {
    Path tallies = folder.resolve("forms").resolve(contest.id() + ".csv.gz");
    Forms forms =
        switch (source) {
          case "real" -> Forms.real(contest, tallies);
          case "made-up" -> Forms.madeUp(election, contest, ofRevision);
          case "full" -> Forms.full(election, contest, tallies);
          default -> throw new IllegalArgumentException("no source is called " + source);
        };
    return forms.first(formsMax);
  }
}
