package id.pantau.opendata;

/**
 * The CRC-32 of two texts one behind the other, from that of each. A CRC is a remainder of
 * polynomials over two elements: the first text stands as many places higher as the second has
 * bits.
 */
final class Crc {
  /** The divisor of RFC 1952, its highest power in the lowest bit. */
  private static final int DIVISOR = 0xedb88320;

  private static final int ONE = 1 << 31;
  private static final int[] SQUARES = squares();

  private Crc() {}

  /**
   * The CRC of the whole.
   *
   * @param length of the second, in bytes
   */
  static int joined(int first, int second, long length) {
    int shift = ONE;
    int square = 0;
    for (long bits = length * Byte.SIZE; bits != 0; bits >>>= 1) {
      if ((bits & 1) == 1) {
        shift = times(SQUARES[square % SQUARES.length], shift);
      }
      square++;
    }
    return times(shift, first) ^ second;
  }

  /** x to the power of 1, 2, 4, 8 …; the order of x divides 2³² − 1, so they come round. */
  private static int[] squares() {
    int[] squares = new int[Integer.SIZE];
    squares[0] = ONE >>> 1;
    for (int i = 1; i < squares.length; i++) {
      squares[i] = times(squares[i - 1], squares[i - 1]);
    }
    return squares;
  }

  private static int times(int one, int other) {
    int product = 0;
    int shifted = other;
    for (int bit = ONE; bit != 0; bit >>>= 1) {
      if ((one & bit) != 0) {
        product ^= shifted;
      }
      shifted = (shifted & 1) == 1 ? (shifted >>> 1) ^ DIVISOR : shifted >>> 1;
    }
    return product;
  }
}
