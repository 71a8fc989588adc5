package id.pantau.count;

import id.pantau.model.Contest;
import id.pantau.model.Form;
import id.pantau.model.Verdict;
import java.util.Objects;

/**
 * A station's counting record: u8 state | person « 3 | generation « 4, u16 revision, 8 bytes of
 * content hash, a u24 a choice. What {@code count.lua} compares and sums.
 */
final class CountingRecord {
  private static final int HEAD = 11;
  private static final int HASH_AT = 3;

  private CountingRecord() {}

  static int size(Contest contest) {
    return HEAD + 3 * contest.choices().size();
  }

  /** What becomes of the form if it applies as it is: an outcome of the log. */
  static int state(byte[] record) {
    return record[0] & 7;
  }

  /** The revision in it. */
  static int revision(byte[] record) {
    return (record[1] & 0xff) << 8 | (record[2] & 0xff);
  }

  /** The votes in it for a choice, by its number from 0. */
  static int votes(byte[] record, int choice) {
    int at = HEAD + 3 * choice;
    return (record[at] & 0xff) << 16 | (record[at + 1] & 0xff) << 8 | (record[at + 2] & 0xff);
  }

  /** The record that a form asks for. */
  static byte[] of(Form form, Verdict.Outcome outcome, byte[] hash, Contest contest) {
    byte[] record = new byte[size(contest)];
    int state =
        switch (outcome) {
          case COUNTED -> 1;
          case HELD -> 2;
          case STORED -> form.section() == Form.Section.WITHDRAWAL ? 4 : 3;
          case REFUSED -> throw new IllegalArgumentException("a refused form reached the count");
        };
    record[0] = (byte) (state | (form.byPerson() ? 8 : 0) | form.generation() << 4);
    record[1] = (byte) (form.revision() >>> 8);
    record[2] = (byte) form.revision();
    System.arraycopy(hash, 0, record, HASH_AT, hash.length);
    if (form.section() == Form.Section.VOTES) {
      int at = HEAD;
      for (var choice : contest.choices()) {
        int votes = Objects.requireNonNull(form.votes().get(choice.id()));
        record[at++] = (byte) (votes >>> 16);
        record[at++] = (byte) (votes >>> 8);
        record[at++] = (byte) votes;
      }
    }
    return record;
  }
}
