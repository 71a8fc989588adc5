package id.pantau.load.viewer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The texts seen lately, by their bytes: the server sends the same to thousands of viewers, and
 * parsing each would cost the machine more than sending does. One loop's; not shared.
 */
final class Messages {
  private static final int PLACES = 1 << 12;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final @Nullable Entry[] entries = new @Nullable Entry[PLACES];
  private long parsed;

  private record Entry(long hash, byte[] bytes, Message message) {}

  /** The text as a message, the same object for the same bytes while it is remembered. */
  Message of(byte[] bytes, int from, int length) throws ProtocolFault {
    long hash = hash(bytes, from, length);
    int place = (int) (hash >>> 52);
    Entry entry = entries[place];
    if (entry != null
        && entry.hash == hash
        && Arrays.equals(entry.bytes, 0, entry.bytes.length, bytes, from, from + length)) {
      return entry.message;
    }
    parsed++;
    Message message = Message.parse(bytes, from, length);
    entries[place] = new Entry(hash, Arrays.copyOfRange(bytes, from, from + length), message);
    return message;
  }

  /** Texts that had to be parsed. */
  long parsed() {
    return parsed;
  }

  /** Eight bytes at a time; a collision only parses again. */
  private static long hash(byte[] bytes, int from, int length) {
    long hash = length;
    int at = from;
    for (int end = from + length - 7; at < end; at += 8) {
      hash = (hash ^ (long) LONGS.get(bytes, at)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    for (int end = from + length; at < end; at++) {
      hash = (hash ^ bytes[at]) * 0x9E3779B97F4A7C15L;
    }
    return hash ^ (hash >>> 32);
  }
}
