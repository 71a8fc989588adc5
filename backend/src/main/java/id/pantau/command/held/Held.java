package id.pantau.command.held;

import id.pantau.model.Code;
import id.pantau.model.Method;
import java.util.Comparator;
import java.util.List;

/**
 * A form that waits for a person; about 100 bytes with its place in the queue.
 *
 * @param contest index in the election's list
 * @param province index of the area
 * @param slot the station's, within the province
 * @param codeBits the rules it fails, bit = ordinal of the code
 * @param beside true for a machine's re-read beside a counted form
 * @param heldAtMillis when it was counted as held
 * @param queuedAtMillis its place in the queue: the same, or later where a photo was asked for
 */
record Held(
    int contest,
    int province,
    int slot,
    int generation,
    int revision,
    int codeBits,
    boolean beside,
    Method method,
    String submitter,
    long heldAtMillis,
    long queuedAtMillis) {

  /** The bits of all rules that can hold a form. */
  static final int HOLDING = holdingBits();

  /** The oldest first; no two forms have one place. */
  static final Comparator<Held> OLDEST_FIRST = Held::order;

  /** In one piece: a node that starts sorts tens of thousands before it is warm. */
  private static int order(Held a, Held b) {
    if (a.queuedAtMillis != b.queuedAtMillis) {
      return Long.compare(a.queuedAtMillis, b.queuedAtMillis);
    } else if (a.contest != b.contest) {
      return Integer.compare(a.contest, b.contest);
    } else if (a.province != b.province) {
      return Integer.compare(a.province, b.province);
    }
    return Integer.compare(a.slot, b.slot);
  }

  Held queuedAt(long millis) {
    return new Held(
        contest,
        province,
        slot,
        generation,
        revision,
        codeBits,
        beside,
        method,
        submitter,
        heldAtMillis,
        millis);
  }

  Held besideCounted() {
    return new Held(
        contest,
        province,
        slot,
        generation,
        revision,
        codeBits,
        true,
        method,
        submitter,
        heldAtMillis,
        queuedAtMillis);
  }

  boolean fails(Code code) {
    return code.in(codeBits);
  }

  /** The rules that hold it: the T rules it fails; none where it only waits beside. */
  List<Code> holding() {
    return Code.of(codeBits & HOLDING);
  }

  private static int holdingBits() {
    int bits = 0;
    for (Code code : Code.values()) {
      bits |= code.family() == 'T' ? code.bit() : 0;
    }
    return bits;
  }
}
