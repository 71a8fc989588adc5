package id.pantau.api.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pantau.election.ElectionReader;
import id.pantau.model.Area;
import id.pantau.model.AreaTree;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Station;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The plain pages of the real election, from bodies with the worst numbers there can be. */
final class LitePagesTest {
  private static final int BYTES_MAX = 14 * 1000;
  private static final String HOSTILE = "<script>alert(\"1\")</script>&'\u0000";
  private static final Election ELECTION = ElectionReader.packed("pemilu-2024");
  private static final Contest CONTEST = Objects.requireNonNull(ELECTION.contest("ppwp"));
  private static final AreaTree TREE = ELECTION.areas();
  private static final String NOTICES = "//section[h2 = '" + Word.NOTICES.id() + "']";
  private final LitePages pages = new LitePages(ELECTION);
  private final PageBodies bodies = new PageBodies(ELECTION, CONTEST);

  private static Area area(String code) {
    return TREE.area(TREE.find(code));
  }

  private static Station station(String code) {
    return Objects.requireNonNull(TREE.station(code));
  }

  private @Nullable String html(Area area, JsonNode body, Language language, int page) {
    return pages.area(CONTEST, area, PageBodies.bytes((ObjectNode) body), language, page);
  }

  private PlainPage page(Area area, JsonNode body, int page) {
    return PlainPage.read(Objects.requireNonNull(html(area, body, Language.ID, page)));
  }

  private PlainPage station(Station station, ObjectNode body) {
    String html = pages.station(CONTEST, station, PageBodies.bytes(body), Language.ID, 1);
    return PlainPage.read(Objects.requireNonNull(html));
  }

  private static int compressed(String html) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(html.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.size();
  }

  private static int rows(Area area) {
    int index = area.index();
    return area.level() == 4 ? TREE.stations(index) : TREE.childCount(index);
  }

  /** The areas of each level with the most below them, and with the longest names below them. */
  private static List<Area> largest() {
    return IntStream.rangeClosed(0, 4)
        .boxed()
        .flatMap(
            level -> {
              List<Area> all =
                  IntStream.range(0, TREE.size())
                      .mapToObj(TREE::area)
                      .filter(a -> a.level() == level)
                      .toList();
              return java.util.stream.Stream.concat(
                  all.stream().sorted(Comparator.comparing(a -> -rows(a))).limit(3),
                  all.stream().sorted(Comparator.comparing(a -> -letters(a))).limit(2));
            })
        .toList();
  }

