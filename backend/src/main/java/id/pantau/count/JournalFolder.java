package id.pantau.count;

import id.pantau.model.Position;
import id.pantau.platform.ContentHash;
import id.pantau.platform.LogEntry;
import id.pantau.platform.PackedForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of one node's journal, to be read: numbered, each written once. Blocking. */
public record JournalFolder(Path folder) implements JournalSource {
  private static final Logger LOG = LoggerFactory.getLogger(JournalFolder.class);
  private static final Pattern NAME = Pattern.compile("\\d{8}\\.pj");

  /**
   * What a journal holds, for a count that starts.
   *
   * @param files what was there, never written to again
   * @param newest the newest position of each province, marks included
   * @param forms the newest forms of each province that has any
   * @param entries how many forms
   * @param proofs what was checked before
   */
  record Contents(
      Path folder,
      List<Path> files,
      Map<String, Position> newest,
      Map<String, Newest> forms,
      long entries,
      Map<String, Proof> proofs) {

    /**
     * Hashes of all contents.
     *
     * @param hurry several files at a time, for somebody waits
     */
    KeptHashes hashes(boolean hurry) throws IOException {
      List<FileHashes> read;
      try {
        read = (hurry ? files.parallelStream() : files.stream()).map(FileHashes::of).toList();
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      Map<String, Integer> sizes = new HashMap<>();
      for (FileHashes file : read) {
        file.hashes.forEach((province, list) -> sizes.merge(province, list.size, Integer::sum));
      }
      KeptHashes all = KeptHashes.withRoomFor(sizes);
      for (FileHashes file : read) {
        file.hashes.forEach((province, list) -> all.addAll(province, list.hashes, list.size));
      }
      return all;
    }
  }

  /** The name of a journal's n-th file. */
  static Path file(Path folder, int number) {
    return folder.resolve(String.format(Locale.ROOT, "%08d.pj", number));
  }

  /** Number of the newest file, 0 where there is none. */
  int newestNumber() throws IOException {
    List<Path> files = files();
    return files.isEmpty()
        ? 0
        : Integer.parseInt(files.get(files.size() - 1).getFileName().toString().substring(0, 8));
  }

  /** Reads what there is, several files at a time, and says what is damaged. */
  Contents contents() throws IOException {
    List<Path> there = files();
    List<FileContents> read;
    try {
      read = there.parallelStream().map(FileContents::of).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    long entries = 0;
    Map<String, Position> newest = new HashMap<>();
    Map<String, Newest> forms = new HashMap<>();
    for (FileContents file : read) {
      entries += file.entries;
      file.marks.forEach((province, at) -> newest.merge(province, at, JournalFolder::later));
      file.forms.forEach((province, found) -> forms.merge(province, found, Newest::then));
    }
    forms.forEach(
        (province, found) -> newest.merge(province, found.position(), JournalFolder::later));
    return new Contents(folder, there, newest, forms, entries, ProofFile.read(folder));
  }

  /** The newest forms of one province: those of its newest position. */
  static final class Newest {
    private final Position begins;
    private final List<JournalEntry> entries = new ArrayList<>();
    private Position position;
    private boolean inOrder = true;

    Newest(Position begins) {
      this.begins = begins;
      this.position = begins;
    }

    Position position() {
      return position;
    }

    /** False where an older position came after a newer one: no node writes so. */
    boolean isInOrder() {
      return inOrder;
    }

    /**
     * True where an entry of the log is the batch that was journaled last, each form as it is
     * there. One that another node had counted is not in the batch that was answered.
     */
    boolean isIn(LogEntry entry) {
      List<JournalEntry> counted =
          entries.stream().filter(form -> form.outcome() != LogEntry.DUPLICATE).toList();
      return !counted.isEmpty()
          && entry.position().equals(position)
          && counted.stream()
              .allMatch(
                  form ->
                      entry.forms().stream()
                          .anyMatch(
                              there ->
                                  there.outcome() == form.outcome()
                                      && Arrays.equals(there.packed(), form.packed())));
    }

    private void add(JournalEntry entry) {
      int order = entry.position().compareTo(position);
      inOrder &= order >= 0;
      if (order > 0) {
        entries.clear();
        position = entry.position();
      }
      if (order >= 0) {
        entries.add(entry);
      }
    }

    /** What a later file has comes after it. */
    private Newest then(Newest later) {
      int order = later.position.compareTo(position);
      inOrder &= later.inOrder && later.begins.compareTo(position) >= 0;
      if (order > 0) {
        entries.clear();
        position = later.position;
      }
      if (order >= 0) {
        entries.addAll(later.entries);
      }
      return this;
    }
  }

  /** What one file holds. */
  private static final class FileContents {
    private final Map<String, Position> marks = new HashMap<>();
    private final Map<String, Newest> forms = new HashMap<>();
    private long entries;

    static FileContents of(Path file) {
      FileContents contents = new FileContents();
      try {
        report(file, JournalFile.read(file, contents::add));
        return contents;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void add(JournalEntry entry) {
      if (entry.isMark()) {
        marks.merge(entry.marked(), entry.position(), JournalFolder::later);
        return;
      }
      entries++;
      forms
          .computeIfAbsent(
              PackedForm.province(entry.packed()), province -> new Newest(entry.position()))
          .add(entry);
    }
  }

  /** A province's hashes in one file. */
  private static final class HashList {
    private long[] hashes = new long[1 << 7];
    private int size;

    void add(long hash) {
      if (size == hashes.length) {
        hashes = Arrays.copyOf(hashes, 2 * size);
      }
      hashes[size++] = hash;
    }
  }

  /** The hashes of one file's contents. */
  private static final class FileHashes {
    private final ContentHash hash = new ContentHash();
    private final Map<String, HashList> hashes = new HashMap<>();

    static FileHashes of(Path file) {
      FileHashes contents = new FileHashes();
      try {
        JournalFile.Extent unused = JournalFile.read(file, contents::add);
        return contents;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void add(JournalEntry entry) {
      if (!entry.isMark()) {
        hashes
            .computeIfAbsent(PackedForm.province(entry.packed()), province -> new HashList())
            .add(hash.of(entry.packed()));
      }
    }
  }

  /** The later of two positions. */
  static Position later(Position one, Position other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** Tells what a reading found damaged. */
  static void report(Path file, JournalFile.Extent extent) {
    if (extent.damagedBytes() > 0) {
      LOG.error(
          "{}: {} bytes between its entries are damaged; forms of this node may be in them",
          file,
          extent.damagedBytes());
    }
    if (extent.tornBytes() > 0) {
      LOG.info("{}: a crash left {} bytes behind its last entry", file, extent.tornBytes());
    }
  }

  /** Every form, oldest first. */
  @Override
  public void read(Consumer<JournalEntry> each) throws IOException {
    for (Path file : files()) {
      JournalFile.Extent unused =
          JournalFile.read(
              file,
              entry -> {
                if (!entry.isMark()) {
                  each.accept(entry);
                }
              });
    }
  }

  /** Its files, oldest first. */
  List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> NAME.matcher(f.getFileName().toString()).matches()).sorted().toList();
    }
  }
}
