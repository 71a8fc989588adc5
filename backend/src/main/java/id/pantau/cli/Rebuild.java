package id.pantau.cli;

import id.pantau.count.CountVerticle;
import id.pantau.count.RefillReport;
import id.pantau.model.Election;
import id.pantau.platform.LogEntry;
import id.pantau.platform.Refused;
import id.pantau.platform.Settings;
import id.pantau.platform.SettingsReader;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rebuild}: fills an empty Redis from the journals of all nodes. */
@Command(
    name = "rebuild",
    description = "Fills an empty Redis from the journals.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Name the data folder of every node that ever counted into the Redis that is gone: each has",
      "what it acknowledged. The last line on standard output is JSON: what became of the forms."
    })
public final class Rebuild implements Callable<Integer> {
  private final PrintStream err = System.err;

  @Option(names = "--redis", required = true, paramLabel = "URI", description = "the Redis to fill")
  private String redis = "";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "a node's data folder; may be repeated")
  private List<Path> data = new ArrayList<>();

  @Option(names = "--merge", description = "the Redis may hold counts already; only adds")
  private boolean merge;

  @Option(
      names = "--election",
      paramLabel = "ID|DIR",
      description = "packed in the jar, or a folder (default: pemilu-2024)")
  private String election = "pemilu-2024";

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = SettingsReader.read(null, System.getenv()).withRedisUri(redis);
    Election described = Serve.election(election);
    List<Path> folders = new ArrayList<>();
    for (Path folder : data) {
      Path journal = CountVerticle.journalFolder(folder, described.id());
      if (!Files.isDirectory(journal)) {
        throw new Refused(folder + " holds no journal of " + described.id());
      }
      folders.add(journal);
    }
    Vertx vertx = Vertx.vertx();
    try {
      return run(new id.pantau.count.Rebuild(vertx, settings, described, folders, merge));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private int run(id.pantau.count.Rebuild rebuild) throws IOException, InterruptedException {
    RefillReport report;
    try (Progress progress = Progress.on(err, "rebuild", rebuild.entries())) {
      report = rebuild.run(progress::step).toCompletionStage().toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Refused refused
          ? refused
          : new Refused("the rebuild failed and may be repeated: " + e.getCause());
    }
    System.out.println(json(report));
    return 0;
  }

  private static String json(RefillReport report) {
    return String.format(
        java.util.Locale.ROOT,
        "{\"sent\":%d,\"counted\":%d,\"held\":%d,\"stored\":%d,\"withdrawn\":%d,"
            + "\"beside\":%d,\"history\":%d,\"duplicate\":%d}",
        report.sent(),
        report.ended(LogEntry.COUNTED),
        report.ended(LogEntry.HELD),
        report.ended(LogEntry.STORED),
        report.ended(LogEntry.WITHDRAWN),
        report.ended(LogEntry.BESIDE),
        report.ended(LogEntry.HISTORY),
        report.ended(LogEntry.DUPLICATE));
  }
}
