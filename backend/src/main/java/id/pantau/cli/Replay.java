package id.pantau.cli;

import id.pantau.platform.Refused;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code replay FILE}: sends forms to a running node, as a submitter does. */
@Command(
    name = "replay",
    description = "Sends forms to a running node.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    footer = {
      "",
      "FILE is NDJSON of forms, or CSV of tallies; a CSV with a column \"seen\" is",
      "a history: its states are sent as revisions 1, 2, …, votes that vanish as a",
      "withdrawal. Sending a file again is safe. The last line on standard output",
      "is JSON: what became of the forms."
    })
public final class Replay implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  public Replay() {
    this(System.out, System.err);
  }

  Replay(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Parameters(
      paramLabel = "FILE",
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
      description = "CSV or NDJSON, gzip or not; - is standard input")
  private String file = "-";

  @Option(names = "--url", paramLabel = "URL", description = "the node's public port")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--key",
      paramLabel = "KEY",
      defaultValue = "${env:PANTAU_KEY}",
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
      description = "the submitter's key; default: the environment's PANTAU_KEY")
  private @Nullable String key;

  @ArgGroup private @Nullable Pacing pacing;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = ReplayTime.class,
      description = "only forms that arrived before (2024-02-15T19:30, +07:00 where it says none)")
  private @Nullable Instant until;

  @Option(names = "--batch", paramLabel = "FORMS", description = "forms of one request at most")
  private int batchForms = 500;

  @Option(names = "--lanes", paramLabel = "N", description = "requests at a time")
  private int lanes = 4;

  @Option(
      names = "--election",
      paramLabel = "ID|DIR",
      description = "whose contest a CSV is about: packed in the jar, or a folder")
  private String election = "pemilu-2024";

  @Option(names = "--contest", paramLabel = "ID", description = "the contest of a CSV")
  private String contest = "ppwp";

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "how long a node that does not answer is waited for")
  private int patienceSeconds = 120;

  /** At most one of them; none is as fast as the node takes forms. */
  private static final class Pacing {
    @Option(names = "--rate", paramLabel = "N", description = "forms a second")
    private @Nullable Double rate;

    @Option(names = "--speed", paramLabel = "X", description = "X times faster than they arrived")
    private @Nullable Double speed;

    ReplayPace pace() {
      double value = rate != null ? rate : speed != null ? speed : 1;
      if (!(value > 0 && value <= 1e9)) {
        throw new Refused((rate != null ? "--rate " : "--speed ") + value + " is no speed");
      }
      return rate != null ? ReplayPace.rate(value) : ReplayPace.speed(value);
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    ReplayPlan plan =
        new ReplayPlan(
            NodeClient.address(url, key),
            key == null || key.isEmpty() ? null : key,
            pacing == null ? ReplayPace.unpaced() : pacing.pace(),
            limited("--batch", batchForms, ReplayPlan.BATCH_FORMS_MAX),
            limited("--lanes", lanes, ReplayPlan.LANES_MAX),
            Duration.ofSeconds(patienceSeconds),
            ReplayPlan.BUSY_PATIENCE);
    try (ReplayFile source =
            ReplayFile.open(file, () -> ReplayFile.election(election), contest, until);
        Progress progress = Progress.on(err, "replay", source.size())) {
      return send(plan, source, progress);
    } catch (IOException e) {
      throw new Refused(file + " cannot be read: " + e.getMessage());
    }
  }

  /** The counts are printed whatever happens: what was sent, was sent. */
  private int send(ReplayPlan plan, ReplayFile source, Progress progress)
      throws InterruptedException {
    ReplayRun run = new ReplayRun(plan, progress::step);
    String failure = run.send(source);
    progress.close();
    run.tally().refusals().forEach(refusal -> err.println("refused: " + refusal));
    if (failure != null) {
      err.println(failure);
    }
    out.println(run.tally().json());
    return failure == null ? 0 : 1;
  }

  private static int limited(String option, int value, int max) {
    if (value < 1 || value > max) {
      throw new Refused(option + " " + value + " is not 1 to " + max);
    }
    return value;
  }
}
