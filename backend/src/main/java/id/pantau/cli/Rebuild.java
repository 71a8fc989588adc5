package id.pantau.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pantau.count.CountVerticle;
import id.pantau.count.RefillReport;
import id.pantau.model.Election;
import id.pantau.platform.LogEntry;
import id.pantau.platform.Refused;
import id.pantau.platform.Settings;
import id.pantau.platform.SettingsReader;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rebuild}: fills an empty Redis. */
@Command(
    name = "rebuild",
    description = {
      "Fills an empty Redis from the journals of all nodes, from the logs of another Redis, or from",
      "the forms of the open data.",
      "Name every node that ever counted: what is in no journal is not in the new Redis."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "It may be repeated, and one that broke off is repeated with --merge. The last line on",
      "standard output is JSON: what became of the forms. Exit 0 done, 1 refused or failed, 2 usage."
    })
public final class Rebuild implements Callable<Integer> {
  private static final int COMMAND_TIMEOUT_MILLIS = 10_000;
  private static final int RECONNECT_MILLIS_MIN = 100;
  private static final int RECONNECT_MILLIS_MAX = 1_000;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(names = "--redis", paramLabel = "URI", required = true, description = "what is filled")
  private String redis = "";

  @Option(
      names = "--journal",
      paramLabel = "DIR",
      description = "a folder of journal files (*.pj); may be given again")
  private List<Path> journals = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "a node's data folder, its journal is read; may be given again")
  private List<Path> data = new ArrayList<>();

  @Option(
      names = "--from-redis",
      paramLabel = "URI",
      description = "another Redis, its logs are read")
  private @Nullable String fromRedis;

  @Option(
      names = "--open-data",
      paramLabel = "FILE",
      description =
          "a table of forms of the open data, CSV or NDJSON, with the table of arrivals beside it;"
              + " may be given again")
  private List<Path> openData = new ArrayList<>();

  @Option(
      names = "--election",
      paramLabel = "ID|DIR",
      description = "packed in the jar, or a folder")
  private String election = "pemilu-2024";

  @Option(names = "--merge", description = "also into a Redis that has counted already")
  private boolean merge;

  @Override
  public Integer call() throws InterruptedException {
    Election counted = Serve.election(election);
    List<Path> folders = new ArrayList<>(journals);
    data.forEach(each -> folders.add(CountVerticle.journalFolder(each, counted.id())));
    if (folders.isEmpty() && fromRedis == null && openData.isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "name what to read: --journal, --data, --from-redis or --open-data");
    }
    List<OpenDataForms> tables =
        openData.stream().map(file -> new OpenDataForms(counted, file)).toList();
    check(tables);
    AtomicReference<@Nullable Progress> progress = new AtomicReference<>();
    id.pantau.count.Rebuild.Wanted wanted =
        new id.pantau.count.Rebuild.Wanted(
            connection(redis),
            fromRedis == null ? null : connection(fromRedis),
            folders,
            List.copyOf(tables),
            merge,
            SettingsReader.read(null, System.getenv()).count().batchFormsMax(),
            forms -> progress.set(Progress.on(System.err, "forms", forms)),
            sent -> step(progress.get(), sent));
    Vertx vertx = Vertx.vertx();
    try {
      RefillReport report =
          new id.pantau.count.Rebuild(vertx, counted, wanted)
              .go()
              .toCompletionStage()
              .toCompletableFuture()
              .get();
      close(progress.get());
      long withheld = tables.stream().mapToLong(OpenDataForms::withheld).sum();
      if (withheld > 0) {
        spec.commandLine().getErr().println(withheld + " forms were withheld: they are not in it");
      }
      spec.commandLine().getOut().println(json(counted, report));
      spec.commandLine().getOut().flush();
      return 0;
    } catch (ExecutionException e) {
      close(progress.get());
      if (e.getCause() instanceof Refused why) {
        throw why;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      vertx.close();
    }
  }

  /** Reads every table to its end first: of one with a bad row nothing gets into Redis. */
  private static void check(List<OpenDataForms> tables) {
    try {
      for (OpenDataForms table : tables) {
        table.read(entry -> {});
      }
    } catch (IOException e) {
      throw new Refused("not rebuilt: " + e.getMessage());
    }
  }

  private static void step(@Nullable Progress progress, long forms) {
    if (progress != null) {
      progress.step(forms);
    }
  }

  private static void close(@Nullable Progress progress) {
    if (progress != null) {
      progress.close();
    }
  }

  private static Settings.Redis connection(String uri) {
    return new Settings.Redis(
        uri, COMMAND_TIMEOUT_MILLIS, RECONNECT_MILLIS_MIN, RECONNECT_MILLIS_MAX, 0);
  }

  private static String json(Election counted, RefillReport report) {
    ObjectNode line = new ObjectMapper().createObjectNode();
    line.put("election", counted.id());
    line.put("sent", report.sent());
    line.put("counted", report.ended(LogEntry.COUNTED));
    line.put("held", report.ended(LogEntry.HELD));
    line.put("stored", report.ended(LogEntry.STORED));
    line.put("withdrawn", report.ended(LogEntry.WITHDRAWN));
    line.put("beside", report.ended(LogEntry.BESIDE));
    line.put("history", report.ended(LogEntry.HISTORY));
    line.put("duplicate", report.ended(LogEntry.DUPLICATE));
    return line.toString();
  }
}
