package id.pantau.board;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Act;
import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Station;
import id.pantau.platform.ActFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The acts in force, asked by place: what is withheld there, and what is said there. An act of a
 * place is one of everything below it. Never changes: may be read on any thread.
 */
final class PlaceActs {
  private final Election election;
  private final AreaTree tree;
  private final List<Act> open;
  private final Map<String, List<Act>> byPlace = new HashMap<>();

  /**
   * @param open oldest first
   */
  PlaceActs(Election election, List<Act> open) {
    this.election = election;
    this.tree = election.areas();
    this.open = List.copyOf(open);
    for (Act act : open) {
      byPlace.computeIfAbsent(act.subject(), place -> new ArrayList<>()).add(act);
    }
  }

  /** Those that withhold a place, oldest first. */
  List<Act> withholding() {
    return open.stream().filter(act -> act.kind() == Act.Kind.WITHHOLD).toList();
  }

  /** The act that withholds an area: the oldest of the nearest place; null where none does. */
  @Nullable Act withheld(int contest, int area) {
    if (byPlace.isEmpty()) {
      return null;
    }
    for (int at = area; at >= 0; at = tree.area(at).parent()) {
      Act act = first(contest, tree.area(at).code());
      if (act != null) {
        return act;
      }
    }
    return null;
  }

  /** The act that withholds a station, or an area above it. */
  @Nullable Act withheld(int contest, Station station) {
    if (byPlace.isEmpty()) {
      return null;
    }
    Act act = first(contest, station.code());
    return act != null ? act : withheld(contest, station.village());
  }

  private @Nullable Act first(int contest, String place) {
    return byPlace.getOrDefault(place, List.of()).stream()
        .filter(act -> act.kind() == Act.Kind.WITHHOLD && concerns(act, contest))
        .findFirst()
        .orElse(null);
  }

  private boolean concerns(Act act, int contest) {
    Contest asked = election.contests().get(contest);
    return act.contest() == null || act.contest().equals(asked.id());
  }

  /** {@code notices}: what is said of an area and those above it, from far to near. */
  void notices(JsonGenerator g, int contest, int area, @Nullable Station station)
      throws IOException {
    List<Act> said = new ArrayList<>();
    if (!byPlace.isEmpty()) {
      for (int at = area; at >= 0; at = tree.area(at).parent()) {
        said.addAll(0, said(contest, tree.area(at).code()));
      }
      if (station != null) {
        said.addAll(said(contest, station.code()));
      }
    }
    if (said.isEmpty()) {
      return;
    }
    g.writeArrayFieldStart("notices");
    for (Act act : said) {
      g.writeStartObject();
      g.writeStringField("id", act.id());
      ActFields.statement(g, act);
      g.writeEndObject();
    }
    g.writeEndArray();
  }

  private List<Act> said(int contest, String place) {
    return byPlace.getOrDefault(place, List.of()).stream()
        .filter(act -> act.kind() == Act.Kind.NOTICE && concerns(act, contest))
        .toList();
  }

  /** {@code withheld}: who says so, why, and until when. */
  static void withheld(JsonGenerator g, Act act) throws IOException {
    g.writeObjectFieldStart("withheld");
    ActFields.statement(g, act);
    g.writeEndObject();
  }

  /** The places of acts that only one of two has: what is shown of them differs. */
  static Set<String> between(PlaceActs before, PlaceActs after) {
    Set<String> places = new HashSet<>();
    before.open.stream()
        .filter(act -> !after.open.contains(act))
        .forEach(act -> places.add(act.subject()));
    after.open.stream()
        .filter(act -> !before.open.contains(act))
        .forEach(act -> places.add(act.subject()));
    return places;
  }
}
