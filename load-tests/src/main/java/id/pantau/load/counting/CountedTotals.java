package id.pantau.load.counting;

import id.pantau.load.redis.RedisSocket;
import id.pantau.model.AreaTree;
import id.pantau.platform.RedisKeys;
import java.io.IOException;

/**
 * Reads the totals as the product packs them (a u40 a choice, then u32 counted and u32 held) and
 * compares them, as well as the revisions of the provinces and the entries of their logs.
 */
final class CountedTotals {
  private static final int VOTES_BYTES = 5;
  private static final int STATIONS_BYTES = 4;
  private static final int REVISION_AT = 4;
  private static final int REVISION_BYTES = 6;

  private final AreaTree tree;
  private final RedisKeys keys;
  private final String contest;

  CountedTotals(AreaTree tree, RedisKeys keys, String contest) {
    this.tree = tree;
    this.keys = keys;
    this.contest = contest;
  }

  /**
   * @param batches counted since Redis was emptied
   */
  void check(RedisSocket redis, Truth truth, int batches) throws IOException {
    long entries = 0;
    long revisions = 0;
    for (int area = 1; area < tree.size() && tree.area(area).level() < 4; area++) {
      String province = tree.area(tree.province(area)).code();
      String packed = redis.ask("GET", keys.totals(province, contest, tree.area(area).code()));
      truth.check(area, packed.isEmpty() ? new long[truth.width()] : row(packed, truth.width()));
      if (tree.area(area).level() == 1) {
        entries += Long.parseLong(redis.ask("XLEN", keys.log(province)));
        String position = redis.ask("GET", keys.position(province));
        revisions += position.isEmpty() ? 0 : number(position, REVISION_AT, REVISION_BYTES);
      }
    }
    if (entries != batches || revisions != batches) {
      throw new IOException(
          batches + " batches, but " + entries + " entries and revisions of " + revisions);
    }
  }

  private static long[] row(String packed, int width) {
    long[] row = new long[width];
    int at = 0;
    for (int i = 0; i < width; i++) {
      int bytes = i < width - 2 ? VOTES_BYTES : STATIONS_BYTES;
      row[i] = number(packed, at, bytes);
      at += bytes;
    }
    return row;
  }

  /** A character of the text is a byte. */
  private static long number(String packed, int at, int bytes) {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number = number << 8 | packed.charAt(at + i);
    }
    return number;
  }
}
