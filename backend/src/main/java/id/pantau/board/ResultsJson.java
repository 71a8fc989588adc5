package id.pantau.board;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Act;
import id.pantau.model.Area;
import id.pantau.model.AreaTree;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Station;
import id.pantau.platform.Body;
import java.io.IOException;
import java.util.function.IntPredicate;

/** The results body of an area; {@code docs/wire-protocol.md} §2. */
final class ResultsJson {
  private final Standing standing;
  private final AreaTree tree;

  ResultsJson(Standing standing) {
    this.standing = standing;
    this.tree = standing.election().areas();
  }

  /** The area with all its children. */
  Body whole(int contest, int area) {
    return render(contest, area, "", child -> true);
  }

  /** The area without children. */
  Body alone(int contest, int area) {
    return Rendering.body(standing.position(area), g -> head(g, contest, area));
  }

  /** The area with those children that pass; below a village a child is a slot of the province. */
  Body rows(int contest, int area, boolean complete, IntPredicate children) {
    return render(contest, area, complete ? "complete" : "changed", children);
  }

  private Body render(int contest, int area, String kind, IntPredicate children) {
    return Rendering.body(
        standing.position(area),
        g -> {
          if (!kind.isEmpty()) {
            g.writeBooleanField("complete", kind.equals("complete"));
          }
          head(g, contest, area);
          g.writeArrayFieldStart("children");
          if (tree.area(area).level() == 4) {
            stations(g, contest, area, children);
          } else {
            areas(g, contest, area, children);
          }
          g.writeEndArray();
        });
  }

  private void head(JsonGenerator g, int contest, int index) throws IOException {
    Area area = tree.area(index);
    Contest c = standing.election().contests().get(contest);
    long[] figures = standing.figures(contest, index);
    g.writeStringField("contest", c.id());
    g.writeStringField("area", area.code());
    g.writeStringField("name", area.name());
    g.writeNumberField("level", area.level());
    Rendering.position(g, standing.position(index));
    Rendering.instant(g, "asOf", standing.countedAtMillis(contest, index));
    Act withheld = standing.acts().withheld(contest, index);
    g.writeStringField("status", withheld == null ? status(contest, index, figures) : "withheld");
    Rendering.honesty(g, standing.election());
    standing.acts().notices(g, contest, index, null);
    if (withheld != null) {
      PlaceActs.withheld(g, withheld);
      return;
    }
    figures(g, contest, c, figures, standing.expected(contest, index));
  }

  private String status(int contest, int area, long[] figures) {
    Layout layout = standing.layout(contest);
    long counted = figures[layout.counted()];
    if (counted == 0 && figures[layout.held()] == 0) {
      return "waiting";
    }
    return counted == standing.expected(contest, area) ? "finished" : "counting";
  }

  private void figures(JsonGenerator g, int contest, Contest c, long[] row, int expected)
      throws IOException {
    Layout layout = standing.layout(contest);
    g.writeObjectFieldStart("totals");
    votes(g, "votes", c, row, 0);
    votes(g, "asSent", c, row, layout.sent());
    figure(g, "valid", row[layout.valid()], row[layout.validStations()]);
    figure(g, "invalid", row[layout.invalid()], row[layout.invalidStations()]);
    figure(g, "registered", row[layout.registered()], row[layout.registeredStations()]);
    figure(g, "users", row[layout.users()], row[layout.usersStations()]);
    g.writeObjectFieldStart("turnout");
    g.writeNumberField("users", row[layout.turnoutUsers()]);
    g.writeNumberField("registered", row[layout.turnoutRegistered()]);
    g.writeNumberField("stations", row[layout.turnoutStations()]);
    g.writeEndObject();
    g.writeEndObject();
    g.writeObjectFieldStart("stations");
    g.writeNumberField("counted", row[layout.counted()]);
    g.writeNumberField("held", row[layout.held()]);
    g.writeNumberField("expected", expected);
    g.writeEndObject();
  }

  private static void votes(JsonGenerator g, String name, Contest c, long[] row, int from)
      throws IOException {
    g.writeObjectFieldStart(name);
    int place = from;
    for (Choice choice : c.choices()) {
      g.writeNumberField(choice.id(), row[place++]);
    }
    g.writeEndObject();
  }

  private static void figure(JsonGenerator g, String name, long value, long stations)
      throws IOException {
    g.writeObjectFieldStart(name);
    g.writeNumberField("value", value);
    g.writeNumberField("stations", stations);
    g.writeEndObject();
  }

  private void areas(JsonGenerator g, int contest, int area, IntPredicate children)
      throws IOException {
    Contest c = standing.election().contests().get(contest);
    for (int k = 0; k < tree.childCount(area); k++) {
      int child = tree.firstChild(area) + k;
      if (children.test(child)) {
        g.writeStartObject();
        g.writeStringField("code", tree.area(child).code());
        g.writeStringField("name", tree.area(child).name());
        if (standing.acts().withheld(contest, child) == null) {
          int expected = standing.expected(contest, child);
          figures(g, contest, c, standing.figures(contest, child), expected);
        }
        g.writeEndObject();
      }
    }
  }

  private void stations(JsonGenerator g, int contest, int village, IntPredicate children)
      throws IOException {
    Contest c = standing.election().contests().get(contest);
    int base = tree.slotBase(village);
    int province = tree.province(village);
    for (int slot = base; slot < base + tree.stations(village); slot++) {
      if (children.test(slot)) {
        Station station = tree.stationAt(province, slot);
        g.writeStartObject();
        g.writeStringField("code", station.code());
        g.writeStringField("name", station.name());
        if (standing.acts().withheld(contest, station) == null) {
          int expected = standing.expected(contest, village) == 0 ? 0 : 1;
          figures(g, contest, c, stationFigures(contest, village, slot), expected);
        }
        g.writeEndObject();
      }
    }
  }

  private long[] stationFigures(int contest, int village, int slot) {
    ProvinceFold fold = standing.fold(village);
    ContestStations stations = fold.stations(contest);
    int stands = stations.standing(slot);
    byte[] packed = stands == FormStore.NONE ? null : fold.store().get(stands).packed();
    return StationRow.of(
        standing.layout(contest), stations.state(slot), packed, standing.election());
  }
}
