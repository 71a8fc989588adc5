package id.pantau.opendata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of snapshots. A snapshot is there from the moment in which its folder gets its name,
 * and then whole; one that is made, or taken away, has a name that begins with a dot. Blocking, but
 * for {@link #all}.
 */
final class Shelf {
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final String MAKING = ".making-";
  private static final String GOING = ".going-";
  static final String LATEST = "latest.json";

  private final Path folder;
  private volatile List<Snapshot> all = List.of();

  Shelf(Path folder) {
    this.folder = folder;
  }

  /** Those that are here, oldest first. */
  List<Snapshot> all() {
    return all;
  }

  /** The newest; null before the first. */
  @Nullable Snapshot latest() {
    List<Snapshot> now = all;
    return now.isEmpty() ? null : now.get(now.size() - 1);
  }

  /** The snapshot of that id, or null. */
  @Nullable Snapshot find(String id) {
    for (Snapshot each : all) {
      if (each.id().equals(id)) {
        return each;
      }
    }
    return null;
  }

  /** The folder of its files. */
  Path path(Snapshot snapshot) {
    return folder.resolve(snapshot.id());
  }

  /** Looks at the folder anew: another node may fill it. */
  void look() throws IOException {
    Files.createDirectories(folder);
    List<Snapshot> found = new ArrayList<>();
    try (Stream<Path> names = Files.list(folder)) {
      for (Path each : (Iterable<Path>) names::iterator) {
        String name = String.valueOf(each.getFileName());
        Snapshot known = find(name);
        if (known != null) {
          found.add(known);
        } else if (Snapshot.isId(name)) {
          found.add(read(each, name));
        }
      }
    }
    found.sort(Comparator.comparing(Snapshot::id));
    all = List.copyOf(found);
  }

  private static Snapshot read(Path each, String id) throws IOException {
    List<FileNote> files = new ArrayList<>();
    Path sums = each.resolve(Snapshot.SUMS);
    String text = Files.readString(sums);
    for (String line : text.lines().toList()) {
      String name = line.substring(line.indexOf(' ') + 2);
      files.add(
          new FileNote(name, Files.size(each.resolve(name)), line.substring(0, line.indexOf(' '))));
    }
    files.add(new FileNote(Snapshot.SUMS, Files.size(sums), Snapshot.sha256(text)));
    return Snapshot.of(id, files);
  }

  /** Takes away what a crash left half made or half removed. */
  void clean() throws IOException {
    try (Stream<Path> names = Files.list(folder)) {
      for (Path each : (Iterable<Path>) names::iterator) {
        String name = String.valueOf(each.getFileName());
        if (name.startsWith(MAKING) || name.startsWith(GOING)) {
          delete(each);
        }
      }
    }
  }

  /** An empty folder to make a snapshot in; mirrors of other users may read it later. */
  Path begin() throws IOException {
    return Files.createDirectory(folder.resolve(MAKING + System.nanoTime()));
  }

  /**
   * Gives a made snapshot its name. A crash before leaves nothing that anybody sees, one after it
   * leaves it whole.
   */
  void put(Path made, Snapshot snapshot) throws IOException {
    sync(made);
    Files.move(made, folder.resolve(snapshot.id()), StandardCopyOption.ATOMIC_MOVE);
    sync(folder);
    List<Snapshot> now = new ArrayList<>(all);
    now.add(snapshot);
    now.sort(Comparator.comparing(Snapshot::id));
    all = List.copyOf(now);
  }

  /** Puts the pointer in its place; a crash before leaves the old one. */
  void point(byte[] latest) throws IOException {
    Path fresh = folder.resolve("." + LATEST);
    try (FileChannel out =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(latest);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
    Files.move(fresh, folder.resolve(LATEST), StandardCopyOption.ATOMIC_MOVE);
    sync(folder);
  }

  /** The pointer as it is on the disk; empty where there is none. */
  byte[] pointer() throws IOException {
    Path file = folder.resolve(LATEST);
    return Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
  }

  /**
   * Takes the oldest away: all but the newest {@code kept}, and the last of each of {@code
   * keptDays} days.
   */
  void prune(int kept, int keptDays, Instant now) throws IOException {
    List<Snapshot> stay = new ArrayList<>();
    List<Snapshot> here = all;
    LocalDate first = LocalDate.ofInstant(now, WIB).minusDays(keptDays);
    Set<LocalDate> days = new HashSet<>();
    for (int i = here.size() - 1; i >= 0; i--) {
      Snapshot each = here.get(i);
      LocalDate day = LocalDate.ofInstant(each.takenAt(), WIB);
      boolean lastOfDay = days.add(day) && day.isAfter(first);
      if (here.size() - i <= kept || lastOfDay) {
        stay.add(0, each);
      }
    }
    List<Snapshot> leave = new ArrayList<>(here);
    leave.removeAll(stay);
    all = List.copyOf(stay);
    for (Snapshot each : leave) {
      // Out of sight first: what is half removed must not be taken for a snapshot.
      Path gone = folder.resolve(GOING + each.id());
      Files.move(folder.resolve(each.id()), gone, StandardCopyOption.ATOMIC_MOVE);
      delete(gone);
    }
  }

  /** Takes a folder of ours away with its files; trouble is told and left for the next start. */
  void delete(Path made) {
    try (Stream<Path> files = Files.walk(made)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      LOG.warn("{} cannot be removed: {}", made, e.toString());
    }
  }

  /** Opens a file of a snapshot; null where it went away meanwhile. */
  @Nullable FileChannel open(Snapshot snapshot, FileNote file) {
    try {
      return FileChannel.open(
          path(snapshot).resolve(file.name()), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return null;
    }
  }

  private static void sync(Path directory) throws IOException {
    try (FileChannel open = FileChannel.open(directory, StandardOpenOption.READ)) {
      open.force(true);
    }
  }
}
