package id.pantau.load;

import id.pantau.election.ElectionReader;
import id.pantau.load.layout.Arrival;
import id.pantau.load.layout.Arrivals;
import id.pantau.load.layout.Bench;
import id.pantau.load.layout.Layout;
import id.pantau.model.Election;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares layouts of counting records in Redis (decision 0002) and prints a table. */
@Command(
    name = "layout-bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Compares layouts of counting records in Redis; the table goes to standard output.")
public final class LayoutBench implements Callable<Integer> {
  @Option(
      names = "--election",
      defaultValue = "config/elections/pemilu-2024",
      description = "folder of the election (default: ${DEFAULT-VALUE})")
  private Path election = Path.of("");

  @Option(
      names = "--layouts",
      split = ",",
      defaultValue =
          "province,pieces:1020,pages:8,pages:12,pages:15,pages:25,pages:31,pages:64,pages:113,"
              + "patched:15,patched:25,village,hash,station,pages:1",
      description =
          "province, pieces:N, pages:N, patched:N, village, hash, station (default: ${DEFAULT-VALUE})")
  private List<String> layouts = List.of();

  @Option(
      names = "--batches",
      split = ",",
      defaultValue = "256",
      description = "forms of a call (default: ${DEFAULT-VALUE})")
  private List<Integer> batches = List.of();

  @Option(
      names = "--orders",
      split = ",",
      defaultValue = "real",
      description = "real (forms/ppwp.csv.gz of the election), random (default: ${DEFAULT-VALUE})")
  private List<String> orders = List.of();

  @Option(
      names = "--fsync",
      split = ",",
      defaultValue = "everysec",
      description = "everysec, always, no (default: ${DEFAULT-VALUE})")
  private List<String> fsync = List.of();

  @Option(
      names = "--forms",
      defaultValue = "214623",
      description = "forms of one run (default: ${DEFAULT-VALUE})")
  private int forms;

  @Option(
      names = "--repeats",
      defaultValue = "5",
      description = "interleaved repetitions (default: ${DEFAULT-VALUE})")
  private int repeats;

  @Option(names = "--memory", description = "also measure the memory of the records")
  private boolean memory;

  @Option(
      names = "--redis-server",
      defaultValue = "",
      description = "the binary (default: from the path, else the one in the jar)")
  private String redisServer = "";

  public static void main(String[] args) {
    System.exit(new CommandLine(new LayoutBench()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Election read = ElectionReader.read(election);
    Arrivals arrivals = new Arrivals(read.areas());
    Bench bench =
        new Bench(read.areas(), redisServer, layouts.stream().map(Layout::parse).toList());
    if (memory) {
      bench.memory(arrivals.random());
    }
    Map<String, List<Arrival>> lists = new LinkedHashMap<>();
    for (String order : orders) {
      List<Arrival> all =
          switch (order) {
            case "real" -> arrivals.real(read, tallies());
            case "random" -> arrivals.random();
            default -> throw new IllegalArgumentException("no order is called " + order);
          };
      lists.put(order, all.subList(0, Math.min(forms, all.size())));
    }
    for (String policy : fsync) {
      bench.speed(policy, lists, batches, repeats);
    }
    System.out.print(bench.table().markdown());
    return 0;
  }

  private Path tallies() {
    Path file = election.resolve("forms").resolve("ppwp.csv.gz");
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(file + ": no such file; take --orders random");
    }
    return file;
  }
}
