package id.pantau.load;

import id.pantau.election.ElectionReader;
import id.pantau.load.flood.Expected;
import id.pantau.load.flood.Flood;
import id.pantau.load.flood.FloodCounts;
import id.pantau.load.flood.FloodMeasure;
import id.pantau.load.flood.Forms;
import id.pantau.load.flood.MadeUp;
import id.pantau.load.flood.Published;
import id.pantau.load.flood.Sums;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** As many forms as a node will take; checks that exactly those are counted. */
@Command(
    name = "intake-flood",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Sends forms in batches over several connections and compares what the node publishes with its answers.",
      "Nothing else may send forms meanwhile. The last line is JSON; exit 1 where figures differ."
    })
public final class IntakeFlood implements Callable<Integer> {
  private static final int CATCH_UP_TRIES = 60;

  @Option(
      names = "--url",
      defaultValue = "http://127.0.0.1:8080",
      description = "default: ${DEFAULT-VALUE}")
  private URI url = URI.create("");

  @Option(
      names = "--key",
      defaultValue = "${env:PANTAU_KEY}",
      required = true,
      description = "the submitter's key; else PANTAU_KEY")
  private String key = "";

  @Option(
      names = "--election",
      defaultValue = "config/elections/pemilu-2024",
      description = "the node's election (default: ${DEFAULT-VALUE})")
  private Path folder = Path.of("");

  @Option(
      names = "--contests",
      split = ",",
      paramLabel = "ID",
      description = {
        "which, with commas between, or all; several are sent by turns (default: the first);",
        "a contest without tallies in the election's folder gets made-up forms alone"
      })
  private List<String> contestIds = List.of();

  @Option(
      names = "--source",
      defaultValue = "real",
      description = {
        "real: the tallies of the election; made-up: every station, figures made up;",
        "full: the real ones, made-up ones for all other stations (default: ${DEFAULT-VALUE})"
      })
  private String source = "";

  @Option(
      names = "--revision",
      defaultValue = "1",
      description = "of made-up forms; 2 corrects what a run with 1 sent, and so on")
  private int revision;

  @Option(names = "--forms", defaultValue = "2147483647", description = "at most that many")
  private int formsMax;

  @Option(names = "--connections", defaultValue = "8", description = "default: ${DEFAULT-VALUE}")
  private int connections;

  @Option(
      names = "--batch",
      defaultValue = "500",
      description = "forms (default: ${DEFAULT-VALUE})")
  private int batch;

  @Option(
      names = "--rate",
      defaultValue = "0",
      description = "forms a second; 0 = as fast as they are answered")
  private int rate;

  @Option(
      names = "--warmup-forms",
      defaultValue = "20000",
      description = "sent before measuring begins (default: ${DEFAULT-VALUE})")
  private int warmupForms;

  @Option(names = "--pid", description = "the node's process, for its CPU")
  private @Nullable Long pid;

  @Option(names = "--redis-pid", description = "Redis' process, for its CPU")
  private @Nullable Long redisPid;

  public static void main(String[] args) {
    System.exit(new CommandLine(new IntakeFlood()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Election election = ElectionReader.read(folder);
    List<Contest> contests = contests(election);
    List<Forms> each = new ArrayList<>();
    Map<String, MadeUp> made = new HashMap<>();
    Map<Published, Map<String, Sums>> before = new LinkedHashMap<>();
    for (Contest contest : contests) {
      each.add(forms(election, contest));
      made.put(contest.id(), new MadeUp(contest));
      Published published = new Published(url, contest.id());
      before.put(published, published.now());
    }
    Forms forms = Forms.byTurns(each).first(formsMax);
    Expected expected =
        new Expected(
            f ->
                f.revision() == 1
                    ? null
                    : Objects.requireNonNull(made.get(f.contest()))
                        .form(f.station(), f.revision() - 1));
    FloodCounts counts = new FloodCounts();
    System.err.printf(
        "%d forms, %d of them real, the others made up%n", forms.size(), forms.real());
    FloodMeasure measure = new FloodMeasure(counts, warmupForms, pid, redisPid);
    Instant started = Instant.now();
    measure.begin();
    Flood.Plan plan = new Flood.Plan(url, key, connections, batch, rate);
    new Flood(forms, plan, counts, expected).run();
    Measured measured = measure.end();
    expected.settle(before.keySet().iterator().next(), started);
    @Nullable String difference = null;
    for (Map.Entry<Published, Map<String, Sums>> one : before.entrySet()) {
      difference =
          difference == null ? difference(one.getKey(), one.getValue(), expected) : difference;
    }
    measured.put("contests", contests.stream().map(Contest::id).toList());
    measured.put("forms", forms.size()).put("madeUp", forms.size() - forms.real());
    measured.put("askedForAfterRetry", expected.doubtful());
    measured.put("connections", connections).put("batchForms", batch).put("rate", rate);
    measured.put("difference", Objects.requireNonNullElse(difference, "none"));
    System.out.println(measured.put("good", difference == null).json());
    return difference == null ? 0 : 1;
  }

  private List<Contest> contests(Election election) {
    if (contestIds.isEmpty()) {
      return election.contests().subList(0, 1);
    }
    return contestIds.equals(List.of("all"))
        ? election.contests()
        : contestIds.stream().map(id -> known(election, id)).toList();
  }

  private static Contest known(Election election, String id) {
    Contest contest = election.contest(id);
    if (contest == null) {
      throw new IllegalArgumentException("no contest is called " + id);
    }
    return contest;
  }

  private Forms forms(Election election, Contest contest) throws IOException {
    Path tallies = folder.resolve("forms").resolve(contest.id() + ".csv.gz");
    if (!Files.exists(tallies)) {
      return Forms.madeUp(election, contest, revision);
    }
    return switch (source) {
      case "real" -> Forms.real(contest, tallies);
      case "made-up" -> Forms.madeUp(election, contest, revision);
      case "full" -> Forms.full(election, contest, tallies);
      default -> throw new IllegalArgumentException("no source is called " + source);
    };
  }

  /** The board follows the count: what it shows must become right, and may take a moment. */
  private static @Nullable String difference(
      Published published, Map<String, Sums> before, Expected expected)
      throws IOException, InterruptedException {
    String difference = expected.difference(published.contest(), before, published.now());
    for (int tries = 0; difference != null && tries < CATCH_UP_TRIES; tries++) {
      TimeUnit.MILLISECONDS.sleep(500);
      difference = expected.difference(published.contest(), before, published.now());
    }
    return difference;
  }
}
