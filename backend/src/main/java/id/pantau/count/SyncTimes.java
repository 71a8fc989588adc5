package id.pantau.count;

import id.pantau.model.Position;
import id.pantau.platform.Synced;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * When the newest batches of each province were synced: a ring a province, in memory only, for a
 * journal keeps no times. 20 bytes a batch.
 */
final class SyncTimes implements Synced {
  /** Batches of a province that are remembered. */
  static final int KEPT = 4096;

  private final Map<String, Ring> rings = new ConcurrentHashMap<>();

  /** Written by the count, read by whoever asks. */
  private static final class Ring {
    private final int[] epochs = new int[KEPT];
    private final long[] revisions = new long[KEPT];
    private final long[] millis = new long[KEPT];
    private long newest;

    synchronized void put(Position position, long atMillis) {
      int at = (int) (position.revision() % KEPT);
      epochs[at] = position.epoch();
      revisions[at] = position.revision();
      millis[at] = atMillis;
      newest = Math.max(newest, position.revision());
    }

    synchronized long get(Position position) {
      int at = (int) (position.revision() % KEPT);
      boolean is = epochs[at] == position.epoch() && revisions[at] == position.revision();
      return is ? millis[at] : 0;
    }

    synchronized long newest() {
      return newest;
    }
  }

  void put(String province, Position position, long atMillis) {
    rings.computeIfAbsent(province, first -> new Ring()).put(position, atMillis);
  }

  @Override
  public long atMillis(String province, Position position) {
    @Nullable Ring ring = rings.get(province);
    return ring == null ? 0 : ring.get(position);
  }

  @Override
  public long newest(String province) {
    @Nullable Ring ring = rings.get(province);
    return ring == null ? 0 : ring.newest();
  }
}
