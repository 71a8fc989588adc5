package id.pantau.load.counting;

import id.pantau.count.Item;
import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a node would have to keep in memory to work out absolute totals itself: every record and
 * every total of its provinces. Decides as {@code count.lua} does for forms that arrive live.
 */
final class Standing {
  static final int HEAD = 11;
  private static final int STATE = 7;
  private static final int PERSON = 8;
  private static final int COUNTED = 1;
  private static final int HELD = 2;
  private static final int BESIDE = 5;
  private static final int DUPLICATE = 16;
  private static final int STALE = 17;
  private static final int CONFLICT = 18;
  private static final int HASH_AT = 3;

  private final AreaTree tree;
  private final int choices;
  private final int size;
  private final Map<Integer, byte[]> records = new HashMap<>();
  private final Map<Integer, long[]> totals = new HashMap<>();
  private final Map<Integer, Long> revisions = new HashMap<>();

  Standing(AreaTree tree, Contest contest) {
    this.tree = tree;
    this.choices = contest.choices().size();
    this.size = HEAD + 3 * choices;
  }

  /**
   * A batch that was applied.
   *
   * @param revision of the province with it
   * @param written slot → the record that now stands
   * @param moved area → its packed totals, the province first
   * @param outcomes a byte a form
   */
  record Applied(
      long revision, Map<Integer, byte[]> written, Map<Integer, byte[]> moved, byte[] outcomes) {}

  /** Bytes of a record. */
  int recordBytes() {
    return size;
  }

  long revision(int province) {
    return revisions.getOrDefault(province, 0L);
  }

  /** Bytes of a province's records. */
  int allRecordsBytes(int province) {
    return tree.stations(province) * size;
  }

  Applied apply(Batch batch) {
    byte[] all = records.computeIfAbsent(batch.province(), p -> new byte[allRecordsBytes(p)]);
    Map<Integer, byte[]> written = new LinkedHashMap<>();
    Map<Integer, byte[]> moved = new LinkedHashMap<>();
    moved.put(batch.province(), new byte[0]);
    byte[] outcomes = new byte[batch.size()];
    for (int i = 0; i < batch.size(); i++) {
      Item item = batch.items().get(i);
      int at = item.station().slot() * size;
      int outcome = decide(all, at, item.record());
      outcomes[i] = (byte) outcome;
      if (outcome < DUPLICATE) {
        int[] areas = {batch.kecamatan()[i], batch.kabupaten()[i], batch.province()};
        add(areas, all, at, -1);
        byte[] now = outcome == BESIDE ? beside(all, at, item.record()) : item.record();
        System.arraycopy(now, 0, all, at, size);
        add(areas, all, at, 1);
        written.put(item.station().slot(), now);
        moved.put(areas[0], new byte[0]);
        moved.put(areas[1], new byte[0]);
      }
    }
    moved.replaceAll((area, none) -> packed(totals.get(area)));
    long revision = revision(batch.province()) + 1;
    revisions.put(batch.province(), revision);
    return new Applied(revision, written, moved, outcomes);
  }

  private static int decide(byte[] all, int at, byte[] record) {
    int old = rank(all, at);
    int asked = rank(record, 0);
    if (asked < old) {
      return STALE;
    }
    if (asked == old) {
      for (int i = HASH_AT; i < HEAD; i++) {
        if (all[at + i] != record[i]) {
          return CONFLICT;
        }
      }
      return DUPLICATE;
    }
    boolean besidePerson =
        (all[at] & PERSON) != 0 && (record[0] & PERSON) == 0 && all[at] >> 4 == record[0] >> 4;
    return besidePerson ? BESIDE : record[0] & STATE;
  }

  private static int rank(byte[] from, int at) {
    return (from[at] & 0xf0) << 12 | (from[at + 1] & 0xff) << 8 | (from[at + 2] & 0xff);
  }

  private byte[] beside(byte[] all, int at, byte[] record) {
    byte[] now = record.clone();
    int state = (all[at] & STATE) == COUNTED ? COUNTED : HELD;
    now[0] = (byte) ((all[at] & ~STATE) | state);
    System.arraycopy(all, at + HEAD, now, HEAD, size - HEAD);
    return now;
  }

  private void add(int[] areas, byte[] from, int at, int sign) {
    int state = from[at] & STATE;
    if (state != COUNTED && state != HELD) {
      return;
    }
    for (int area : areas) {
      long[] row = totals.computeIfAbsent(area, a -> new long[choices + 2]);
      if (state == HELD) {
        row[choices + 1] += sign;
        continue;
      }
      row[choices] += sign;
      for (int c = 0; c < choices; c++) {
        int v = at + HEAD + 3 * c;
        int votes = (from[v] & 0xff) << 16 | (from[v + 1] & 0xff) << 8 | (from[v + 2] & 0xff);
        row[c] += (long) sign * votes;
      }
    }
  }

  /** As {@code count.lua} packs a row: a u40 a choice, u32 counted, u32 held. */
  private byte[] packed(long @Nullable [] row) {
    ByteBuffer out = ByteBuffer.allocate(5 * choices + 8);
    if (row != null) {
      for (int c = 0; c < choices; c++) {
        out.put((byte) (row[c] >>> 32)).putInt((int) row[c]);
      }
      out.putInt((int) row[choices]).putInt((int) row[choices + 1]);
    }
    return out.array();
  }
}
