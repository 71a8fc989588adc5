package id.pantau.opendata;

import id.pantau.model.Act;
import id.pantau.model.Election;
import id.pantau.platform.Ledger;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a ledger's copy into a folder, form by form; nothing is collected. What has not changed
 * since the last snapshot is taken from that. Blocking.
 */
final class SnapshotMaker {
  private static final int ANSWER_SECONDS_MAX = 60;

  private final Election election;
  private final Pace pace;
  private final Path folder;
  private final Inventory inventory = new Inventory();
  private final Map<String, LastSnapshot.Share> shares = new HashMap<>();

  /**
   * @param folder empty; a crash leaves in it what nobody looks at
   */
  SnapshotMaker(Election election, Pace pace, Path folder) {
    this.election = election;
    this.pace = pace;
    this.folder = folder;
  }

  /**
   * Writes every file of a snapshot, each synced.
   *
   * @param last whose parts may be taken over; null where there is none
   */
  Snapshot write(Ledger.Copy copy, Instant takenAt, @Nullable LastSnapshot last)
      throws IOException, InterruptedException {
    for (int c = 0; c < election.contests().size(); c++) {
      contest(copy, c, last);
    }
    try (Sinks<Act> withheld =
        new Sinks<>(new WithheldTable(), folder, Licence.words(election), pace)) {
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

  /** What was written, for the next one to take over; see {@link LastSnapshot}. */
  Map<String, LastSnapshot.Share> shares() {
    return shares;
  }

  private void contest(Ledger.Copy copy, int contest, @Nullable LastSnapshot last)
      throws IOException, InterruptedException {
    try (ContestTables tables = new ContestTables(election, contest, copy, pace, folder, last)) {
      for (int area : election.areas().provinces()) {
        LastSnapshot.Share share = tables.province(area);
        shares.put(LastSnapshot.key(contest, area), share);
        String code = election.areas().area(area).code();
        inventory.add(tables.contest(), code, share.position());
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
