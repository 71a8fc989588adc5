package id.pantau.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds areas by their codes. Every form asks for its village several times, among 91,000: a hash
 * map of strings goes through four objects for that, and each is a miss of the processor's cache.
 * Here a code of digits and capitals, ten at most, is one long. An open table gives an area for it,
 * and the codes stand in the order of the areas, so that of those of one province, which are
 * neighbours, little memory is needed and most of it is at hand.
 */
final class CodeTable {
  private static final int CHARS_MAX = 10;
  private static final int BITS = 6;
  private static final int NOBODY = -1;

  /** An odd number near 2^64 divided by the golden ratio: neighbours land far apart. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** By area; 0 = an odd code, or no area yet. */
  private final long[] keys;

  /** By the place of a key: an area, or NOBODY. */
  private final int[] table;

  private final int shift;
  private final Map<String, Integer> odd = new HashMap<>();

  /**
   * @param areas so many there are at most, numbered from 0
   */
  CodeTable(int areas) {
    int bits = 33 - Integer.numberOfLeadingZeros(Math.max(1, areas));
    keys = new long[areas];
    table = new int[1 << bits];
    Arrays.fill(table, NOBODY);
    shift = 64 - bits;
  }

  void put(String code, int area) {
    long key = key(code, code.length());
    if (key == 0) {
      odd.put(code, area);
      return;
    }
    table[place(key)] = area;
    keys[area] = key;
  }

  /** The area of a code, or -1. */
  int find(String code) {
    return find(code, code.length());
  }

  /** The area of the first characters of a code, or -1. */
  int find(String code, int length) {
    long key = key(code, length);
    if (key == 0) {
      return odd.getOrDefault(code.substring(0, length), -1);
    }
    return at(key);
  }

  /**
   * The area of a code that is a number, or -1.
   *
   * @param number 0 or more
   * @param length characters of the code, zeros in front of the number among them
   */
  int find(long number, int length) {
    long key = 0;
    long rest = number;
    for (int i = 0; i < length; i++) {
      key |= (rest % 10 + 1) << (BITS * i);
      rest /= 10;
    }
    return rest == 0 ? at(key) : -1;
  }

  private int at(long key) {
    return table[place(key)];
  }

  /** Where a key stands, or the free place where it would; half of them at most are taken. */
  private int place(long key) {
    int at = (int) ((key * SPREAD) >>> shift);
    while (table[at] != NOBODY && keys[table[at]] != key) {
      at = (at + 1) & (table.length - 1);
    }
    return at;
  }

  /** Six bits a character, none of them 0, so that codes of all lengths differ; 0 = an odd code. */
  private static long key(String code, int length) {
    if (length > CHARS_MAX) {
      return 0;
    }
    long key = 0;
    for (int i = 0; i < length; i++) {
      char c = code.charAt(i);
      if (c >= '0' && c <= '9') {
        key = key << BITS | (c - '0' + 1);
      } else if (c >= 'A' && c <= 'Z') {
        key = key << BITS | (c - 'A' + 11);
      } else {
        return 0;
      }
    }
    return key;
  }
}
