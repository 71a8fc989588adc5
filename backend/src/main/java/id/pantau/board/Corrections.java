package id.pantau.board;

import java.util.Arrays;

/**
 * One contest's corrections of one province in the order of the log: the forms by which a station
 * that was counted came to give fewer votes to a choice, or none at all. Eight bytes each; the slot
 * stands beside the offset so that those of an area are found without reading a form.
 */
final class Corrections {
  private int[] offsets = new int[0];
  private int[] slots = new int[0];
  private int size;

  void add(int offset, int slot) {
    if (size == offsets.length) {
      int more = Math.max(16, size + size / 2);
      offsets = Arrays.copyOf(offsets, more);
      slots = Arrays.copyOf(slots, more);
    }
    offsets[size] = offset;
    slots[size++] = slot;
  }

  int size() {
    return size;
  }

  /** The form's handle in the province's store. */
  int offset(int place) {
    return offsets[place];
  }

  /** How many are of so many slots from one on. */
  int count(int firstSlot, int slotCount) {
    int count = 0;
    for (int place = 0; place < size; place++) {
      count += isOf(place, firstSlot, slotCount) ? 1 : 0;
    }
    return count;
  }

  /** The last place before one that is of those slots, or -1. */
  int before(int place, int firstSlot, int slotCount) {
    int at = place - 1;
    while (at >= 0 && !isOf(at, firstSlot, slotCount)) {
      at--;
    }
    return at;
  }

  private boolean isOf(int place, int firstSlot, int slotCount) {
    return slots[place] >= firstSlot && slots[place] < firstSlot + slotCount;
  }
}
