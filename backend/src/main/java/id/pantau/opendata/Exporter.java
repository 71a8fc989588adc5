package id.pantau.opendata;

import id.pantau.model.Act;
import id.pantau.model.Election;
import id.pantau.platform.Ledger;
import id.pantau.platform.Settings;
import id.pantau.platform.Showing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that makes snapshots: one whenever something changed, at most one a period. Of nodes
 * that share a folder the one that holds its lock makes them, the others look for new ones, as does
 * one that is to make none. What goes wrong (a full disk) costs a newer snapshot and never the last
 * one.
 */
final class Exporter implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Exporter.class);
  private static final long LOADING_MILLIS = 200;

  /** How often a node that makes none looks for new ones. */
  private static final int LOOK_SECONDS = 60;

  /** Of a core at least, for the first snapshot of a node that shows results meanwhile. */
  private static final int LATE_PERCENT = 25;

  /** Of a core, for the rehearsal: some seconds of a node that has no forms yet. */
  private static final int REHEARSAL_PERCENT = 20;

  private final Ledger ledger;
  private final Election election;
  private final Settings.OpenData settings;
  private final Shelf shelf;
  private final Path lockFile;
  private final InstantSource clock;
  private final Status status;
  private final Semaphore soon = new Semaphore(0);
  private final Withholding withholding = new Withholding();
  private @Nullable FileChannel lockChannel;
  private @Nullable FileLock lock;
  private String stamp = "";
  private @Nullable Made last;

  /** The newest snapshot, where this thread made it. */
  private record Made(String id, Map<String, LastSnapshot.Share> shares) {}

  Exporter(
      Ledger ledger,
      Election election,
      Settings.OpenData settings,
      Path folder,
      Shelf shelf,
      Status status,
      InstantSource clock) {
    this.ledger = ledger;
    this.election = election;
    this.settings = settings;
    this.shelf = shelf;
    this.lockFile = folder.resolve(".lock");
    this.status = status;
    this.clock = clock;
  }

  /** The acts in force: one more that withholds does not wait for the period to end. */
  void withheld(List<Act> open) {
    if (withholding.grew(open)) {
      soon.release();
    }
  }

  @Override
  public void run() {
    try {
      showLast();
      while (true) {
        long waitMillis = attempt();
        if (soon.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
          soon.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      unlock();
    }
  }

  /** What an earlier life of the node made is shown before the board is there. */
  private void showLast() {
    try {
      shelf.look();
      follow();
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("no earlier snapshot of the open data can be shown: {}", e.toString());
    }
  }

  /** One look, and a snapshot where it is time; gives how long to wait for the next. */
  private long attempt() throws InterruptedException {
    boolean none = settings.everySeconds() == 0;
    long usual = TimeUnit.SECONDS.toMillis(none ? LOOK_SECONDS : settings.everySeconds());
    try {
      shelf.look();
      if (none || !locked()) {
        follow();
        status.looked();
        return usual;
      }
      Ledger.Copy copy = SnapshotMaker.answer(ledger.open());
      boolean first = shelf.latest() == null;
      if (first && !copy.isEmpty()) {
        // A node that comes late: of millions of forms it takes minutes.
        status.looked();
      }
      boolean same = copy.stamp().equals(stamp) && !first;
      if (!same) {
        make(copy);
        stamp = copy.stamp();
      }
      point();
      shelf.prune(settings.kept(), settings.keptDays(), clock.instant());
      status.made();
      if (first && copy.isEmpty()) {
        rehearse();
      }
      return usual;
    } catch (ClosedByInterruptException e) {
      throw new InterruptedException("the node goes down");
    } catch (IOException | UncheckedIOException e) {
      if (e.getCause() instanceof Showing.NotReady) {
        return LOADING_MILLIS;
      }
      status.failed(e.toString());
      LOG.error("no snapshot of the open data was made: {}", e.toString());
      return usual;
    }
  }

  private void make(Ledger.Copy copy) throws IOException, InterruptedException {
    Instant takenAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Cost from = Cost.now();
    Snapshot before = shelf.latest();
    LastSnapshot parts = parts(before, last);
    // Where it fails the next one takes nothing over: perhaps that was what failed.
    last = null;
    Path folder = shelf.begin();
    boolean put = false;
    Pace pace = new Pace(before == null ? firstPercent(copy) : settings.corePercentMax());
    try (parts) {
      SnapshotMaker maker = new SnapshotMaker(election, pace, folder);
      Snapshot made = maker.write(copy, takenAt, parts);
      if (before != null && before.digest().equals(made.digest())) {
        // One digest is one content: what is where is the same in both.
        last = new Made(before.id(), maker.shares());
      } else {
        shelf.put(folder, made);
        put = true;
        last = new Made(made.id(), maker.shares());
      }
      Cost cost = Cost.now().since(from);
      status.took(cost);
      LOG.info("open data {}: {} bytes, {}", made.id(), made.bytes(), cost);
    } finally {
      if (!put) {
        shelf.delete(folder);
      }
    }
  }

  /** Before an election's first form nothing is shown until all files are there. */
  private int firstPercent(Ledger.Copy copy) {
    return copy.isEmpty() ? 100 : Math.max(LATE_PERCENT, settings.corePercentMax());
  }

  /** A node whose forms are still to come gets its code compiled; what is written goes at once. */
  private void rehearse() throws InterruptedException, ClosedByInterruptException {
    try {
      Path folder = shelf.begin();
      try {
        new Rehearsal(election).write(folder, new Pace(REHEARSAL_PERCENT));
      } finally {
        shelf.delete(folder);
      }
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("the writing of open data was not rehearsed: {}", e.toString());
    }
  }

  /** What may be taken over: only of the newest, and only where this thread wrote it. */
  private @Nullable LastSnapshot parts(@Nullable Snapshot newest, @Nullable Made own) {
    return newest == null || own == null || !own.id().equals(newest.id())
        ? null
        : new LastSnapshot(shelf.path(newest), own.shares());
  }

  /** The pointer on the disk is for mirrors; what we answer with is the same. */
  private void point() throws IOException {
    Snapshot latest = shelf.latest();
    if (latest != null) {
      byte[] pointer = LatestJson.bytes(election, latest, clock.instant());
      shelf.point(pointer);
      status.point(latest, pointer);
    }
  }

  /** Another node makes them: what it pointed to is what we show. */
  private void follow() throws IOException {
    Snapshot latest = shelf.latest();
    byte[] pointer = shelf.pointer();
    if (latest != null && pointer.length > 0) {
      status.point(latest, pointer);
      status.made();
    }
  }

  private boolean locked() throws IOException {
    FileLock held = lock;
    if (held != null && held.isValid()) {
      return true;
    }
    FileChannel channel = lockChannel;
    if (channel == null) {
      channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lockChannel = channel;
    }
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      return false;
    }
    shelf.clean();
    return true;
  }

  private void unlock() {
    try {
      FileChannel channel = lockChannel;
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      LOG.warn("the lock of the open data cannot be given back: {}", e.toString());
    }
  }
}
