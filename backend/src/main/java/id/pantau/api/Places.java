package id.pantau.api;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Area;
import id.pantau.model.AreaTree;
import id.pantau.model.Station;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Areas and stations as the public reads them: names, paths, and the JSON of one area. */
final class Places {
  /** Level of a station on the wire, one below the village. */
  private static final int STATION_LEVEL = 5;

  private static final int VILLAGE_LEVEL = 4;
  private final AreaTree tree;

  Places(AreaTree tree) {
    this.tree = tree;
  }

  /** Names from the province down to and including the area; empty for the nation. */
  String path(int index) {
    return tree.path(index);
  }

  /** The JSON of an area: its path from the nation to itself, and what lies one level below. */
  Document area(int index) {
    return Document.of(
        g -> {
          Area area = tree.area(index);
          g.writeStartObject();
          head(g, area.code(), area.name(), area.level());
          g.writeNumberField("stations", tree.stations(index));
          g.writeArrayFieldStart("path");
          for (int step : steps(index)) {
            Area above = tree.area(step);
            g.writeStartObject();
            head(g, above.code(), above.name(), above.level());
            g.writeEndObject();
          }
          g.writeEndArray();
          g.writeArrayFieldStart("children");
          children(g, area);
          g.writeEndArray();
          g.writeEndObject();
        });
  }

  private List<Integer> steps(int index) {
    List<Integer> steps = new ArrayList<>();
    for (int i = index; i >= 0; i = tree.area(i).parent()) {
      steps.add(i);
    }
    Collections.reverse(steps);
    return steps;
  }

  private void children(JsonGenerator g, Area area) throws IOException {
    int index = area.index();
    for (int k = 0; k < tree.childCount(index); k++) {
      Area child = tree.area(tree.firstChild(index) + k);
      g.writeStartObject();
      head(g, child.code(), child.name(), child.level());
      g.writeNumberField("stations", tree.stations(child.index()));
      g.writeEndObject();
    }
    if (area.level() != VILLAGE_LEVEL) {
      return;
    }
    for (int k = 0; k < tree.stations(index); k++) {
      Station station = tree.stationAt(tree.province(index), tree.slotBase(index) + k);
      g.writeStartObject();
      head(g, station.code(), station.name(), STATION_LEVEL);
      g.writeNumberField("stations", 1);
      g.writeEndObject();
    }
  }

  private static void head(JsonGenerator g, String code, String name, int level)
      throws IOException {
    g.writeStringField("code", code);
    g.writeStringField("name", name);
    g.writeNumberField("level", level);
  }
}
