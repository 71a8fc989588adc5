package id.pantau.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.election.ElectionReader;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree of the example election by hand, and that of 2024 by its own laws. */
final class AreaTreeTest {
  private static final AreaTree SMALL = ElectionReader.packed("contoh").areas();
  private static final AreaTree OF_2024 = ElectionReader.packed("pemilu-2024").areas();

  @ParameterizedTest
  @CsvSource({
    "0101011001001, 0, TPS",
    "0101011001006, 5, TPS",
    "0101011002001, 6, TPS",
    "0101011002005, 10, TPS",
    "0101011002901, 11, TPS",
    "0101011002902, 12, TPS",
    "0101022001001, 13, TPS",
    "0102011001001, 16, TPS",
    "0102011002004, 24, TPS",
    "0201012002005, 10, TPS",
    "99AA010001001, 0, POS",
    "99AA010001002, 1, TPS",
    "99AA010001004, 3, KSK"
  })
  void station_ofTheExample_hasTheSlotThatItsKeyHasInRedis(String code, int slot, String kind) {
    Station station = SMALL.station(code);
    assertNotNull(station);
    assertEquals(slot, station.slot());
    assertEquals(kind, station.kind());
    assertEquals(station, SMALL.stationAt(station.province(), slot));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0101011001",
        "010101100100",
        "01010110010011",
        "0101011001000",
        "0101011001007",
        "0101011002006",
        "0101011002900",
        "0102012003001",
        "0101011009001",
        "01010110010-1",
        "0101011001٠٠١",
        "99AB010001001",
        "0201012002004"
      })
  void station_thatIsNone_isNull(String code) {
    assertNull(SMALL.station(code));
  }

  @Test
  void stations_ofEveryArea_areThoseOfItsChildren() {
    for (AreaTree tree : new AreaTree[] {SMALL, OF_2024}) {
      for (int area = 0; area < tree.size(); area++) {
        int sum = 0;
        for (int k = 0; k < tree.childCount(area); k++) {
          int child = tree.firstChild(area) + k;
          assertEquals(area, tree.area(child).parent());
          assertTrue(tree.area(child).code().startsWith(area == 0 ? "" : tree.area(area).code()));
          sum += tree.stations(child);
        }
        if (tree.area(area).level() < 4) {
          assertEquals(sum, tree.stations(area), tree.area(area).code());
        }
        assertEquals(area, tree.find(tree.area(area).code()));
      }
    }
    assertEquals(40, SMALL.stations(0));
    assertEquals(-1, SMALL.find("03"));
  }

  @Test
  void stationAt_everySlotOf2024_isAStationOfItsOwnAndComesBack() {
    int all = 0;
    for (int province : OF_2024.provinces()) {
      Set<String> codes = new HashSet<>();
      for (int slot = 0; slot < OF_2024.stations(province); slot++) {
        Station there = OF_2024.stationAt(province, slot);
        assertTrue(codes.add(there.code()), there::code);
        assertEquals(there, OF_2024.station(there.code()));
        assertEquals(there.village(), OF_2024.villageAt(province, slot));
        assertEquals(province, OF_2024.province(there.village()));
      }
      all += codes.size();
    }
    assertEquals(OF_2024.stations(0), all);
  }

  @Test
  void stationAt_outsideTheProvince_throws() {
    int province = SMALL.find("01");
    assertThrows(IndexOutOfBoundsException.class, () -> SMALL.stationAt(province, -1));
    assertThrows(
        IndexOutOfBoundsException.class, () -> SMALL.stationAt(province, SMALL.stations(province)));
  }
}
