package id.pantau.count;

import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.model.Position;
import id.pantau.model.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Numbered entries, written to a journal and read back from it. */
final class JournalBench {
  private static final Election ELECTION = CountRig.election("contoh");
  private static final Forms FORMS = new Forms(ELECTION);
  private static final String STATION = "0102011001001";

  private JournalBench() {}

  /** The n-th entry, all of one length: revision n + 2 of one station, counted as batch n + 1. */
  static JournalEntry entry(int n) {
    Submission form = FORMS.sound("ppwp", STATION, n % 100 + 2, Method.MACHINE, n % 100, 20, 30);
    Item item =
        Item.of(
            form,
            Objects.requireNonNull(ELECTION.contest("ppwp")),
            Objects.requireNonNull(ELECTION.areas().station(STATION)));
    return new JournalEntry(1, new Position(1, n + 1), item.packed());
  }

  /** Hands an entry over; completes with true when it is safe, with false when it is not. */
  static CompletableFuture<Boolean> append(Journal journal, JournalEntry entry) {
    CompletableFuture<Boolean> safe = new CompletableFuture<>();
    journal.append(List.of(entry), failure -> safe.complete(failure == null));
    return safe;
  }

  static boolean isSafe(CompletableFuture<Boolean> append) {
    try {
      return append.get(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("the journal never answered", e);
    }
  }

  /** Writes entries one by one, each acknowledged, in a journal opened and closed for it. */
  static void write(Path folder, int from, int to) {
    try (Journal journal = Journal.open(folder, 1 << 26, nanos -> {})) {
      for (int n = from; n < to; n++) {
        if (!isSafe(append(journal, entry(n)))) {
          throw new AssertionError("not written: " + n);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a folder's journal gives, readable. */
  static List<String> read(Path folder) {
    List<String> entries = new ArrayList<>();
    try {
      new JournalFolder(folder).read(each -> entries.add(readable(each)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  /** Entries of these numbers, readable. */
  static List<String> entries(int from, int to) {
    return IntStream.range(from, to).mapToObj(n -> readable(entry(n))).toList();
  }

  /** Bytes of one entry in a file. */
  static int frameBytes() {
    return JournalFile.frame(entry(0)).remaining();
  }

  private static String readable(JournalEntry entry) {
    return entry.outcome()
        + " "
        + entry.position()
        + " "
        + HexFormat.of().formatHex(entry.packed());
  }

  static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files that this process has open below a folder. */
  static long open(Path folder) {
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return all.filter(fd -> target(fd).startsWith(folder.toString())).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String target(Path fd) {
    try {
      return Files.readSymbolicLink(fd).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
