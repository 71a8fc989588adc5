package id.pantau.election;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.AreaTree;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Station;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ElectionReaderTest {
  static final Path ELECTIONS = Path.of("..", "config", "elections");

  private static @Nullable Election read;

  @BeforeAll
  static void readOnce() {
    read = ElectionReader.read(ELECTIONS.resolve("pemilu-2024"));
  }

  private static Election pemilu() {
    assertNotNull(read);
    return read;
  }

  @Test
  void read_pemilu2024_hasTheWholeNation() {
    AreaTree areas = pemilu().areas();
    assertEquals(91_947, areas.size());
    assertEquals(822_607, areas.stations(0));
    assertEquals(39, areas.provinces().length);
    assertArrayEquals(new long[] {1, 39, 643, 7_405, 83_859}, countsByLevel(areas));
    int overseas = areas.find("99");
    assertEquals(820_161, areas.stations(0) - areas.stations(overseas));
    assertEquals("Luar Negeri", areas.area(overseas).name());
    assertEquals("PELALAWAN", areas.area(areas.find("1405")).name());
  }

  @Test
  void read_pemilu2024_keepsAreasWithoutStations() {
    AreaTree areas = pemilu().areas();
    int closed = areas.find("99BF");
    assertEquals(0, areas.childCount(closed));
    assertEquals(0, areas.stations(closed));
    assertEquals(
        31,
        IntStream.range(0, areas.size())
            .filter(i -> areas.area(i).level() == 4 && areas.stations(i) == 0)
            .count());
  }

  @Test
  void read_pemilu2024_hasTheContestOfThePresident() {
    Election election = pemilu();
    assertEquals("pemilu-2024", election.id());
    assertTrue(election.isTest());
    assertEquals(
        "Alat bantu informasi. Bukan hasil resmi. Hasil resmi ditetapkan melalui rekapitulasi"
            + " berjenjang oleh KPU.",
        election.notices().get("id"));
    assertEquals(
        "Information aid, not the official result. The official result is set by KPU's tiered"
            + " recapitulation.",
        election.notices().get("en"));
    assertEquals(1, election.contests().size());
    Contest ppwp = election.contest("ppwp");
    assertNotNull(ppwp);
    assertEquals(List.of("0"), ppwp.scope());
    assertEquals(
        List.of("100025", "100026", "100027"), ppwp.choices().stream().map(Choice::id).toList());
    assertEquals("H. PRABOWO SUBIANTO - GIBRAN RAKABUMING RAKA", ppwp.choices().get(1).name());
    assertEquals(306, election.thresholds().ballotsPerStationMax());
    assertEquals(16, election.thresholds().noken().size());
  }

  @Test
  void read_packed_isTheFolder() {
    assertEquals(pemilu().hash(), ElectionReader.packed("pemilu-2024").hash());
    assertEquals(
        ElectionReader.read(ELECTIONS.resolve("contoh")).hash(),
        ElectionReader.packed("contoh").hash());
  }

  @Test
  void station_ofASecondBlock_isFoundAndItsGapIsNot() {
    AreaTree areas = pemilu().areas();
    Station before = station(areas, "1101122007004");
    Station special = station(areas, "1101122007902");
    assertEquals(902, special.number());
    assertEquals("TPS", special.kind());
    assertEquals(before.slot() + 2, special.slot());
    assertNull(areas.station("1101122007005"));
    assertNull(areas.station("1101122007903"));
    assertNull(areas.station("1101122007000"));
  }

  @Test
  void station_overseas_hasItsMethod() {
    AreaTree areas = pemilu().areas();
    assertEquals("POS", station(areas, "9901010001001").kind());
    assertEquals("TPS", station(areas, "9901010001002").kind());
    assertEquals("KSK", station(areas, "9901010001013").kind());
    assertEquals("POS", station(areas, "9941010001007").kind());
    assertEquals("?", station(areas, "9963010001158").kind());
  }

  @Test
  void slots_ofEveryStation_areDenseAndLeadBack() {
    AreaTree areas = pemilu().areas();
    int all = 0;
    for (int province : areas.provinces()) {
      String before = "";
      for (int slot = 0; slot < areas.stations(province); slot++) {
        Station station = areas.stationAt(province, slot);
        assertTrue(station.code().compareTo(before) > 0, station.code());
        assertEquals(station, areas.station(station.code()));
        assertEquals(province, station.province());
        assertEquals(slot, station.slot());
        before = station.code();
        all++;
      }
    }
    assertEquals(822_607, all);
  }

  @Test
  void read_contoh_isTheTinyElection() {
    Election election = ElectionReader.read(ELECTIONS.resolve("contoh"));
    AreaTree areas = election.areas();
    assertEquals(23, areas.size());
    assertEquals(40, areas.stations(0));
    assertEquals(3, areas.provinces().length);
    assertEquals(12, station(areas, "0101011002902").slot());
    assertNull(areas.station("0101011002006"));
    assertNull(areas.station("0201012002004"));
    assertEquals("KSK", station(areas, "99AA010001004").kind());
    Contest local = election.contest("pkwkk-0102");
    assertNotNull(local);
    assertEquals(List.of("0102"), local.scope());
    assertEquals(2, local.choices().size());
  }

  private static Station station(AreaTree areas, String code) {
    Station station = areas.station(code);
    assertNotNull(station, code);
    return station;
  }

  private static long[] countsByLevel(AreaTree areas) {
    long[] counts = new long[5];
    for (int i = 0; i < areas.size(); i++) {
      counts[areas.area(i).level()]++;
    }
    return counts;
  }
}