  private static int letters(Area area) {
    return IntStream.range(0, area.level() == 4 ? 0 : TREE.childCount(area.index()))
        .map(k -> TREE.area(TREE.firstChild(area.index()) + k).name().length())
        .sum();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void area_theLargestOfTheElection_everyPageIsSmallAndSound(Language language) {
    for (Area area : largest()) {
      ObjectNode body = bodies.results(area);
      int shown = 0;
      int number = 1;
      for (String html = html(area, body, language, 1);
          html != null;
          html = html(area, body, language, ++number)) {
        PlainPage page = PlainPage.read(html);
        shown += page.texts("//table[starts-with(@class, 'c')]/tbody/tr").size();
        int bytes = compressed(html);
        assertTrue(bytes < BYTES_MAX, area.code() + " page " + number + " has " + bytes);
      }
      assertEquals(rows(area), shown, area.code() + ": each row stands on one page");
    }
  }

  @Test
  void area_village451Stations_goesOverPagesWithAWayBetweenThem() {
    Area village =
        IntStream.range(0, TREE.size())
            .mapToObj(TREE::area)
            .filter(a -> a.level() == 4)
            .max(Comparator.comparing(LitePagesTest::rows))
            .orElseThrow();
    ObjectNode body = bodies.results(village);
    int pages = (rows(village) + Rows.ROWS_PER_PAGE - 1) / Rows.ROWS_PER_PAGE;
    assertTrue(pages > 3, () -> "the largest village has " + rows(village));
    PlainPage second = page(village, body, 2);
    String way = "//nav[@class = 'pages']";
    assertEquals("2", second.text(way + "/span[@aria-current]"));
    String own = "/lite/ppwp/" + village.code();
    assertEquals(own, second.texts(way + "/a/@href").get(0));
    assertEquals(own + "?page=3", second.texts(way + "/a[last()]/@href").get(0));
    assertNull(html(village, body, Language.ID, pages + 1));
    assertNull(html(village, body, Language.ID, 0));
  }

  @Test
  void area_everyNumber_isThatOfTheBody() {
    for (Area area : List.of(area("0"), area("31"), area("3171"), area("9901"))) {
      ObjectNode body = bodies.results(area);
      PlainPage page = page(area, body, 1);
      SameNumbers.check(page, body, CONTEST.choices(), Rows.ROWS_PER_PAGE);
    }
  }

  @Test
  void area_asSent_standsApartWithItsStations() {
    Area area = area("31");
    ObjectNode body = bodies.results(area);
    PlainPage page = page(area, body, 1);
    String sent = "//table[caption/h2 = '" + Word.SENT.id() + "']";
    Choice first = CONTEST.choices().get(0);
    long votes = body.path("totals").path("asSent").path(first.id()).asLong();
    assertEquals(votes, PlainPage.number(page.text(sent + "/tbody/tr[1]/td[3]")));
    ((ObjectNode) body.path("totals")).remove("asSent");
    assertEquals(List.of(), page(area, body, 1).texts(sent));
  }

  @Test
  void area_withheld_saysWhoWhyAndUntilWhenAndShowsNoNumber() {
    Area area = area("31");
    ObjectNode body = bodies.results(area);
    body.put("status", "withheld").remove(List.of("totals", "stations"));
    ObjectNode why = body.putObject("withheld").put("office", "KPU " + HOSTILE);
    why.putObject("reason").put("id", "Sedang diperiksa").put("en", "Under review");
    why.put("since", "2024-02-14T09:00:00Z").put("until", "2024-02-15T09:00:00Z");
    body.path("children").forEach(row -> ((ObjectNode) row).remove(List.of("totals", "stations")));
    PlainPage page = page(area, body, 1);
    String said = page.text("//section[h2 = '" + Word.WITHHELD.id() + "']");
    assertTrue(said.contains("Sedang diperiksa") && said.contains("KPU <script>"), said);
    assertTrue(said.contains("Kamis, 15 Februari 2024 pukul 16.00.00 WIB"), said);
    assertEquals(List.of(), page.texts("//table[@class = 's']"));
    assertEquals("–", page.texts("//table[starts-with(@class, 'c')]//td").get(0));
  }

  @Test
  void area_notices_standUnderTheTitleInTheLanguageOfThePage() {
    Area area = area("31");
    ObjectNode body = bodies.results(area);
    assertEquals(List.of(), page(area, body, 1).texts(NOTICES));
    PageBodies.notice(body, "KPU " + HOSTILE);
    String said = page(area, body, 1).text(NOTICES);
    assertTrue(said.contains("Rekapitulasi diulang") && said.contains("KPU <script>"), said);
    assertTrue(said.contains("sampai Kamis, 15 Februari 2024 pukul 16.00.00 WIB"), said);
    String english = Objects.requireNonNull(html(area, body, Language.EN, 1));
    assertTrue(english.contains("Counted again"), english);
    assertTrue(english.indexOf("Counted again") < english.indexOf("<table"), english);
  }

  @Test
  void area_hostileNames_areOnlyText() {
    Area area = area("31");
    ObjectNode body = bodies.results(area);
    body.put("name", HOSTILE).put("asOf", HOSTILE);
    ((ObjectNode) body.path("children").get(0)).put("name", HOSTILE).put("code", HOSTILE);
    PlainPage page = page(area, body, 1);
    assertEquals("<script>alert(\"1\")</script>&'\ufffd", page.text("//h1"));
    assertFalse(page.text("//head/title").isEmpty());
  }

  @Test
  void area_beforeTheFirstForm_claimsNothing() {
    Area area = area("31");
    ObjectNode body = bodies.results(area);
    body.putNull("asOf").put("status", "waiting");
    ObjectNode votes = (ObjectNode) body.path("totals").path("votes");
    CONTEST.choices().forEach(choice -> votes.put(choice.id(), 0));
    PlainPage page = page(area, body, 1);
    assertEquals("–", page.texts("//table[@class = 's']/tbody/tr[1]/td[2]").get(0));
    assertEquals(List.of(), page.texts("//time"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void station_sentOftenWithAllThatAFormMayCarry_everyPageIsSmallAndSound(Language language) {
    Station station = station("3171061001012");
    ObjectNode body = bodies.station(station, 40);
    int revisions = 0;
    int number = 0;
    while (true) {
      number++;
      String html = pages.station(CONTEST, station, PageBodies.bytes(body), language, number);
      if (html == null) {
        break;
      }
      revisions += PlainPage.read(html).texts("//article").size();
      int bytes = compressed(html);
      assertTrue(bytes < BYTES_MAX, "page " + number + " has " + bytes);
    }
    assertEquals(40, revisions);
  }

  @Test
  void station_form_standsAsOnThePaperWithFindingsBesideTheirFigure() {
    Station station = station("3171061001012");
    ObjectNode body = bodies.station(station, 2);
    ObjectNode current = (ObjectNode) body.path("current");
    current.putArray("findings").addObject().put("code", "A03").putArray("fields").add("users.dpt");
    PlainPage page = station(station, body);
    String row = "//tr[th = 'dalam DPT']";
    JsonNode users = current.path("users").path("dpt");
    assertEquals(
        List.of("1", users.path("male").asText(), users.path("female").asText()).toString(),
        page.texts(row + "/td[position() < 4]").toString());
    String law = Law.LAW_A03.id();
    assertEquals("A03 " + law, page.text(row + "/following-sibling::tr[1]//p"));
    assertEquals(users.path("all").asLong(), PlainPage.number(page.text(row + "/td[4]")));
    String changed = page.texts("//article[1]//li").toString();
    assertTrue(changed.contains("IV.1 Anies – Muhaimin: "), changed);
    assertTrue(page.text("//article[1]/p[1]").startsWith("Dihitung. Koreksi penyalinan: "));
  }

  @Test
  void station_hostileForm_isOnlyText() {
    Station station = station("3171061001012");
    ObjectNode body = bodies.station(station, 1);
    ObjectNode current = (ObjectNode) body.path("current");
    current.put("method", HOSTILE).put("submitter", HOSTILE).put("recordedAt", HOSTILE);
    ObjectNode reason = (ObjectNode) current.path("reason");
    reason.put("kind", HOSTILE).put("note", HOSTILE).put("cites", HOSTILE);
    reason.putArray("by").add(HOSTILE);
    ObjectNode image = (ObjectNode) current.path("images").get(0);
    image.put("url", "javascript:alert(1)" + HOSTILE).put("sha256", HOSTILE).put("stored", true);
    ObjectNode finding = current.putArray("findings").addObject();
    finding.put("code", HOSTILE).put("message", HOSTILE).putArray("fields").add(HOSTILE);
    PlainPage page = station(station, body);
    assertEquals(List.of(), page.texts("//a[starts-with(@href, 'javascript')]"));
    assertTrue(page.text("//article").contains("<script>"));
  }

  @Test
  void station_withheld_saysWhoAndWhyAndNeverThatNothingChanged() {
    Station station = station("3171061001012");
    ObjectNode body = bodies.station(station, 2);
    PageBodies.withhold(body, "KPU " + HOSTILE);
    PageBodies.notice(body, "Bawaslu");
    PlainPage page = station(station, body);
    String said = page.text("//section[h2 = '" + Word.WITHHELD.id() + "']");
    assertTrue(said.contains("Sedang diperiksa") && said.contains("KPU <script>"), said);
    assertTrue(page.text(NOTICES).contains("Bawaslu"));
    String all = page.text("//main");
    assertTrue(all.contains(FormWord.STATUS_WITHHELD.id() + "."), all);
    assertTrue(all.contains("Yang berubah: tidak ditampilkan"), all);
    assertFalse(all.contains(FormWord.NOTHING_CHANGED.id()), all);
    assertFalse(all.contains(FormWord.ABSENT.id()), all);
    assertEquals(List.of(), page.texts("//table"));
    assertEquals(2, page.texts("//article[h3]").size());
  }

  @Test
  void station_waiting_saysSo() {
    Station station = station("3171061001012");
    PlainPage page = station(station, bodies.station(station, 0));
    assertTrue(page.texts("//main/p").toString().contains(FormWord.MORE_WAITING.id()));
    assertEquals(List.of(), page.texts("//table"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void message_pages_areSoundAndLeadOn(Language language) {
    for (String html : List.of(pages.unknown(language), pages.loading(language))) {
      PlainPage page = PlainPage.read(html);
      assertEquals(pages.home(language), page.text("//main//a/@href"));
      assertNotNull(page.text("//p[@class = 'notice']"));
    }
  }
}
