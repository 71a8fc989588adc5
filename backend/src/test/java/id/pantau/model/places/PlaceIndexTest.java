package id.pantau.model.places;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.pantau.api.SmallElection;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlaceIndexTest {
  private final PlaceIndex index = new PlaceIndex(SmallElection.areas());

  private String codes(String text) {
    return index.find(text, 20).stream().map(PlaceHit::code).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "exact first, bigger first, then prefix |menteng | 317106 3171061001 3271041001 3271041002",
        "prefix of a word                       |ment    | 317106 3171061001 3271041001 3271041002",
        "begins with before contains            |garut   | 3205 320501",
        "kind of a place is not its name        |jakarta | 31 3171",
        "kind of a place may be asked for       |kota bogor| 3271 327104",
        "name with its kind before begins with  |bogor   | 3271 327104",
        "word inside a name                     |pusat   | 3171",
        "not inside a word                      |karta   | ''",
        "case and accents                       |SAO tome| 9901 990101 9901010001",
        "accents asked for                      |são tomé| 9901 990101 9901010001",
        "apostrophe                             |marang  | 3205011002",
        "apostrophe asked for                   |ma'rang | 3205011002",
        "place above narrows                    |menteng bogor| 3271041001 3271041002",
        "order of words does not matter         |bogor menteng| 3271041001 3271041002",
        "every word must match                  |menteng surabaya| ''",
        "punctuation                            |kota adm. jakarta| 3171",
        "code of an area                        |3171061001| 3171061001 3171061001001 3171061001002"
            + " 3171061001003 3171061001004 3171061001005 3171061001006 3171061001007"
            + " 3171061001008 3171061001009 3171061001010 3171061001011 3171061001012"
            + " 3171061001901 3171061001902",
        "prefix of codes, bigger first          |317     | 3171 317106 3171061001 3171061002",
        "code with dots                         |31.71   | 3171 317106 3171061001 3171061002",
        "prefix of a station's code             |31710610019| 3171061001901 3171061001902",
        "code of a station                      |3171061001012| 3171061001012",
        "code of no station                     |3171061001013| ''",
        "station of a name                      |TPS 12 Menteng| 3171061001012 3271041001012",
        "station with zeros                     |tps 012 menteng| 3171061001012 3271041001012",
        "station last                           |menteng tps 12| 3171061001012 3271041001012",
        "station without blank                  |tps12 menteng| 3171061001012 3271041001012",
        "station and place above                |tps 12 menteng bogor| 3271041001012",
        "station of the second block            |tps 901 menteng| 3171061001901",
        "station that nobody has                |tps 777 menteng| ''",
        "station without a place                |tps 12  | ''",
        "overseas                               |ksk 1 sao tome| 9901010001001",
        "nothing but signs                      |?!      | ''",
      })
  void find_text_givesTheseInThisOrder(String what, String text, String expected) {
    assertEquals(expected, codes(text), what);
  }

  @Test
  void find_max_isKept() {
    List<PlaceHit> two = index.find("menteng", 2);
    assertEquals(List.of("317106", "3171061001"), two.stream().map(PlaceHit::code).toList());
    assertEquals(3, index.find("3171061001", 3).size());
  }

  @Test
  void find_unknownMethod_isNotCalledTps() {
    assertEquals("No. 2", index.find("9901010001002", 1).get(0).name());
  }

  @Test
  void find_manyBroadWords_isAnswered() {
    assertEquals(0, index.find("a b c d e f g h i j k l m n o p".repeat(3), 20).size());
  }
}
