package id.pantau.load;

import id.pantau.election.ElectionReader;
import id.pantau.load.flood.MadeUpElection;
import id.pantau.model.Election;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the folder of a made-up election as large as a real one: five papers a station. */
@Command(
    name = "five-contests",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes an election for load tests: areas, stations and the first contest of another election, and",
      "contests that nobody ever voted in. It is a test and says so in every name. The last line is JSON."
    })
public final class FiveContests implements Callable<Integer> {
  @Option(
      names = "--from",
      defaultValue = "config/elections/pemilu-2024",
      description = "the folder that it is made of (default: ${DEFAULT-VALUE})")
  private Path from = Path.of("");

  @Option(
      names = "--contests",
      defaultValue = "5",
      description = "of them all, the real one included (default: ${DEFAULT-VALUE})")
  private int contests;

  @Option(
      names = "--out",
      defaultValue = "load-tests/target/five-contests",
      description = "the folder to write (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("");

  public static void main(String[] args) {
    System.exit(new CommandLine(new FiveContests()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    MadeUpElection.write(from, out, contests);
    Election written = ElectionReader.read(out);
    Measured measured = new Measured().put("folder", out.toString()).put("id", written.id());
    measured.put("contests", written.contests().stream().map(c -> c.id()).toList());
    measured.put("areas", written.areas().size()).put("stations", written.areas().stations(0));
    System.out.println(measured.put("hash", written.hash()).json());
    return 0;
  }
}
