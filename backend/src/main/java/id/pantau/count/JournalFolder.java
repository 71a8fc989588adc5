package id.pantau.count;

import id.pantau.model.Position;
import id.pantau.platform.FormContent;
import id.pantau.platform.PackedForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
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
  record Contents(HashSet64 hashes, Map<String, Position> newest, long entries) {}

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

  /** Reads what there is, and says what is damaged. */
  Contents contents() throws IOException {
    HashSet64 hashes = new HashSet64();
    Map<String, Position> newest = new HashMap<>();
    AtomicLong entries = new AtomicLong();
    for (Path file : files()) {
      JournalFile.Extent extent =
          JournalFile.read(
              file,
              entry -> {
                if (entry.isMark()) {
                  newest.merge(entry.marked(), entry.position(), JournalFolder::later);
                  return;
                }
                byte[] content = PackedForm.content(entry.packed());
                hashes.add(FormContent.hashAsLong(FormContent.hash(content)));
                String province = FormContent.key(content).station().substring(0, 2);
                newest.merge(province, entry.position(), JournalFolder::later);
                entries.incrementAndGet();
              });
      report(file, extent);
    }
    return new Contents(hashes, newest, entries.get());
  }

  private static Position later(Position one, Position other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static void report(Path file, JournalFile.Extent extent) {
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

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> NAME.matcher(f.getFileName().toString()).matches()).sorted().toList();
    }
  }
}
