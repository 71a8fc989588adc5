package id.pantau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.platform.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code recount SOURCE}: adds everything up again from the forms and compares. */
@Command(
    name = "recount",
    description = "Recomputes every total of every place from forms, and compares with a node's.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    footer = {
      "",
      "Prints the places where they differ: place, figure, published, recounted.",
      "Exit 0 where all are equal, 1 where one differs or the node cannot be asked.",
      "A file speaks for the contests that it has forms of."
    })
public final class Recount implements Callable<Integer> {
  private static final int PRINTED_MAX = 1000;
  private static final NodeClient.Patience PATIENCE =
      new NodeClient.Patience(Duration.ofSeconds(30), Duration.ofMinutes(5));

  private final PrintStream out;
  private final PrintStream err;

  @Parameters(
      paramLabel = "SOURCE",
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
      description =
          "forms as for replay, CSV or NDJSON, those of the open data too; - = what the node at --url"
              + " offers")
  private String source = "-";

  @Option(names = "--url", paramLabel = "URL", description = "the node's public port")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--published",
      paramLabel = "FILE",
      description =
          "compare with results bodies in a file, one a line, instead of the node's; the NDJSON of"
              + " totals of the open data is one; may be given again")
  private List<Path> published = List.of();

  @Option(names = "--stations", description = "also every station, a request a village")
  private boolean stations;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = ReplayTime.class,
      description = "only forms that arrived before, as for replay")
  private @Nullable Instant until;

  @Option(
      names = "--election",
      paramLabel = "ID|DIR",
      description = "the reference data: packed in the jar, or a folder")
  private String election = "pemilu-2024";

  @Option(names = "--contest", paramLabel = "ID", description = "the contest of a CSV")
  private String contest = "ppwp";

  public Recount() {
    this(System.out, System.err);
  }

  Recount(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws InterruptedException {
    Election reference = ReplayFile.election(election);
    NodeClient node = new NodeClient(NodeClient.address(url, null), null, PATIENCE);
    try {
      RecountStations standing = new RecountStations();
      RecountForms forms = new RecountForms(reference, standing);
      read(forms, reference, node);
      Map<String, RecountTotals> totals = new LinkedHashMap<>();
      for (Contest each : reference.contests()) {
        // Files that are named are compared with zeros too: no forms are no excuse for totals.
        boolean asked = source.equals("-") || (forms.forms() == 0 && !published.isEmpty());
        if (asked || forms.contests().contains(each.id())) {
          totals.put(each.id(), new RecountTotals(reference, each, standing));
        }
      }
      RecountCheck check = new RecountCheck(totals, forms.withheld());
      boolean moved = compare(check, totals, node);
      return report(check, totals, forms, moved);
    } catch (NodeClient.Away | IOException | UncheckedIOException e) {
      throw new Refused("the recount cannot be done: " + e.getMessage());
    }
  }

  private void read(RecountForms forms, Election reference, NodeClient node)
      throws NodeClient.Away, IOException, InterruptedException {
    if (source.equals("-")) {
      try (Progress progress = Progress.on(err, "forms", -1)) {
        new RecountChanges(node).read(forms, progress::step);
      }
    } else {
      try (ReplayFile file = ReplayFile.open(source, () -> reference, contest, until)) {
        OpenDataRows open = file.openData();
        if (open == null) {
          forms.take(file);
        }
        while (open != null && open.hasNext()) {
          forms.takeOpen(open.next());
        }
      }
    }
  }

  /** True where the node counted on while it was asked. */
  private boolean compare(RecountCheck check, Map<String, RecountTotals> totals, NodeClient node)
      throws NodeClient.Away, IOException, InterruptedException {
    for (Path file : published) {
      try (InputStream in = ReplayFile.input(file.toString())) {
        ReplayNdjson lines = new ReplayNdjson(in, null);
        while (lines.hasNext()) {
          JsonNode body = RecountJson.tree(lines.next().json());
          check.body(body);
        }
      }
    }
    if (!published.isEmpty()) {
      return false;
    }
    boolean moved = false;
    for (RecountTotals each : totals.values()) {
      int requests = RecountWalk.requests(each.tree(), stations);
      try (Progress progress = Progress.on(err, "places", requests)) {
        moved |= new RecountWalk(node, each, check, progress).run(stations);
      }
    }
    return moved;
  }

  private int report(
      RecountCheck check, Map<String, RecountTotals> totals, RecountForms forms, boolean moved) {
    List<RecountDifference> differences = check.differences();
    differences.stream().limit(PRINTED_MAX).forEach(out::println);
    if (differences.size() > PRINTED_MAX) {
      out.println("… and " + (differences.size() - PRINTED_MAX) + " more");
    }
    if (moved) {
      err.println("the node counted on while it was asked; differences may be only that");
    }
    if (check.blind() > 0) {
      err.println(check.blind() + " places are not compared: forms below them are withheld");
    }
    boolean nothing = forms.forms() == 0 && forms.withheld().isEmpty() && !source.equals("-");
    if (nothing && differences.isEmpty()) {
      out.println("nothing to compare: no forms");
      return 0;
    }
    String places = check.places() + " places, " + forms.forms() + " forms";
    if (differences.isEmpty() && check.places() > 0) {
      out.println("equal: " + places + nations(totals));
      return 0;
    }
    out.println(differences.size() + " figures differ in " + places);
    return 1;
  }

  private static String nations(Map<String, RecountTotals> totals) {
    StringBuilder line = new StringBuilder();
    totals.forEach(
        (id, contest) -> {
          line.append("; ").append(id);
          line.append(" counted ").append(contest.nation().counted());
          line.append(", held ").append(contest.nation().held());
          for (int i = 0; i < contest.contest().choices().size(); i++) {
            line.append(", ").append(contest.contest().choices().get(i).id());
            line.append(' ').append(contest.nation().votes()[i]);
          }
        });
    return line.toString();
  }
}
