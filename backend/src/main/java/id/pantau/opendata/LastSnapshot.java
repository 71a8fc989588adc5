package id.pantau.opendata;

import id.pantau.model.Position;
import id.pantau.model.Totals;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the newest snapshot is made of, province by province, while the next one is: a province that
 * has not changed since is taken over as bytes. Lives no longer than the node does, so that what a
 * node says it has seen for itself.
 */
final class LastSnapshot implements AutoCloseable {
  private final Path folder;
  private final Map<String, Share> shares;
  private final Map<String, FileChannel> open = new HashMap<>();

  /**
   * A contest of a province.
   *
   * @param stamp of the ledger, as it was cut off
   * @param parts file name → part
   */
  record Share(String stamp, Position position, Totals totals, Map<String, Part> parts) {}

  /**
   * @param folder of the snapshot's files
   * @param shares contest/province → share
   */
  LastSnapshot(Path folder, Map<String, Share> shares) {
    this.folder = folder;
    this.shares = shares;
  }

  /** Where {@code shares} keeps a contest of a province. */
  static String key(int contest, int area) {
    return contest + "/" + area;
  }

  /** The share, where it is still what the ledger says; else null. */
  @Nullable Share same(int contest, int area, String stamp) {
    Share share = shares.get(key(contest, area));
    return share != null && share.stamp().equals(stamp) ? share : null;
  }

  /** A file of it, to read from. */
  FileChannel open(String name) throws IOException {
    FileChannel file = open.get(name);
    if (file == null) {
      file = FileChannel.open(folder.resolve(name), StandardOpenOption.READ);
      open.put(name, file);
    }
    return file;
  }

  @Override
  public void close() throws IOException {
    for (FileChannel each : open.values()) {
      each.close();
    }
    open.clear();
  }
}
