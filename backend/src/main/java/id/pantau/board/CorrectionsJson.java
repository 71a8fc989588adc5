package id.pantau.board;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.AreaTree;
import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.model.Station;
import id.pantau.platform.Body;
import id.pantau.platform.FormFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The forms that took votes away from an area, newest first: why a total fell; {@code
 * docs/wire-protocol.md} §4. Newest by the counting nodes' clocks across provinces, by positions
 * within one: the order of the changes, turned round.
 */
final class CorrectionsJson {
  private final Standing standing;
  private final Election election;
  private final AreaTree tree;

  CorrectionsJson(Standing standing) {
    this.standing = standing;
    this.election = standing.election();
    this.tree = election.areas();
  }

  /** A correction in its province's store. */
  private record Listed(ProvinceFold fold, int offset) {}

  /** Walks one province's corrections of some slots from the newest back. */
  private static final class Walk {
    final ProvinceFold fold;
    final Corrections all;
    final int firstSlot;
    final int slots;
    int place;

    Walk(ProvinceFold fold, int contest, int firstSlot, int slots) {
      this.fold = fold;
      this.all = fold.corrections(contest);
      this.firstSlot = firstSlot;
      this.slots = slots;
      this.place = all.before(all.size(), firstSlot, slots);
    }

    long countedAtMillis() {
      return place < 0 ? -1 : fold.store().countedAtMillis(all.offset(place));
    }

    Listed take() {
      Listed taken = new Listed(fold, all.offset(place));
      place = all.before(place, firstSlot, slots);
      return taken;
    }
  }

  /**
   * @param limit at most so many
   */
  Body body(int contest, int area, int limit) {
    List<Walk> walks = new ArrayList<>();
    int total = 0;
    for (ProvinceFold fold :
        area == 0 ? standing.folds() : new ProvinceFold[] {standing.fold(area)}) {
      int within = area == 0 ? fold.province() : area;
      Walk walk = new Walk(fold, contest, tree.firstSlot(within), tree.stations(within));
      total += walk.all.count(walk.firstSlot, walk.slots);
      walks.add(walk);
    }
    List<Listed> newest = newest(walks, limit);
    int all = total;
    return Rendering.body(
        standing.position(area),
        g -> {
          g.writeStringField("contest", election.contests().get(contest).id());
          g.writeStringField("area", tree.area(area).code());
          Rendering.position(g, standing.position(area));
          Rendering.honesty(g, election);
          g.writeNumberField("total", all);
          g.writeArrayFieldStart("corrections");
          for (Listed listed : newest) {
            correction(g, listed);
          }
          g.writeEndArray();
        });
  }

  private static List<Listed> newest(List<Walk> walks, int limit) {
    List<Listed> newest = new ArrayList<>();
    while (newest.size() < limit) {
      Walk last = null;
      for (Walk walk : walks) {
        if (walk.place >= 0 && (last == null || walk.countedAtMillis() >= last.countedAtMillis())) {
          last = walk;
        }
      }
      if (last == null) {
        break;
      }
      newest.add(last.take());
    }
    return newest;
  }

  private void correction(JsonGenerator g, Listed listed) throws IOException {
    FormStore.Stored stored = listed.fold().store().get(listed.offset());
    Form form = LoggedFields.form(election, stored);
    Station station = Objects.requireNonNull(tree.station(form.station()));
    g.writeStartObject();
    g.writeStringField("station", station.code());
    g.writeStringField("name", station.name());
    g.writeStringField("path", tree.path(station.village()));
    g.writeNumberField("generation", form.generation());
    g.writeNumberField("revision", form.revision());
    LoggedFields.status(g, stored);
    g.writeStringField("was", StationState.COUNTED.wire());
    g.writeStringField("method", form.method().wire());
    if (LoggedFields.withheld(standing, form)) {
      g.writeBooleanField("withheld", true);
      FormFields.reason(g, LoggedFields.kindOnly(form.reason()));
    } else {
      FormFields.reason(g, form.reason());
      LoggedFields.findings(g, stored);
      LoggedFields.delta(g, election, listed.fold(), stored, form);
    }
    Rendering.instant(g, "countedAt", stored.countedAtMillis());
    Rendering.position(g, stored.position());
    g.writeEndObject();
  }
}
