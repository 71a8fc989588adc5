package id.pantau.opendata;

import id.pantau.model.Act;
import id.pantau.model.Election;
import id.pantau.platform.Ledger;
import id.pantau.platform.Settings;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes a ledger's copy into a folder, form by form; nothing is collected. Blocking. */
final class SnapshotMaker {
  private static final int ANSWER_SECONDS_MAX = 60;

  private final Election election;
  private final Settings.OpenData settings;

  SnapshotMaker(Election election, Settings.OpenData settings) {
    this.election = election;
    this.settings = settings;
  }

  /**
   * Writes every file of a snapshot, each synced.
   *
   * @param folder empty; a crash leaves in it what nobody looks at
   */
  Snapshot write(Ledger.Copy copy, Instant takenAt, Path folder)
      throws IOException, InterruptedException {
    Inventory inventory = new Inventory();
    Pace pace = new Pace(settings.corePercentMax());
    for (int c = 0; c < election.contests().size(); c++) {
      contest(copy, c, pace, folder, inventory);
    }
    try (Sinks<Act> withheld = new Sinks<>(new WithheldTable(), folder, Licence.words(election))) {
      for (Act act : copy.withholding()) {
        withheld.row(act);
      }
      withheld.finish(inventory);
    }
    List<FileNote> files = new ArrayList<>(inventory.files());
    byte[] described = new PackageJson(election).bytes(takenAt, inventory);
    files.add(whole(folder, Snapshot.PACKAGE, described));
    Snapshot snapshot = Snapshot.of(takenAt, files);
    byte[] sums = FileNote.sums(files).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    files.add(whole(folder, Snapshot.SUMS, sums));
    return Snapshot.of(snapshot.id(), files);
  }

  private void contest(Ledger.Copy copy, int contest, Pace pace, Path folder, Inventory inventory)
      throws IOException, InterruptedException {
    try (ContestTables tables = new ContestTables(election, contest, copy, pace, folder)) {
      for (int area : election.areas().provinces()) {
        Ledger.Province province = answer(copy.province(contest, area));
        String code = election.areas().area(area).code();
        inventory.add(tables.contest(), code, province.position());
        tables.province(province, area);
      }
      tables.finish(inventory);
    }
  }

  private static FileNote whole(Path folder, String name, byte[] bytes) throws IOException {
    try (SnapshotFile file = new SnapshotFile(folder, name)) {
      file.write(bytes);
      return file.finish();
    }
  }

  /** Waits for the board, which answers in milliseconds. */
  static <T> T answer(Future<T> asked) throws IOException, InterruptedException {
    try {
      return asked
          .toCompletionStage()
          .toCompletableFuture()
          .get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("the board does not answer", e);
    }
  }
}
