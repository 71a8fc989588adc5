package id.pantau.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.count.CountRig;
import id.pantau.model.AreaTree;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** A province's areas by number; a log may claim any area. */
final class ProvinceAreasTest {
  private final AreaTree tree = CountRig.election("areas").areas();

  @Test
  void local_everyAreaOfEachProvince_hasANumberOfItsOwnAndOthersAreRefused() {
    for (int province : tree.provinces()) {
      ProvinceAreas areas = new ProvinceAreas(tree, province);
      BitSet numbers = new BitSet();
      for (int area = 0; area < tree.size(); area++) {
        int asked = area;
        if (tree.province(area) == province) {
          int number = areas.local(area);
          assertEquals(area, areas.area(tree.area(area).level(), number));
          numbers.set(number);
        } else {
          assertThrows(
              IndexOutOfBoundsException.class,
              () -> areas.local(asked),
              () -> tree.area(asked).code() + " in " + tree.area(province).code());
        }
      }
      assertEquals(areas.size(), numbers.cardinality());
      assertTrue(numbers.length() <= areas.size());
    }
  }
}
