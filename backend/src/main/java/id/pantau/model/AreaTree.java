package id.pantau.model;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole hierarchy: areas of levels 0…4 and the stations below them, packed. Immutable.
 *
 * <p>Areas are ordered by level, then code, so the children of an area are neighbours and an index
 * is a small dense int. Stations are not objects: a village keeps the ranges of its numbers, and a
 * station's slot counts up through its province in the order of codes. Slots are addresses in
 * Redis: a tree with other stations is another tree, told by the election's hash.
 */
public final class AreaTree {
  private static final int VILLAGE_CHARS = 10;
  private static final String STEP = " › ";

  private final Area[] areas;
  private final CodeTable byCode;
  private final int[] parent;
  private final int[] firstChild;
  private final int[] childCount;
  private final int[] stations;
  private final int[] slotBase;
  private final int[] province;
  private final StationRange[][] ranges;
  // The first of a village's ranges again, which nearly always is all of them: to find a slot it is
  // not looked at.
  private final int[] rangeBegin;
  private final int[] rangeSize;

  /**
   * A run of station numbers of one village, both ends included.
   *
   * @param kind TPS, KSK, POS or ?
   */
  public record StationRange(String kind, int first, int last) {
    int size() {
      return last - first + 1;
    }
  }

  /** A row of the reference data; {@code ranges} is empty above level 4. */
  public record Row(
      String code, String parent, int level, String name, List<StationRange> ranges) {}

  /**
   * Builds the tree from rows ordered by level, then code (by character), the nation first, each
   * parent present one level up and a prefix of its children, the ranges of a village ascending.
   * The election's reader checks this with file and line before it calls.
   */
  public AreaTree(List<Row> rows) {
    int n = rows.size();
    areas = new Area[n];
    byCode = new CodeTable(n);
    parent = new int[n];
    firstChild = new int[n];
    childCount = new int[n];
    stations = new int[n];
    slotBase = new int[n];
    province = new int[n];
    ranges = new StationRange[n][];
    rangeBegin = new int[n];
    rangeSize = new int[n];
    int above = -1;
    for (int i = 0; i < n; i++) {
      Row row = rows.get(i);
      // Most often a sibling of the one before.
      if (above < 0 || !areas[above].code().equals(row.parent())) {
        above = row.level() == 0 ? -1 : byCode.find(row.parent());
      }
      parent[i] = above;
      areas[i] = new Area(i, row.code(), above, row.level(), row.name());
      byCode.put(row.code(), i);
      province[i] = row.level() == 0 ? -1 : row.level() == 1 ? i : province[above];
      ranges[i] = row.ranges().toArray(new StationRange[0]);
      rangeBegin[i] = ranges[i].length == 0 ? 0 : ranges[i][0].first();
      rangeSize[i] = ranges[i].length == 0 ? 0 : ranges[i][0].size();
      if (above >= 0 && childCount[above]++ == 0) {
        firstChild[above] = i;
      }
    }
    countStations();
  }

  private void countStations() {
    for (int i = 0; i < areas.length; i++) {
      for (StationRange range : ranges[i]) {
        stations[i] += range.size();
      }
    }
    for (int i = areas.length - 1; i > 0; i--) {
      stations[areas[i].parent()] += stations[i];
    }
    int[] next = new int[areas.length];
    for (int i = 0; i < areas.length; i++) {
      if (areas[i].level() == 4) {
        slotBase[i] = next[province[i]];
        next[province[i]] += stations[i];
      }
    }
  }

  /** Number of areas, the nation included. */
  public int size() {
    return areas.length;
  }

  public Area area(int index) {
    return areas[index];
  }

  /** Index of the area with that code, or -1. */
  public int find(String code) {
    return byCode.find(code);
  }

  /** Index of the area above, as {@link Area#parent}, without a look at the area; -1 at the top. */
  public int parent(int index) {
    return parent[index];
  }

  /** Index of the first child; the children are this and the following {@link #childCount}. */
  public int firstChild(int index) {
    return firstChild[index];
  }

  public int childCount(int index) {
    return childCount[index];
  }

  /** Stations below an area. */
  public int stations(int index) {
    return stations[index];
  }

