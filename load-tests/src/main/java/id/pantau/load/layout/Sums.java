package id.pantau.load.layout;

import id.pantau.load.redis.RedisSocket;
import id.pantau.model.AreaTree;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a province's totals must be when every arrival was counted once: three votes, counted, held.
 */
final class Sums {
  private static final int FIGURES = 5;
  private static final int COUNTED = 3;

  private final Map<Integer, long[]> provinces = new HashMap<>();

  static Sums of(List<Arrival> arrivals) {
    Sums sums = new Sums();
    for (Arrival a : arrivals) {
      long[] row = sums.provinces.computeIfAbsent(a.province(), p -> new long[FIGURES]);
      row[0] += a.vote1();
      row[1] += a.vote2();
      row[2] += a.vote3();
      row[COUNTED]++;
    }
    return sums;
  }

  /**
   * Compares with what stands in Redis.
   *
   * @throws IOException where a province has other totals
   */
  void check(RedisSocket socket, AreaTree tree) throws IOException {
    for (Map.Entry<Integer, long[]> province : provinces.entrySet()) {
      int area = province.getKey();
      String value = socket.ask("GET", new Keys(tree.area(area).code()).totals(area));
      long[] found = unpack(value);
      if (!Arrays.equals(found, province.getValue())) {
        throw new IOException(
            "province "
                + tree.area(area).code()
                + " has "
                + Arrays.toString(found)
                + ", not "
                + Arrays.toString(province.getValue()));
      }
    }
  }

  /** Five numbers of four bytes each, highest byte first; a character of the text is a byte. */
  static long[] unpack(String value) {
    long[] figures = new long[FIGURES];
    for (int i = 0; i < value.length() && i < 4 * FIGURES; i++) {
      figures[i / 4] = (figures[i / 4] << 8) | value.charAt(i);
    }
    return figures;
  }
}
