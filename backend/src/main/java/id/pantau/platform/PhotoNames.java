package id.pantau.platform;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which names a folder of photos has, as far as eight bytes of each say: enough to answer for most
 * others without asking the disk, and never more than a reason to look. Immutable.
 */
final class PhotoNames {
  private static final Logger LOG = LoggerFactory.getLogger(PhotoNames.class);
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
  private static final int PREFIX_DIGITS = 16;

  /** A folder's time is exact to some milliseconds: younger than this it may change unseen. */
  private static final int SETTLED_MILLIS = 2_000;

  static final PhotoNames NONE = new PhotoNames(new long[0], -1);

  private final long[] sorted;
  private final long folderMillis;

  private PhotoNames(long[] sorted, long folderMillis) {
    this.sorted = sorted;
    this.folderMillis = folderMillis;
  }

  int size() {
    return sorted.length;
  }

  /** True where a file of that name may be there; false for whatever is no name of a photo. */
  boolean has(String name) {
    return NAME.matcher(name).matches() && Arrays.binarySearch(sorted, prefix(name)) >= 0;
  }

  /** The names now; the same object where the folder has not changed. Blocks. */
  PhotoNames lookAgain(Path folder, int namesMax) throws IOException {
    Files.createDirectories(folder);
    long before = System.currentTimeMillis();
    long changed = Files.getLastModifiedTime(folder).toMillis();
    if (changed == folderMillis) {
      return this;
    }
    long[] found = new long[Math.max(16, sorted.length + 16)];
    int size = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (!NAME.matcher(name).matches()) {
          continue;
        }
        if (size == namesMax) {
          LOG.error("{} has more than {} photos; the rest is not served", folder, namesMax);
          break;
        }
        if (size == found.length) {
          found = Arrays.copyOf(found, size + size / 2);
        }
        found[size++] = prefix(name);
      }
    }
    long[] all = Arrays.copyOf(found, size);
    Arrays.sort(all);
    return new PhotoNames(all, changed < before - SETTLED_MILLIS ? changed : -1);
  }

  private static long prefix(String name) {
    return Long.parseUnsignedLong(name.substring(0, PREFIX_DIGITS), 16);
  }
}
