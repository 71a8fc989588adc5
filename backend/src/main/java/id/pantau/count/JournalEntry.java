package id.pantau.count;

import id.pantau.model.Position;
import java.nio.charset.StandardCharsets;

/**
 * An acknowledged form in a node's journal.
 *
 * @param outcome one of {@link id.pantau.platform.LogEntry}'s, DUPLICATE where another node had
 *     counted it
 * @param position the province's position that held it
 * @param packed envelope and content
 */
public record JournalEntry(int outcome, Position position, byte[] packed) {
  /** No form: a province reached that position, in {@code packed} is its code. */
  static final int MARK = 0;

  static JournalEntry mark(String province, Position position) {
    return new JournalEntry(MARK, position, province.getBytes(StandardCharsets.US_ASCII));
  }

  boolean isMark() {
    return outcome == MARK;
  }

  /** The province of a mark. */
  String marked() {
    return new String(packed, StandardCharsets.US_ASCII);
  }
}
