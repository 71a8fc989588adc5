package id.pantau.load.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The folder of results. */
public final class Results {
  private final Path folder;

  /**
   * To be made before anything is measured.
   *
   * @throws IOException where there is no such folder and none can be made
   */
  public Results(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Writes {@code DATE-scenario.md}, and another one beside it where it is there already. */
  public void write(String scenario, Pairs pairs, String command)
      throws IOException, InterruptedException {
    String date = LocalDate.now(ZoneOffset.UTC).toString();
    Path page = folder.resolve(date + "-" + scenario + ".md");
    for (int i = 2; Files.exists(page); i++) {
      page = folder.resolve(date + "-" + scenario + "-" + i + ".md");
    }
    Files.writeString(page, new Report(scenario, pairs).page(date, command));
    System.err.println(page);
  }
}