  /** Index of the province an area lies in (itself at level 1); -1 for the nation. */
  public int province(int index) {
    return province[index];
  }

  /** Indices of the provinces, overseas included, in the order of codes. */
  public int[] provinces() {
    int[] all = new int[childCount[0]];
    Arrays.setAll(all, i -> firstChild[0] + i);
    return all;
  }

  /** First slot of a village; its stations' slots follow in the order of their numbers. */
  public int slotBase(int village) {
    return slotBase[village];
  }

  /**
   * First slot of an area within its province, levels 1…4: as many stations as it has follow, for
   * slots go by codes and an area's codes stand together.
   */
  public int firstSlot(int index) {
    int village = firstDescendant(index, 4);
    return village < 0 ? 0 : slotBase[village];
  }

  /** Names from the province down to and including the area; empty for the nation. */
  public String path(int index) {
    String path = index > 0 ? areas[index].name() : "";
    for (int i = areas[index].parent(); i > 0; i = areas[i].parent()) {
      path = areas[i].name() + STEP + path;
    }
    return path;
  }

  /** The station with that 13-character code, or null. */
  public @Nullable Station station(String code) {
    if (code.length() != 13) {
      return null;
    }
    int village = byCode.find(code, VILLAGE_CHARS);
    int number = number(code);
    if (village < 0 || number < 0) {
      return null;
    }
    int slot = slotBase[village];
    for (StationRange range : ranges[village]) {
      if (number >= range.first() && number <= range.last()) {
        return new Station(
            code, number, range.kind(), village, province[village], slot + number - range.first());
      }
      slot += range.size();
    }
    return null;
  }

  /** Index of the village with that code of digits alone, or -1. */
  public int village(long code) {
    return byCode.find(code, VILLAGE_CHARS);
  }

  /** Slot of the station with that number in a village, or -1. */
  public int slot(int village, int number) {
    int behind = number - rangeBegin[village];
    if (behind >= 0 && behind < rangeSize[village]) {
      return slotBase[village] + behind;
    }
    int slot = slotBase[village];
    for (StationRange range : ranges[village]) {
      if (number >= range.first() && number <= range.last()) {
        return slot + number - range.first();
      }
      slot += range.size();
    }
    return -1;
  }

  /** The station at a slot of a province. */
  public Station stationAt(int provinceIndex, int slot) {
    int village = villageAt(provinceIndex, slot);
    int rest = slot - slotBase[village];
    for (StationRange range : ranges[village]) {
      if (rest < range.size()) {
        int number = range.first() + rest;
        String code = areas[village].code() + padding(number) + number;
        return new Station(code, number, range.kind(), village, provinceIndex, slot);
      }
      rest -= range.size();
    }
    throw new IndexOutOfBoundsException("slot " + slot + " of " + areas[provinceIndex].code());
  }

  /** Fills a station's number up to three digits. */
  private static String padding(int number) {
    return number < 10 ? "00" : number < 100 ? "0" : "";
  }

  /** Index of the village that holds a slot of a province. */
  public int villageAt(int provinceIndex, int slot) {
    if (slot < 0 || slot >= stations[provinceIndex]) {
      throw new IndexOutOfBoundsException("slot " + slot + " of " + areas[provinceIndex].code());
    }
    int low = firstDescendant(provinceIndex, 4);
    int high = lastDescendant(provinceIndex, 4);
    while (low < high) {
      int mid = (low + high + 1) >>> 1;
      if (slotBase[mid] <= slot) {
        low = mid;
      } else {
        high = mid - 1;
      }
    }
    return low;
  }

  private int firstDescendant(int index, int level) {
    return edge(index, level, true);
  }

  private int lastDescendant(int index, int level) {
    return edge(index, level, false);
  }

  /** First or last area of a level below an index; some areas have no children, so it searches. */
  private int edge(int index, int level, boolean first) {
    if (areas[index].level() == level) {
      return index;
    }
    for (int k = 0; k < childCount[index]; k++) {
      int child = firstChild[index] + (first ? k : childCount[index] - 1 - k);
      int found = edge(child, level, first);
      if (found >= 0) {
        return found;
      }
    }
    return -1;
  }

  private static int number(String code) {
    int number = 0;
    for (int i = 10; i < 13; i++) {
      char c = code.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }
}
