package id.pantau.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CodeTableTest {
  private static final String CHARS = "0123456789ABCXYZ";

  @Test
  void find_codesOfAllLengths_isWhatAMapFinds() {
    Random random = new Random(7);
    Map<String, Integer> map = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      map.put(code(random), i);
    }
    CodeTable table = new CodeTable(20_000);
    map.forEach(table::put);
    map.forEach((code, area) -> assertEquals(area, table.find(code)));
    for (int i = 0; i < 20_000; i++) {
      String code = code(random);
      assertEquals(map.getOrDefault(code, -1), table.find(code));
    }
  }

  @Test
  void find_leadingZerosAndPrefixes_areOtherCodes() {
    CodeTable table = new CodeTable(7);
    table.put("0", 5);
    table.put("0000000000", 6);
    assertEquals(5, table.find("0"));
    assertEquals(-1, table.find("00"));
    assertEquals(6, table.find("0000000000"));
    assertEquals(-1, table.find(""));
  }

  @Test
  void find_theFirstCharactersOfALongerCode_isTheirArea() {
    CodeTable table = new CodeTable(10);
    table.put("1101012001", 9);
    assertEquals(9, table.find("1101012001002", 10));
    assertEquals(-1, table.find("1101012002002", 10));
  }

  @Test
  void find_charactersThatDoNotPack_areFoundAllTheSame() {
    CodeTable table = new CodeTable(2);
    table.put("x-1", 1);
    table.put("12345678901", 2);
    assertEquals(1, table.find("x-1"));
    assertEquals(2, table.find("12345678901"));
    assertEquals(-1, table.find("x-2"));
  }

  @Test
  void find_aNumber_isTheCodeWithItsZeros() {
    CodeTable table = new CodeTable(10);
    table.put("1101012001", 9);
    table.put("0000000042", 4);
    assertEquals(9, table.find(1_101_012_001L, 10));
    assertEquals(4, table.find(42, 10));
    assertEquals(-1, table.find(43, 10));
    assertEquals(-1, table.find(11_010_120_011L, 10));
  }

  private static String code(Random random) {
    StringBuilder code = new StringBuilder();
    for (int i = 1 + random.nextInt(10); i > 0; i--) {
      code.append(CHARS.charAt(random.nextInt(CHARS.length())));
    }
    return code.toString();
  }
}
