package id.pantau.sirekap;

import id.pantau.model.Contest;
import id.pantau.model.Form;
import id.pantau.platform.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads KPU's tree into forms: machine-read, generation 0, {@code ts} as their time (+07:00). Every
 * station file is a form, also one that shows nothing yet: it says when KPU published that, and
 * which pages it had. For a thread that may wait.
 */
public final class SirekapImport implements AutoCloseable {
  private static final Pattern ARCHIVE = Pattern.compile(".*\\.(zip|tar|tgz|gz|jsonl|ndjson)");
  private static final long ARCHIVE_BYTES_MAX = 4L << 30;

  private final StationFileReader reader;
  private final StationHistory history;
  private final SirekapSource source;
  private final Consumer<String> refusals;
  private long files;
  private long votes;
  private long administrative;
  private long withdrawn;
  private long partial;
  private long unchanged;
  private long refused;

  /**
   * What became of the files.
   *
   * @param files station files that were met
   * @param votes forms with votes
   * @param administrative forms without, some with nothing but a time
   * @param withdrawn forms that take votes out again
   * @param partial files with the votes of some choices only: no form
   * @param unchanged states that say what the one before them said: no form
   * @param refused files that are broken
   * @param others files that are no station's of the contest, or are not there
   */
  public record Tally(
      long files,
      long votes,
      long administrative,
      long withdrawn,
      long partial,
      long unchanged,
      long refused,
      long others) {
    /** The tally as one JSON object. */
    public String json() {
      return String.format(
          Locale.ROOT,
          "{\"files\":%d,\"votes\":%d,\"administrative\":%d,\"withdrawn\":%d,\"partial\":%d,"
              + "\"unchanged\":%d,\"refused\":%d,\"others\":%d}",
          files,
          votes,
          administrative,
          withdrawn,
          partial,
          unchanged,
          refused,
          others);
    }
  }

  private SirekapImport(Contest contest, SirekapSource source, Consumer<String> refusals) {
    this.reader = new StationFileReader(contest);
    this.history = new StationHistory(contest.id());
    this.source = source;
    this.refusals = refusals;
  }

  /**
   * Opens a folder or an archive.
   *
   * @param refusals gets a sentence for each station file that is broken
   */
  public static SirekapImport of(Path path, Contest contest, Consumer<String> refusals)
      throws IOException {
    String family = family(contest);
    if (Files.isDirectory(path)) {
      return new SirekapImport(contest, new FolderSource(path, family), refusals);
    }
    if (!Files.isReadable(path)) {
      throw new Refused(path + ": no such folder or file");
    }
    InputStream in = Files.newInputStream(path);
    String name = String.valueOf(path.getFileName());
    return new SirekapImport(contest, new ArchiveSource(in, name, family), refusals);
  }

  /**
   * Opens a site, or an archive on one: an address that ends as an archive does.
   *
   * @param areas codes of the places that are wanted of a site; empty = everywhere
   * @param rate requests a second, at most
   */
  public static SirekapImport of(
      URI url, Contest contest, List<String> areas, double rate, Consumer<String> refusals)
      throws IOException, InterruptedException {
    Web web = new Web(url, rate);
    String path = String.valueOf(url.getPath());
    if (!ARCHIVE.matcher(path).matches()) {
      return new SirekapImport(contest, new WebSource(web, family(contest), areas), refusals);
    }
    try {
      InputStream in = web.open("", ARCHIVE_BYTES_MAX);
      String name = path.substring(path.lastIndexOf('/') + 1);
      SirekapSource archive = new ArchiveSource(in, name, family(contest));
      return new SirekapImport(contest, new Closing(archive, web), refusals);
    } catch (IOException | InterruptedException | RuntimeException e) {
      web.close();
      throw e;
    }
  }

  /** An archive on a site, and the site. */
  private record Closing(SirekapSource archive, Web web) implements SirekapSource {
    @Override
    public @Nullable SirekapEntry next() throws IOException, InterruptedException {
      return archive.next();
    }

    @Override
    public long others() {
      return archive.others();
    }

    @Override
    public void close() throws IOException {
      try {
        archive.close();
      } finally {
        web.close();
      }
    }
  }

  /** KPU's word for the contest: {@code pkwkk} of {@code pkwkk-3201}. */
  private static String family(Contest contest) {
    return contest.id().replaceFirst("-.*", "");
  }

  /** A form of an earlier import of the same tree: only what says something else comes out. */
  public void knows(Form form) {
    history.knows(form);
  }

  /**
   * The next form; null at the end.
   *
   * @throws Refused where the source itself is broken
   */
  public @Nullable Form next() throws IOException, InterruptedException {
    for (SirekapEntry entry = source.next(); entry != null; entry = source.next()) {
      files++;
      Form form = form(entry);
      if (form != null) {
        return form;
      }
    }
    return null;
  }

  private @Nullable Form form(SirekapEntry entry) {
    try {
      if (!entry.station().matches("[0-9A-Z]{10}[0-9]{3}")) {
        StationFileReader.tree(entry.json());
        throw new Refused("kode \"" + entry.station() + "\" is no code of a station");
      }
      StationState state = reader.read(entry.station(), StationFileReader.tree(entry.json()));
      Form form = history.next(state);
      if (form == null) {
        unchanged++;
        return null;
      }
      switch (form.section()) {
        case VOTES -> votes++;
        case ADMINISTRATIVE -> administrative++;
        case WITHDRAWAL -> withdrawn++;
      }
      return form;
    } catch (StationFileReader.Partial e) {
      partial++;
    } catch (Refused e) {
      refused++;
      refusals.accept(entry.name() + ": " + e.getMessage());
    }
    return null;
  }

  /** What became of the files so far. */
  public Tally tally() {
    return new Tally(
        files, votes, administrative, withdrawn, partial, unchanged, refused, source.others());
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
