package id.pantau.platform;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** A growing byte array with the number encodings of the packed form. Not thread-safe. */
final class Bytes {
  private byte[] data = new byte[128];
  private int size;

  void u8(int value) {
    room(1);
    data[size++] = (byte) value;
  }

  void fixed(long value, int width) {
    room(width);
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
      data[size++] = (byte) (value >>> shift);
    }
  }

  /** Unsigned LEB128. */
  void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      u8((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    u8((int) rest);
  }

  void zigzag(long value) {
    varint((value << 1) ^ (value >> 63));
  }

  void text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    varint(utf8.length);
    raw(utf8);
  }

  void raw(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, data, size, value.length);
    size += value.length;
  }

  int size() {
    return size;
  }

  byte[] toArray() {
    return Arrays.copyOf(data, size);
  }

  private void room(int more) {
    if (size + more > data.length) {
      data = Arrays.copyOf(data, Math.max(data.length * 2, size + more));
    }
  }

  /** Reads what {@link Bytes} wrote; throws {@link IndexOutOfBoundsException} past its end. */
  static final class Reader {
    private final byte[] data;
    private int at;

    Reader(byte[] data, int from) {
      this.data = data;
      this.at = from;
    }

    int u8() {
      return data[at++] & 0xff;
    }

    long fixed(int width) {
      long value = 0;
      for (int i = 0; i < width; i++) {
        value = value << 8 | u8();
      }
      return value;
    }

    long varint() {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        int b = u8();
        value |= (long) (b & 0x7f) << shift;
        if (b < 0x80) {
          return value;
        }
      }
      throw new IndexOutOfBoundsException("a number without end at " + at);
    }

    int number() {
      return Math.toIntExact(varint());
    }

    long zigzag() {
      long raw = varint();
      return (raw >>> 1) ^ -(raw & 1);
    }

    String text() {
      int length = number();
      String value = new String(data, at, length, StandardCharsets.UTF_8);
      at += length;
      return value;
    }

    byte[] raw(int length) {
      // copyOfRange would pad with zeros.
      Objects.checkFromIndexSize(at, length, data.length);
      byte[] value = Arrays.copyOfRange(data, at, at + length);
      at += length;
      return value;
    }

    void skip(int bytes) {
      Objects.checkFromIndexSize(at, bytes, data.length);
      at += bytes;
    }

    int at() {
      return at;
    }
  }
}
