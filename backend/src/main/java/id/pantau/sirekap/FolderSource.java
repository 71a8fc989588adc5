package id.pantau.sirekap;

import id.pantau.platform.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder with the tree, or a part of it, in the order of names; links are not followed. */
final class FolderSource implements SirekapSource {
  private final Path root;
  private final String family;
  private final Deque<Path> pending = new ArrayDeque<>();
  private long others;

  FolderSource(Path folder, String family) throws IOException {
    this.root = folder.toRealPath();
    this.family = family;
    pending.push(root);
  }

  @Override
  public @Nullable SirekapEntry next() throws IOException {
    while (!pending.isEmpty()) {
      Path path = pending.pop();
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        push(path);
        continue;
      }
      String name = root.relativize(path).toString().replace('\\', '/');
      String station = StationName.of(name, family);
      if (station == null || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        others++;
      } else if (Files.size(path) > SirekapEntry.BYTES_MAX) {
        throw new Refused(path + " is larger than " + SirekapEntry.BYTES_MAX + " bytes");
      } else {
        return new SirekapEntry(name, station, Files.readAllBytes(path));
      }
    }
    return null;
  }

  private void push(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      List<Path> names = children.sorted(Comparator.reverseOrder()).toList();
      names.forEach(pending::push);
    }
  }

  @Override
  public long others() {
    return others;
  }

  @Override
  public void close() {}
}
