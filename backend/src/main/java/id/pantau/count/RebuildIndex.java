package id.pantau.count;

import id.pantau.model.Position;
import id.pantau.platform.ContentHash;
import id.pantau.platform.PackedForm;
import id.pantau.platform.Refused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The journals of several nodes as one, province by province, each province's forms in the order of
 * the positions that first held them. What is kept of a form is where it stands: 16 bytes.
 * Blocking.
 */
final class RebuildIndex implements JournalSource {
  private static final int REVISION_BITS = 48;
  private static final int OFFSET_BITS = 40;

  private final List<Path> files = new ArrayList<>();
  private final Map<String, Places> provinces = new TreeMap<>();
  private final Map<String, Position> newest = new HashMap<>();
  private final HashSet64 contents = new HashSet64();
  private final ContentHash hash = new ContentHash();

  /** First positions and places of one province's forms, as they were found. */
  private static final class Places {
    private long[] first = new long[256];
    private long[] where = new long[256];
    private int size;

    void add(long firstPosition, long place) {
      if (size == first.length) {
        first = Arrays.copyOf(first, size * 2);
        where = Arrays.copyOf(where, size * 2);
      }
      first[size] = firstPosition;
      where[size++] = place;
    }

    /** Places in the order of first positions, of one position in the order they were found. */
    long[] ordered() {
      Integer[] order = new Integer[size];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, Comparator.comparingLong(i -> first[i]));
      long[] places = new long[size];
      Arrays.setAll(places, i -> where[order[i]]);
      return places;
    }
  }

  /**
   * Reads what the journals of these folders hold.
   *
   * @throws Refused where a folder holds none
   */
  static RebuildIndex of(List<Path> folders) throws IOException {
    RebuildIndex index = new RebuildIndex();
    for (Path folder : folders) {
      List<Path> files = new JournalFolder(folder).files();
      if (files.isEmpty()) {
        throw new Refused("there is no journal in " + folder);
      }
      for (Path file : files) {
        index.add(file);
      }
    }
    return index;
  }

  private void add(Path file) throws IOException {
    long number = files.size();
    files.add(file);
    JournalFile.Extent extent =
        JournalFile.readPlaced(file, (entry, offset) -> add(entry, number << OFFSET_BITS | offset));
    JournalFolder.report(file, extent);
  }

  private void add(JournalEntry entry, long place) {
    if (entry.isMark()) {
      newest.merge(entry.marked(), entry.position(), JournalFolder::later);
      return;
    }
    String province = PackedForm.province(entry.packed());
    newest.merge(province, entry.position(), JournalFolder::later);
    contents.add(hash.of(entry.packed()));
    provinces.computeIfAbsent(province, p -> new Places()).add(packed(Item.first(entry)), place);
  }

  private static long packed(Position position) {
    if (position.epoch() >= 1 << (Long.SIZE - 1 - REVISION_BITS)) {
      throw new Refused("epoch " + position.epoch() + " is none that a province ever had");
    }
    return (long) position.epoch() << REVISION_BITS | position.revision();
  }

  /** The newest position that any of the nodes knew of, by province. */
  Map<String, Position> newest() {
    return newest;
  }

  /** Different forms. */
  long forms() {
    return contents.size();
  }

  @Override
  public void read(Consumer<JournalEntry> each) throws IOException {
    List<FileChannel> open = new ArrayList<>();
    try {
      for (Path file : files) {
        open.add(FileChannel.open(file));
      }
      for (Places places : provinces.values()) {
        for (long place : places.ordered()) {
          FileChannel file = open.get((int) (place >>> OFFSET_BITS));
          each.accept(JournalFile.readAt(file, place & (1L << OFFSET_BITS) - 1));
        }
      }
    } finally {
      for (FileChannel file : open) {
        file.close();
      }
    }
  }
}
