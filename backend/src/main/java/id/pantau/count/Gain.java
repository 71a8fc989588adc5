package id.pantau.count;

import id.pantau.platform.LogEntry;
import java.nio.ByteBuffer;

/** What the forms of a call give one area where each is its station's first and applies. */
final class Gain {
  private static final int VOTES_BYTES = 5;

  private final long[] votes;
  private int counted;
  private int held;

  Gain(int choices) {
    this.votes = new long[choices];
  }

  /**
   * Adds what a station's {@link CountingRecord} gives: votes and one counted, one held, or
   * nothing.
   */
  void add(byte[] record) {
    int state = CountingRecord.state(record);
    if (state == LogEntry.HELD) {
      held++;
    } else if (state == LogEntry.COUNTED) {
      counted++;
      for (int choice = 0; choice < votes.length; choice++) {
        votes[choice] += CountingRecord.votes(record, choice);
      }
    }
  }

  /** As totals stand in Redis: u40 a choice, u32 counted, u32 held. */
  void write(ByteBuffer out) {
    for (long each : votes) {
      out.put((byte) (each >>> 32)).putInt((int) each);
    }
    out.putInt(counted).putInt(held);
  }

  /** Bytes that {@link #write} needs. */
  static int bytes(int choices) {
    return VOTES_BYTES * choices + 2 * Integer.BYTES;
  }
}
