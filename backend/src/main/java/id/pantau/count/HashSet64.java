package id.pantau.count;

/** A set of 64-bit hashes in one array: 16 bytes an entry at most, for millions of forms. */
final class HashSet64 {
  private static final int SLOTS_MIN = 1 << 10;

  private long[] slots;
  private int size;
  private boolean hasZero;

  HashSet64() {
    this(SLOTS_MIN);
  }

  private HashSet64(int slots) {
    this.slots = new long[slots];
  }

  /** An empty set that need not grow for so many. */
  static HashSet64 withRoomFor(long hashes) {
    long wanted = Math.min(hashes * 4 / 3 + 1, 1 << 29);
    return new HashSet64(Math.max(SLOTS_MIN, Integer.highestOneBit((int) wanted) << 1));
  }

  /** True where it was not there yet. */
  boolean add(long hash) {
    if (hash == 0) {
      boolean fresh = !hasZero;
      hasZero = true;
      return fresh;
    }
    int at = find(hash);
    if (slots[at] == hash) {
      return false;
    }
    slots[at] = hash;
    if (++size * 4L > slots.length * 3L) {
      grow();
    }
    return true;
  }

  boolean contains(long hash) {
    return hash == 0 ? hasZero : slots[find(hash)] == hash;
  }

  int size() {
    return size + (hasZero ? 1 : 0);
  }

  private int find(long hash) {
    int mask = slots.length - 1;
    int at = (int) (hash ^ hash >>> 32) & mask;
    while (slots[at] != 0 && slots[at] != hash) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (long hash : old) {
      if (hash != 0) {
        slots[find(hash)] = hash;
      }
    }
  }
}
