package id.pantau.cli;

import id.pantau.model.Contest;
import id.pantau.model.Form;
import id.pantau.platform.Refused;
import id.pantau.sirekap.SirekapImport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import-sirekap SOURCE}: KPU's JSON tree as forms that {@code replay} sends. */
@Command(
    name = "import-sirekap",
    description = "Reads KPU's JSON tree into NDJSON forms.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    footer = {
      "",
      "SOURCE is a folder, an archive (.zip, .tar.gz, or .jsonl.gz with the station",
      "in \"kode\"), or an address: of a site that serves the tree, or of an archive.",
      "Only https to public addresses is fetched, and http to this machine where it",
      "is named as such. The last line on standard error is JSON: what became of the",
      "files. Exit 1 where a station file is broken; the forms of the others are",
      "written all the same."
    })
public final class ImportSirekap implements Callable<Integer> {
  private static final int REFUSALS_PRINTED_MAX = 20;
  private static final double RATE_MAX = 1000;
  private static final int BUFFER_BYTES = 1 << 16;

  private final PrintStream stdout;
  private final PrintStream err;
  private long refusals;

  @Parameters(
      paramLabel = "SOURCE",
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
      description = "a folder, an archive, or an address")
  private String source = "";

  @Option(names = "--out", paramLabel = "FILE", description = "instead of standard output")
  private @Nullable Path out;

  @Option(
      names = "--after",
      paramLabel = "FILE",
      description =
          "forms of an earlier import: only what says something else now is written, as"
              + " the next revisions")
  private @Nullable String after;

  @Option(
      names = "--areas",
      split = ",",
      paramLabel = "CODE",
      description = "of a site, only these places and what lies in them")
  private List<String> areas = List.of();

  @Option(names = "--rate", paramLabel = "N", description = "requests a second to a site, at most")
  private double rate = 5;

  @Option(
      names = "--election",
      paramLabel = "ID|DIR",
      description = "whose contest it is: packed in the jar, or a folder")
  private String election = "pemilu-2024";

  @Option(names = "--contest", paramLabel = "ID", description = "the contest that is read")
  private String contest = "ppwp";

  public ImportSirekap() {
    this(System.out, System.err);
  }

  ImportSirekap(PrintStream stdout, PrintStream err) {
    this.stdout = stdout;
    this.err = err;
  }

  @Override
  public Integer call() throws InterruptedException {
    Contest ballot = ReplayFile.election(election).contest(contest);
    if (ballot == null) {
      throw new Refused("election " + election + " has no contest " + contest);
    }
    try (SirekapImport forms = open(ballot)) {
      know(forms);
      if (out == null) {
        write(forms, stdout);
      } else {
        writeFile(forms, out);
      }
      return report(forms.tally());
    } catch (IOException e) {
      throw new Refused(source + " cannot be read: " + e.getMessage());
    }
  }

  private SirekapImport open(Contest ballot) throws IOException, InterruptedException {
    boolean site = source.matches("[a-zA-Z][a-zA-Z0-9+.-]+://.*");
    if (!site) {
      if (!areas.isEmpty()) {
        throw new Refused("--areas is for sites; of a folder, name the part that is wanted");
      }
      return SirekapImport.of(Path.of(source), ballot, this::refuse);
    }
    if (!(rate > 0 && rate <= RATE_MAX)) {
      throw new Refused("--rate " + rate + " is not 0 to " + RATE_MAX);
    }
    try {
      return SirekapImport.of(URI.create(source), ballot, areas, rate, this::refuse);
    } catch (IllegalArgumentException e) {
      throw new Refused(source + " is no address");
    }
  }

  private void refuse(String sentence) {
    if (refusals++ < REFUSALS_PRINTED_MAX) {
      err.println("refused: " + sentence);
    }
  }

  private void know(SirekapImport forms) throws IOException {
    if (after == null) {
      return;
    }
    try (InputStream in = ReplayFile.input(after)) {
      ReplayNdjson lines = new ReplayNdjson(in, null);
      for (long line = 1; lines.hasNext(); line++) {
        Form form = RecountJson.form(lines.next().json());
        if (form == null) {
          throw new Refused(after + " line " + line + " is no form");
        }
        forms.knows(form);
      }
    }
  }

  /** Beside the file first: a crash leaves what was there before, and no half of a new one. */
  private void writeFile(SirekapImport forms, Path file) throws IOException, InterruptedException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream to = Files.newOutputStream(part)) {
        write(forms, to);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void write(SirekapImport forms, OutputStream to)
      throws IOException, InterruptedException {
    OutputStream buffered = new BufferedOutputStream(to, BUFFER_BYTES);
    try (Progress progress = Progress.on(err, "import-sirekap", -1)) {
      for (Form form = forms.next(); form != null; form = forms.next()) {
        buffered.write(FormJson.bytes(form));
        buffered.write('\n');
        progress.step(1);
      }
    } finally {
      buffered.flush();
    }
    if (to == stdout && stdout.checkError()) {
      throw new IOException("standard output is closed");
    }
  }

  private int report(SirekapImport.Tally tally) {
    if (refusals > REFUSALS_PRINTED_MAX) {
      err.println("refused: " + (refusals - REFUSALS_PRINTED_MAX) + " more");
    }
    err.println(tally.json());
    return tally.refused() > 0 ? 1 : 0;
  }
}
