package id.pantau.api.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Area;
import id.pantau.model.Election;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the numbers and names: nothing overlaps, nothing leaves the paper, all is said. */
final class CardLayoutTest {
  private static final String BASE = "https://pantau.example";
  private static final int[] PARTIAL = {152_285, 62_338, 822_607};

  private static List<Mark> layout(String body, Election election, String language, String base) {
    CardNumbers numbers = CardNumbers.read(body.getBytes(StandardCharsets.UTF_8), election);
    return CardLayout.of(
        CardContent.of(numbers, election, CardWords.of(language), base), Ballots.TYPEFACE);
  }

  private static List<Mark> layout(
      Election election, String area, List<Long> votes, int[] stations) {
    return layout(Ballots.body(election, area, votes, stations), election, "id", BASE);
  }

  private static List<Long> same(int choices, long votes) {
    return Collections.nCopies(choices, votes);
  }

  private static List<String> texts(List<Mark> marks) {
    return marks.stream()
        .filter(Mark.Words.class::isInstance)
        .map(mark -> ((Mark.Words) mark).text())
        .toList();
  }

  /** Fails where two marks share paper, one leaves the margins, or the code has no quiet zone. */
  private static void check(List<Mark> marks) {
    List<Mark> standing = new ArrayList<>(marks);
    standing.removeIf(mark -> mark instanceof Mark.Block block && block.isGround());
    Rectangle2D paper = Sheet.box(Sheet.MARGIN - 4, 8, Sheet.WIDTH - 2 * Sheet.MARGIN + 8, 614);
    List<Rectangle2D> zones = standing.stream().map(CardLayoutTest::zone).toList();
    for (int i = 0; i < standing.size(); i++) {
      Mark one = standing.get(i);
      assertTrue(paper.contains(one.box()), () -> "off the paper: " + one);
      for (int k = i + 1; k < standing.size(); k++) {
        Mark two = standing.get(k);
        assertTrue(!zones.get(i).intersects(zones.get(k)), () -> one + "\noverlaps\n" + two);
      }
    }
  }

