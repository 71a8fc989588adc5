package id.pantau.opendata;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that gather, kept for the next row when they went out. */
final class RowBytes extends OutputStream {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int FIRST_BYTES = 1 << 10;
  private static final int ASCII = 0x80;
  private static final int DIGITS_MAX = 20;

  private byte[] bytes = new byte[FIRST_BYTES];
  private int size;

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }

  @Override
  public void write(int b) {
    room(1);
    bytes[size++] = (byte) b;
  }

  @Override
  public void write(byte[] from, int offset, int length) {
    room(length);
    System.arraycopy(from, offset, bytes, size, length);
    size += length;
  }

  /** Four bytes, the lowest first. */
  void int32(int value) {
    room(Integer.BYTES);
    INTS.set(bytes, size, value);
    size += Integer.BYTES;
  }

  /** The same, over four bytes that are there. */
  void int32(int at, int value) {
    INTS.set(bytes, at, value);
  }

  /** Eight bytes, the lowest first. */
  void int64(long value) {
    room(Long.BYTES);
    LONGS.set(bytes, size, value);
    size += Long.BYTES;
  }

  /** Its digits. */
  void decimal(long value) {
    room(DIGITS_MAX);
    long rest = value;
    if (rest < 0) {
      utf8(Long.toString(value));
      return;
    }
    int digits = 1;
    for (long at = rest; at >= 10; at /= 10) {
      digits++;
    }
    for (int at = size + digits - 1; at >= size; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += digits;
  }

  /** A text in UTF-8. */
  void utf8(String text) {
    int length = text.length();
    room(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= ASCII) {
        byte[] rest = text.substring(i).getBytes(StandardCharsets.UTF_8);
        size += i;
        write(rest, 0, rest.length);
        return;
      }
      bytes[size + i] = (byte) c;
    }
    size += length;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
