package id.pantau.board;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What became of the stations of one province in one contest, form by form: the log once more, cut
 * down to what moved. Written on the board's context, and only ever appended to, so that a {@link
 * View} can be read on any thread while the next forms are written behind it.
 *
 * <p>A token is one of: a time (0, then how far it lies behind the time before, then how far the
 * node's own clock lies behind it, both varints); a row (1 + 3 × what the station was + what it is,
 * three bytes of slot, the votes of the form that stood, those of the one that stands, a varint
 * each, none where nothing stood or stands); 255, the chunk's end. A first form of three choices
 * takes 8 bytes.
 *
 * <p>Time is the <i>reached</i> time: the running maximum over the province's entries. A clock that
 * goes back therefore never parts an instant from a prefix of the log (decision 0005).
 */
final class Timeline {
  static final int NOTHING = 0;
  static final int COUNTED = 1;
  static final int HELD = 2;

  static final int TIME = 0;
  static final int CHUNK_END = 255;
  static final int CHUNK_BYTES = 1 << 14;
  private static final int NUMBER_BYTES_MAX = 5;

  /** What a tampered log calls negative must not break the rows behind it; its sums tell on it. */
  private static final long UNSIGNED = 0xffffffffL;

  private static final int TIME_BYTES_MAX = 21;
  private static final int ROW_HEAD_BYTES = 4;

  /** Rows between two marks: at most so many (and the rest of an entry) are read to reach one. */
  private static final int MARK_ROWS = 512;

  private final int choices;
  private final long[] now;
  private byte[][] chunks = new byte[4][];
  private int chunkCount;
  private int used = CHUNK_BYTES;
  private Mark[] marks = new Mark[4];
  private int markCount;
  private int rowsSinceMark;
  private long reachedMillis = -1;
  private long countedAtMillis;
  private long newestMillis;

  Timeline(int choices) {
    this.choices = choices;
    this.now = new long[width(choices)];
  }

  /** Longs of one standing: votes, counted, held, votes as they were sent. */
  static int width(int choices) {
    return 2 * choices + 2;
  }

  /**
   * The standing before a token.
   *
   * @param reachedMillis the reached time of everything before it
   * @param newestMillis the newest of the nodes' own times before it
   * @param chunk where the token stands
   * @param at where in the chunk
   */
  record Mark(long reachedMillis, long newestMillis, int chunk, int at, long[] sums) {}

  /** All that was written until now; nothing in it changes any more. */
  record View(int choices, byte[][] chunks, int chunkCount, int used, Mark[] marks, int markCount) {

    /** The last mark with nothing before it that is later than an instant; null = the beginning. */
    @Nullable Mark markAt(long millis) {
      int low = 0;
      int high = markCount;
      while (low < high) {
        int mid = (low + high) >>> 1;
        if (marks[mid].reachedMillis() <= millis) {
          low = mid + 1;
        } else {
          high = mid;
        }
      }
      return low == 0 ? null : marks[low - 1];
    }
  }

  View view() {
    return new View(choices, chunks, chunkCount, used, marks, markCount);
  }

  /** Bytes that it holds. */
  long bytes() {
    return (long) chunkCount * CHUNK_BYTES + (long) markCount * (56 + 8L * now.length);
  }

  /**
   * Adds what a form did to its station. One that moved nothing is added too: the area was touched.
   *
   * @param reached the province's running maximum, never less than before
   * @param countedAt the counting node's clock
   * @param was NOTHING, COUNTED or HELD
   * @param wasVotes the votes of the form that stood, whatever where nothing did
   */
  void add(long reached, long countedAt, int slot, int was, int[] wasVotes, int is, int[] isVotes) {
    if (reached != reachedMillis || countedAt != countedAtMillis) {
      time(reached, countedAt);
    }
    room(ROW_HEAD_BYTES + 2 * choices * NUMBER_BYTES_MAX);
    put(1 + 3 * was + is);
    put(slot >>> 16);
    put(slot >>> 8);
    put(slot);
    stand(was, wasVotes, -1);
    stand(is, isVotes, 1);
    rowsSinceMark++;
  }

  private void stand(int state, int[] votes, int sign) {
    if (state == NOTHING) {
      return;
    }
    for (int c = 0; c < choices; c++) {
      number(votes[c] & UNSIGNED);
      now[c] += state == COUNTED ? (long) sign * votes[c] : 0;
      now[choices + 2 + c] += (long) sign * votes[c];
    }
    now[choices + state - 1] += sign;
  }

  private void time(long reached, long countedAt) {
    room(TIME_BYTES_MAX);
    if (rowsSinceMark >= MARK_ROWS && reached > reachedMillis) {
      if (markCount == marks.length) {
        marks = Arrays.copyOf(marks, 2 * markCount);
      }
      marks[markCount++] = new Mark(reachedMillis, newestMillis, chunkCount - 1, used, now.clone());
      rowsSinceMark = 0;
    }
    put(TIME);
    number(reached - Math.max(0, reachedMillis));
    number(reached - countedAt);
    reachedMillis = reached;
    countedAtMillis = countedAt;
    newestMillis = Math.max(newestMillis, countedAt);
  }

  /** No token lies in two chunks, so that a reader need not look where it is at every byte. */
  private void room(int bytes) {
    if (used + bytes <= CHUNK_BYTES) {
      return;
    }
    if (used < CHUNK_BYTES) {
      chunks[chunkCount - 1][used] = (byte) CHUNK_END;
    }
    if (chunkCount == chunks.length) {
      chunks = Arrays.copyOf(chunks, 2 * chunkCount);
    }
    chunks[chunkCount++] = new byte[CHUNK_BYTES];
    used = 0;
  }

  private void put(int value) {
    chunks[chunkCount - 1][used++] = (byte) value;
  }

  private void number(long value) {
    long rest = value;
    for (; (rest & ~0x7fL) != 0; rest >>>= 7) {
      put((int) (rest & 0x7f) | 0x80);
    }
    put((int) rest);
  }
}
