package id.pantau.board;

import id.pantau.model.Position;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The forms of one province, packed one behind the other: 27 bytes of links and times a form beside
 * the packed form itself. An offset is a form's handle; it never changes.
 */
final class FormStore {
  private static final int CHUNK_BITS = 18;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int HEAD = 27;
  private static final int COUNTED_AT = 18;

  /** No form. */
  static final int NONE = -1;

  private final List<byte[]> chunks;
  private int used = CHUNK;

  FormStore() {
    this(new ArrayList<>());
  }

  private FormStore(List<byte[]> chunks) {
    this.chunks = chunks;
  }

  /** The forms that are here now, for another thread to read: what is stored never changes. */
  FormStore frozen() {
    return new FormStore(List.copyOf(chunks));
  }

  /**
   * A stored form.
   *
   * @param offset its handle
   * @param previous the form of the same station and contest that came before it, or NONE
   * @param stoodBefore the form whose numbers stood before it, or NONE
   * @param position the province's position that holds it
   * @param outcome one of {@link id.pantau.platform.LogEntry}'s
   */
  record Stored(
      int offset,
      int previous,
      int stoodBefore,
      Position position,
      long countedAtMillis,
      int outcome,
      byte[] packed) {}

  /** Appends a form. */
  int add(
      int previous,
      int stoodBefore,
      Position position,
      long countedAtMillis,
      int outcome,
      byte[] packed) {
    int size = HEAD + packed.length;
    if (used + size > CHUNK) {
      chunks.add(new byte[CHUNK]);
      used = 0;
    }
    int chunk = chunks.size() - 1;
    ByteBuffer.wrap(chunks.get(chunk), used, size)
        .putInt(previous)
        .putInt(stoodBefore)
        .putInt(position.epoch())
        .putShort((short) (position.revision() >>> 32))
        .putInt((int) position.revision())
        .putShort((short) (countedAtMillis >>> 32))
        .putInt((int) countedAtMillis)
        .put((byte) outcome)
        .putShort((short) packed.length)
        .put(packed);
    int offset = chunk << CHUNK_BITS | used;
    used += size;
    return offset;
  }

  Stored get(int offset) {
    byte[] chunk = chunks.get(offset >>> CHUNK_BITS);
    int from = offset & CHUNK - 1;
    ByteBuffer in = ByteBuffer.wrap(chunk, from, chunk.length - from);
    int previous = in.getInt();
    int stoodBefore = in.getInt();
    int epoch = in.getInt();
    long revision = u48(in);
    long countedAtMillis = u48(in);
    int outcome = in.get();
    int length = in.getShort() & 0xffff;
    int start = in.position();
    return new Stored(
        offset,
        previous,
        stoodBefore,
        new Position(epoch, revision),
        countedAtMillis,
        outcome,
        Arrays.copyOfRange(chunk, start, start + length));
  }

  /** When a form was counted. */
  long countedAtMillis(int offset) {
    byte[] chunk = chunks.get(offset >>> CHUNK_BITS);
    return u48(ByteBuffer.wrap(chunk, (offset & CHUNK - 1) + COUNTED_AT, 6));
  }

  /** Bytes held. */
  long bytes() {
    return (long) chunks.size() * CHUNK;
  }

  private static long u48(ByteBuffer in) {
    return (in.getShort() & 0xffffL) << 32 | (in.getInt() & 0xffffffffL);
  }
}
