package id.pantau.load.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LayoutTest {
  /** Slot 1,007 of a province of 1,010 stations; its village begins at slot 1,000 and has 9. */
  private static final Arrival ARRIVAL = new Arrival(1, 2, 3, 4, 1_007, 1_000, 9, 1_010, 0, 0, 0);

  @ParameterizedTest
  @CsvSource({
    "province, 0, 20140, 20200",
    "village, 4, 140, 180",
    "hash, 4, 140, 180",
    "pages:15, 67, 40, 100",
    "patched:25, 40, 140, 200",
    "pieces:1020, 0, 20140, 20200",
    "station, 1007, 0, 20"
  })
  void address_ofAStation_isItsKeyItsOffsetAndTheKeysBytes(
      String name, int key, int offset, int bytes) {
    Layout layout = Layout.parse(name);
    assertEquals(key, layout.key(ARRIVAL));
    assertEquals(offset, layout.offset(ARRIVAL));
    assertEquals(bytes, layout.fullBytes(ARRIVAL));
  }

  @Test
  void parse_unknownName_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> Layout.parse("tree"));
  }

  @Test
  void median_evenAndOdd_isTheMiddle() {
    assertEquals(2, Table.median(new double[] {1, 2, 9}));
    assertEquals(3, Table.median(new double[] {1, 2, 4, 9}));
  }
}