  /** What a mark needs for itself: its box; of the code also the quiet modules around. */
  private static Rectangle2D zone(Mark mark) {
    Rectangle2D box = mark.box();
    if (mark instanceof Mark.Code code) {
      double quiet = (double) Mark.Code.QUIET_MODULES * code.module();
      return Sheet.box(
          box.getX() - quiet,
          box.getY() - quiet,
          box.getWidth() + 2 * quiet,
          box.getHeight() + 2 * quiet);
    }
    return box;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 10, 17, 18, 20, 21, 54})
  void ballots_ofAnyLength_areCompleteAndInOrder(int choices) {
    for (long votes : new long[] {0, 96_214_691}) {
      for (String name :
          List.of("A", "PDI Perjuangan", "Nama Pendek yang Sama Sekali Tidak Pendek")) {
        Election election = Ballots.of(choices, name);
        for (String area : List.of("0", "3171061001")) {
          List<Mark> marks = layout(election, area, same(choices, votes), PARTIAL);
          check(marks);
          List<String> texts = texts(marks);
          assertEquals(
              numbers(choices),
              texts.stream().filter(text -> text.matches("[1-9][0-9]?")).toList());
        }
      }
    }
  }

  private static List<String> numbers(int choices) {
    return IntStream.rangeClosed(1, choices).mapToObj(Integer::toString).toList();
  }

  @Test
  void choices_ofOneCard_haveTheSameWeight() {
    List<Mark> marks = layout(Ballots.REAL, "0", List.of(3L, 96_214_691L, 0L), PARTIAL);
    List<Type> names =
        marks.stream()
            .filter(CardLayoutTest::isName)
            .map(mark -> ((Mark.Words) mark).type())
            .toList();
    List<Double> bars =
        marks.stream()
            .filter(Mark.ShareBar.class::isInstance)
            .map(mark -> mark.box().getHeight())
            .toList();
    assertEquals(Collections.nCopies(3, names.get(0)), names);
    assertEquals(Collections.nCopies(3, bars.get(0)), bars);
  }

  private static boolean isName(Mark mark) {
    return mark instanceof Mark.Words words
        && Ballots.REAL.contests().get(0).choices().stream()
            .anyMatch(choice -> choice.shortName().equals(words.text()));
  }

  /** The places with the longest names and the longest ways to them, of all 83,731 villages. */
  @Test
  void places_withTheLongestNames_fit() {
    List<Area> places = new ArrayList<>();
    for (int i = 0; i < Ballots.REAL.areas().size(); i++) {
      places.add(Ballots.REAL.areas().area(i));
    }
    Comparator<Area> byLength = Comparator.comparingInt(area -> -area.name().length());
    Stream<Area> longest = places.stream().sorted(byLength).limit(25);
    Stream<Area> farthest = places.stream().sorted(byLength(places)).limit(25);
    Stream.concat(longest, farthest)
        .forEach(
            area -> {
              for (String language : List.of("id", "en")) {
                String body =
                    Ballots.body(Ballots.REAL, area.code(), same(3, 999), new int[] {1, 2, 3});
                check(layout(body, Ballots.REAL, language, BASE));
              }
            });
  }

  private static Comparator<Area> byLength(List<Area> places) {
    return Comparator.comparingInt(
        area -> {
          int length = 0;
          for (int i = area.parent(); i > 0; i = places.get(i).parent()) {
            length -= places.get(i).name().length();
          }
          return length;
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:18080",
        "https://a.example",
        "https://an-unusually-long-name-of-a-host.that-has.several-parts.example.org:65535"
      })
  void addresses_ofAnyLength_fitWithTheirCode(String base) {
    for (String area : List.of("0", "3171061001")) {
      check(
          layout(Ballots.body(Ballots.REAL, area, same(3, 9), PARTIAL), Ballots.REAL, "id", base));
    }
  }

  @Test
  void coverage_partial_isNeverWholeAndNeverShownAsWhole() {
    List<String> texts =
        texts(layout(Ballots.REAL, "0", same(3, 9), new int[] {822_606, 1, 822_607}));
    assertTrue(texts.contains("99,99"), texts::toString);
    assertTrue(texts.containsAll(List.of("822.606", "1", "822.607")), texts::toString);
    assertTrue(texts.stream().noneMatch(text -> text.startsWith("100")), texts::toString);
    assertTrue(texts.stream().noneMatch(CardWords.INDONESIAN.complete()::startsWith));
  }

  @Test
  void coverage_whole_saysSo() {
    List<Mark> marks = layout(Ballots.REAL, "0", same(3, 9), new int[] {5, 0, 5});
    check(marks);
    String all = String.join(" ", texts(marks));
    assertTrue(all.contains(CardWords.INDONESIAN.complete()), all);
  }

  @Test
  void waiting_saysSoAndClaimsNoShareAndNoTime() {
    for (String language : List.of("id", "en")) {
      String body = Ballots.body(Ballots.REAL, "12", same(3, 0), new int[] {0, 0, 45_875});
      List<Mark> marks = layout(body, Ballots.REAL, language, BASE);
      check(marks);
      List<String> texts = texts(marks);
      String all = String.join(" ", texts);
      assertTrue(all.contains(CardWords.of(language).noneYet()), all);
      assertEquals(3, Collections.frequency(texts, "–"));
      assertTrue(!all.contains("WIB"), all);
    }
  }

  @Test
  void withheld_showsWhoAndWhyAndNoNumber() {
    String reason = "Formulir dari 14 TPS diperiksa ulang karena tertukar. ".repeat(6);
    String body = Ballots.withheld("ppwp", "31", "KPU Provinsi DKI Jakarta", reason);
    for (String language : List.of("id", "en")) {
      List<Mark> marks = layout(body, Ballots.REAL, language, BASE);
      check(marks);
      String all = String.join(" ", texts(marks));
      assertTrue(all.contains("Formulir dari 14 TPS"), all);
      assertTrue(all.contains("KPU Provinsi DKI Jakarta"), all);
      assertTrue(all.contains("23 Nov 2026"), all);
      assertTrue(marks.stream().noneMatch(Mark.ShareBar.class::isInstance), all);
      assertTrue(marks.stream().noneMatch(Mark.CoverageBar.class::isInstance), all);
    }
  }

  @Test
  void everyCard_carriesNoticeMarkTimePositionAndAddress() {
    for (String language : List.of("id", "en")) {
      String body = Ballots.body(Ballots.REAL, "31", same(3, 9), PARTIAL);
      String all = String.join(" ", texts(layout(body, Ballots.REAL, language, BASE)));
      boolean english = language.equals("en");
      for (String part :
          List.of(
              Ballots.REAL.notices().getOrDefault(language, "?"),
              english ? "Test data" : "Data uji",
              english ? "22 Nov 2026, 07:11:02 WIB" : "22 Nov 2026, 07.11.02 WIB",
              english ? "Position 2·987654" : "Posisi 2·987654",
              "pantau.example/ppwp/31",
              "DKI Jakarta")) {
        assertTrue(all.contains(part), () -> part + " is not in " + all);
      }
    }
  }

  @Test
  void earlierTime_isSaidToBeOne() {
    String body =
        Ballots.body(Ballots.REAL, "31", same(3, 9), PARTIAL)
            .replace("\"isTest\"", "\"at\":\"2026-11-22T05:00:00Z\",\"isTest\"");
    List<String> texts = texts(layout(body, Ballots.REAL, "id", BASE));
    assertTrue(texts.contains("Keadaan pada"), texts::toString);
    assertTrue(texts.contains("22 Nov 2026, 12.00.00 WIB"), texts::toString);
  }
}
