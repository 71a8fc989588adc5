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
import java.time.Instant;

/** The results body of an area at an earlier time; {@code docs/wire-protocol.md} §2. */
final class EarlierJson {
  private final Standing standing;
  private final AreaTree tree;

  EarlierJson(Standing standing) {
    this.standing = standing;
    this.tree = standing.election().areas();
  }

  /** Renders it; may be called on any thread. */
  Body body(Past past, long atMillis) {
    Contest contest = standing.election().contests().get(past.contest());
    EarlierSums sums = EarlierSums.of(tree, contest.choices().size(), past, atMillis);
    Area area = tree.area(past.area());
    PlaceActs acts = standing.acts();
    return Rendering.body(
        past.position(),
        g -> {
          g.writeStringField("contest", contest.id());
          g.writeStringField("area", area.code());
          g.writeStringField("name", area.name());
          g.writeNumberField("level", area.level());
          g.writeStringField("at", Instant.ofEpochMilli(atMillis).toString());
          Rendering.position(g, past.position());
          Rendering.instant(g, "asOf", sums.whole().newestMillis());
          int expected = standing.expected(past.contest(), past.area());
          Act withheld = acts.withheld(past.contest(), past.area());
          g.writeStringField(
              "status",
              withheld == null ? status(contest, sums.whole().row(), expected) : "withheld");
          Rendering.honesty(g, standing.election());
          acts.notices(g, past.contest(), past.area(), null);
          if (withheld == null) {
            figures(g, contest, sums.whole(), expected);
          } else {
            PlaceActs.withheld(g, withheld);
          }
          g.writeArrayFieldStart("children");
          if (area.level() == 4) {
            stations(g, contest, past, sums, acts);
          } else {
            areas(g, contest, past, sums, acts);
          }
          g.writeEndArray();
        });
  }

  private static String status(Contest contest, long[] row, int expected) {
    int choices = contest.choices().size();
    long counted = row[choices];
    if (counted == 0 && row[choices + 1] == 0) {
      return "waiting";
    }
    return counted == expected ? "finished" : "counting";
  }

  /** The votes that count, then those that were sent, then the stations they are of. */
  private static void figures(JsonGenerator g, Contest contest, EarlierSums.Sum sum, int expected)
      throws IOException {
    long[] row = sum.row();
    int choices = contest.choices().size();
    g.writeObjectFieldStart("totals");
    votes(g, "votes", contest, row, 0);
    votes(g, "asSent", contest, row, choices + 2);
    g.writeEndObject();
    g.writeObjectFieldStart("stations");
    g.writeNumberField("counted", row[choices]);
    g.writeNumberField("held", row[choices + 1]);
    g.writeNumberField("expected", expected);
    g.writeEndObject();
  }

  static void votes(JsonGenerator g, String name, Contest contest, long[] row, int from)
      throws IOException {
    g.writeObjectFieldStart(name);
    int place = from;
    for (Choice choice : contest.choices()) {
      g.writeNumberField(choice.id(), row[place++]);
    }
    g.writeEndObject();
  }

  private void areas(JsonGenerator g, Contest contest, Past past, EarlierSums sums, PlaceActs acts)
      throws IOException {
    for (int k = 0; k < tree.childCount(past.area()); k++) {
      int child = tree.firstChild(past.area()) + k;
      g.writeStartObject();
      g.writeStringField("code", tree.area(child).code());
      g.writeStringField("name", tree.area(child).name());
      if (acts.withheld(past.contest(), child) == null) {
        figures(g, contest, sums.child(k), standing.expected(past.contest(), child));
      }
      g.writeEndObject();
    }
  }

  private void stations(
      JsonGenerator g, Contest contest, Past past, EarlierSums sums, PlaceActs acts)
      throws IOException {
    int village = past.area();
    int expected = standing.expected(past.contest(), village) == 0 ? 0 : 1;
    for (int k = 0; k < tree.stations(village); k++) {
      Station station = tree.stationAt(tree.province(village), tree.slotBase(village) + k);
      g.writeStartObject();
      g.writeStringField("code", station.code());
      g.writeStringField("name", station.name());
      if (acts.withheld(past.contest(), station) == null) {
        figures(g, contest, sums.child(k), expected);
      }
      g.writeEndObject();
    }
  }
}
