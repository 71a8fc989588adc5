package id.pantau.api.sirekap;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Area;
import id.pantau.model.AreaTree;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Station;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What does not change while the count goes on: places and choices. The {@code id} of a place is
 * ours: KPU's row numbers are not in the reference data. It names the place within one version of
 * that data; {@code kode} names it for good.
 */
final class ReferenceJson {
  private static final int FIRST_STATION_ID = 1_000_000;
  private static final int STATION_LEVEL = 5;

  private final Election election;
  private final AreaTree tree;
  private final String ts;

  ReferenceJson(Election election) {
    this.election = election;
    this.tree = election.areas();
    this.ts = Wib.of(election.referenceAt());
  }

  /** The places one level down, by name; stations by number. */
  void places(JsonGenerator g, int area) throws IOException {
    g.writeStartArray();
    if (tree.area(area).level() == STATION_LEVEL - 1) {
      stations(g, area);
    } else {
      List<Area> children = new ArrayList<>();
      for (int i = 0; i < tree.childCount(area); i++) {
        children.add(tree.area(tree.firstChild(area) + i));
      }
      children.sort(Comparator.comparing(Area::name).thenComparing(Area::code));
      for (Area child : children) {
        place(g, child.name(), child.index(), child.code(), child.level());
      }
    }
    g.writeEndArray();
  }

  private void stations(JsonGenerator g, int village) throws IOException {
    int first = FIRST_STATION_ID + before(tree.province(village));
    for (int i = 0; i < tree.stations(village); i++) {
      Station station = tree.stationAt(tree.province(village), tree.slotBase(village) + i);
      place(g, name(station), first + station.slot(), station.code(), STATION_LEVEL);
    }
  }

  /** Stations of the provinces before one. */
  private int before(int province) {
    int sum = 0;
    for (int other : tree.provinces()) {
      if (other < province) {
        sum += tree.stations(other);
      }
    }
    return sum;
  }

  /** {@code TPS 001}; overseas also {@code POS 001}, {@code KSK 001}. */
  private static String name(Station station) {
    String kind = station.kind().equals("?") ? "No." : station.kind();
    return String.format(Locale.ROOT, "%s %03d", kind, station.number());
  }

  private static void place(JsonGenerator g, String name, int id, String code, int level)
      throws IOException {
    g.writeStartObject();
    g.writeStringField("nama", name);
    g.writeNumberField("id", id);
    g.writeStringField("kode", code);
    g.writeNumberField("tingkat", level);
    g.writeEndObject();
  }

  /** The choices of a contest; none where the election has no such contest. */
  void choices(JsonGenerator g, @Nullable Contest contest) throws IOException {
    g.writeStartObject();
    for (Choice choice : contest == null ? List.<Choice>of() : contest.choices()) {
      g.writeObjectFieldStart(choice.id());
      g.writeStringField("ts", ts);
      g.writeStringField("nama", choice.name());
      g.writeStringField("warna", choice.color());
      g.writeNumberField("nomor_urut", choice.number());
      g.writeEndObject();
    }
    g.writeEndObject();
  }

  /** The choices of all contests of a family, by the place that each is of. */
  void pairs(JsonGenerator g, String family) throws IOException {
    g.writeStartObject();
    for (Contest contest : election.contests()) {
      if (contest.id().startsWith(family + "-")) {
        g.writeFieldName(contest.id().substring(family.length() + 1));
        choices(g, contest);
      }
    }
    g.writeEndObject();
  }
}
