package id.pantau.count;

import id.pantau.model.Position;
import id.pantau.platform.ContentHash;
import id.pantau.platform.PackedForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** What a journal holds, for a count that starts: hashes of contents, newest position seen. */
  record Contents(KeptHashes hashes, Map<String, Position> newest, long entries) {}

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
    List<FileContents> read;
    try {
      read = files().parallelStream().map(FileContents::of).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    Map<String, Integer> sizes = new HashMap<>();
    for (FileContents file : read) {
      file.hashes.forEach((province, list) -> sizes.merge(province, list.size, Integer::sum));
    }
    KeptHashes hashes = KeptHashes.withRoomFor(sizes);
    Map<String, Position> newest = new HashMap<>();
    long entries = 0;
    for (FileContents file : read) {
      file.newest.forEach((province, at) -> newest.merge(province, at, JournalFolder::later));
      for (Map.Entry<String, HashList> each : file.hashes.entrySet()) {
        HashList list = each.getValue();
        hashes.addAll(each.getKey(), list.hashes, list.size);
        entries += list.size;
      }
    }
    return new Contents(hashes, newest, entries);
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

  /** What one file holds. */
  private static final class FileContents {
    private final ContentHash hash = new ContentHash();
    private final Map<String, Position> newest = new HashMap<>();
    private final Map<String, HashList> hashes = new HashMap<>();

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
        newest.merge(entry.marked(), entry.position(), JournalFolder::later);
        return;
      }
      String province = PackedForm.province(entry.packed());
      hashes.computeIfAbsent(province, p -> new HashList()).add(hash.of(entry.packed()));
      newest.merge(province, entry.position(), JournalFolder::later);
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
