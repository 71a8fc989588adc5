package id.pantau.load.counting;

import java.nio.ByteBuffer;
import java.util.List;

/** PostgreSQL's binary arrays: dimensions, no nulls, the type, how many, from 1; then each one. */
final class PostgresArray {
  /** Bytes before the first element. */
  static final int HEAD = 20;

  private static final int INT4 = 23;
  private static final int INT8 = 20;
  private static final int BYTEA = 17;

  private PostgresArray() {}

  static byte[] ints(int[] values) {
    byte[] array = new byte[HEAD + values.length * 8];
    ByteBuffer out = begin(array, INT4, values.length);
    for (int value : values) {
      out.putInt(4).putInt(value);
    }
    return array;
  }

  static byte[] longs(long[] values) {
    byte[] array = new byte[HEAD + values.length * 12];
    ByteBuffer out = begin(array, INT8, values.length);
    for (long value : values) {
      out.putInt(8).putLong(value);
    }
    return array;
  }

  static byte[] bytes(List<byte[]> values) {
    int length = values.stream().mapToInt(value -> 4 + value.length).sum();
    byte[] array = new byte[HEAD + length];
    ByteBuffer out = begin(array, BYTEA, values.size());
    for (byte[] value : values) {
      out.putInt(value.length).put(value);
    }
    return array;
  }

  private static ByteBuffer begin(byte[] array, int type, int elements) {
    return ByteBuffer.wrap(array).putInt(1).putInt(0).putInt(type).putInt(elements).putInt(1);
  }
}
