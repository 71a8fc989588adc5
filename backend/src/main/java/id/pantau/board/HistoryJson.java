package id.pantau.board;

import id.pantau.model.Act;
import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.platform.Body;
import java.util.BitSet;

/**
 * The count of an area over time, by the counting nodes' clocks; {@code docs/wire-protocol.md} §4.
 * Every point is what the area's results say {@code ?at=} the point's time.
 */
final class HistoryJson {
  private final Standing standing;
  private final AreaTree tree;

  HistoryJson(Standing standing) {
    this.standing = standing;
    this.tree = standing.election().areas();
  }

  /** Renders it; may be called on any thread. Walks twice: to choose the points, to write them. */
  Body body(Past past, int pointsMax) {
    Contest contest = standing.election().contests().get(past.contest());
    int choices = contest.choices().size();
    Act withheld = standing.acts().withheld(past.contest(), past.area());
    SlotRun slots = past.slots(standing);
    BitSet kept = kept(new Steps(past.views(), slots, choices), choices, pointsMax);
    Steps steps = new Steps(past.views(), slots, choices);
    return Rendering.body(
        past.position(),
        g -> {
          g.writeStringField("contest", contest.id());
          g.writeStringField("area", tree.area(past.area()).code());
          Rendering.position(g, past.position());
          Rendering.honesty(g, standing.election());
          if (withheld != null) {
            PlaceActs.withheld(g, withheld);
          }
          g.writeArrayFieldStart("points");
          for (int s = 0; withheld == null && steps.next(); s++) {
            if (kept.get(s)) {
              g.writeStartObject();
              Rendering.instant(g, "at", steps.atMillis());
              EarlierJson.votes(g, "votes", contest, steps.now(), 0);
              EarlierJson.votes(g, "asSent", contest, steps.now(), choices + 2);
              g.writeObjectFieldStart("stations");
              g.writeNumberField("counted", steps.now()[choices]);
              g.writeNumberField("held", steps.now()[choices + 1]);
              g.writeEndObject();
              g.writeEndObject();
            }
          }
          g.writeEndArray();
        });
  }

  private static BitSet kept(Steps steps, int choices, int pointsMax) {
    Thinning thinning = new Thinning(choices + 2);
    while (steps.next()) {
      thinning.step(steps.atMillis(), steps.now(), steps.fall());
    }
    return thinning.kept(pointsMax);
  }
}
