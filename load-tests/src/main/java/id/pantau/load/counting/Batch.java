package id.pantau.load.counting;

import id.pantau.count.Item;
import java.util.List;

/**
 * Forms of one province that are counted together, packed as the count packs them.
 *
 * @param province its index in the tree
 * @param code its code
 * @param kecamatan of every form, as an index in the tree
 * @param kabupaten likewise
 */
public record Batch(int province, String code, List<Item> items, int[] kecamatan, int[] kabupaten) {
  int size() {
    return items.size();
  }
}
