package id.pantau.cli;

import id.pantau.model.Area;
import id.pantau.model.AreaTree;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.model.Station;
import id.pantau.model.Verdict.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The recounted totals of one contest in every place, folded from the stations upwards. */
final class RecountTotals {
  private final Contest contest;
  private final AreaTree tree;
  private final RecountRow[] areas;
  private final Map<String, RecountRow> stations = new HashMap<>();
  private final RecountRow nothing;

  RecountTotals(Election election, Contest contest, RecountStations standing) {
    this.contest = contest;
    tree = election.areas();
    nothing = RecountRow.zero(contest.choices().size(), 0);
    areas = new RecountRow[tree.size()];
    for (int i = 0; i < areas.length; i++) {
      Area area = tree.area(i);
      boolean takes = area.level() == 4 && isInScope(area.code());
      areas[i] = RecountRow.zero(contest.choices().size(), takes ? tree.stations(i) : 0);
    }
    standing.forEach(
        (key, outcome, form, codes) -> {
          if (key.contest().equals(contest.id())) {
            add(key.station(), outcome, form, codes);
          }
        });
    for (int i = areas.length - 1; i > 0; i--) {
      int parent = tree.area(i).parent();
      areas[parent] = areas[parent].plus(areas[i]);
    }
  }

  private void add(String code, Outcome outcome, Form form, int codes) {
    Station station = Objects.requireNonNull(tree.station(code), code);
    long[] sent = votes(form);
    RecountRow row =
        outcome == Outcome.COUNTED
            ? new RecountRow(sent, sent, 1, 0, 0, RecountRow.paper(form, codes))
            : new RecountRow(nothing.votes(), sent, 0, 1, 0, nothing.paper());
    stations.put(code, row);
    areas[station.village()] = areas[station.village()].plus(row);
  }

  /** A form that waits beside a person's may have none. */
  private long[] votes(Form form) {
    List<Choice> choices = contest.choices();
    long[] votes = new long[choices.size()];
    for (int i = 0; i < votes.length; i++) {
      votes[i] = form.votes().getOrDefault(choices.get(i).id(), 0);
    }
    return votes;
  }

  Contest contest() {
    return contest;
  }

  AreaTree tree() {
    return tree;
  }

  /** The figures of a place: an area's, or a station's; null where there is no such place. */
  @Nullable RecountRow of(String code) {
    int area = tree.find(code);
    if (area >= 0) {
      return areas[area];
    }
    if (tree.station(code) == null) {
      return null;
    }
    RecountRow row = stations.getOrDefault(code, nothing);
    return new RecountRow(
        row.votes(), row.sent(), row.counted(), row.held(), isInScope(code) ? 1 : 0, row.paper());
  }

  RecountRow nation() {
    return areas[0];
  }

  private boolean isInScope(String code) {
    return contest.scope().stream().anyMatch(area -> area.equals("0") || code.startsWith(area));
  }
}
