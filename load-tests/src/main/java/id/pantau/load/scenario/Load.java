package id.pantau.load.scenario;

import id.pantau.election.ElectionReader;
import id.pantau.load.flood.Forms;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The election that is loaded and its forms, read once for all runs of a process. */
public final class Load {
  private static final String ELECTION = "config/elections/pemilu-2024";

  private final Path root;
  private final Election election;
  private final Contest contest;

  /**
   * @param root of the repository
   */
  public Load(Path root) {
    this.root = root;
    this.election = ElectionReader.read(root.resolve(ELECTION));
    this.contest = election.contests().get(0);
  }

  /** The root of the repository, from wherever in it a tool or a test runs. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve(ELECTION))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("not run within the repository");
    }
    return folder;
  }

  Election election() {
    return election;
  }

  /**
   * Forms of every station in their order.
   *
   * @param madeUp only made-up ones, of which there are revisions; else the real ones too
   */
  Forms forms(boolean madeUp, int revision) throws IOException {
    return madeUp
        ? Forms.madeUp(election, contest, revision)
        : Forms.full(
            election, contest, root.resolve(ELECTION).resolve("forms/" + contest.id() + ".csv.gz"));
  }
}
