package id.pantau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.AreaTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds results bodies against the recount: a body's own figures and every row of its children.
 * Safe for several threads.
 */
final class RecountCheck {
  private final Map<String, RecountTotals> contests;
  private final Set<String> withheld;
  private final Set<String> blind = new HashSet<>();
  private final Set<String> places = new HashSet<>();
  private final List<RecountDifference> differences = new ArrayList<>();

  /**
   * @param contests by id
   */
  RecountCheck(Map<String, RecountTotals> contests) {
    this(contests, Set.of());
  }

  /**
   * @param contests by id
   * @param withheld contest and station of forms without figures, {@code ppwp/1101012001001}: what
   *     lies above those cannot be recounted
   */
  RecountCheck(Map<String, RecountTotals> contests, Set<String> withheld) {
    this.contests = Map.copyOf(contests);
    this.withheld = Set.copyOf(withheld);
  }

  private boolean isBlind(RecountTotals totals, String place) {
    String contest = totals.contest().id() + "/";
    return !withheld.isEmpty()
        && withheld.stream()
            .anyMatch(w -> w.startsWith(place.equals("0") ? contest : contest + place));
  }

  /** Places that were not checked, because forms below them are withheld. */
  synchronized int blind() {
    return blind.size();
  }

  /**
   * Checks a body of {@code GET /api/v1/results/…}, or a row of totals of the open data, which is
   * one without children; one of an unknown contest is a difference.
   */
  synchronized void body(JsonNode body) {
    String contest = body.path("contest").asText();
    String place = body.path("area").asText();
    RecountTotals totals = contests.get(contest);
    if (totals == null || !row(totals, place, body)) {
      differences.add(RecountDifference.place(contest, place));
      return;
    }
    if (!body.has("children")) {
      return;
    }
    Set<String> published = new HashSet<>();
    for (JsonNode child : body.path("children")) {
      String code = child.path("code").asText();
      if (!published.add(code) || !row(totals, code, child)) {
        differences.add(RecountDifference.place(contest, code));
      }
    }
    for (String code : areasBelow(totals.tree(), place)) {
      if (!published.contains(code)) {
        differences.add(RecountDifference.place(contest, code));
      }
    }
  }

  /** A place that the node does not publish at all. */
  synchronized void missing(String contest, String place) {
    differences.add(RecountDifference.place(contest, place));
  }

  synchronized List<RecountDifference> differences() {
    return List.copyOf(differences);
  }

  /** Places that were checked, stations among them. */
  synchronized int places() {
    return places.size();
  }

  private boolean row(RecountTotals totals, String place, JsonNode row) {
    RecountRow own = totals.of(place);
    if (own == null) {
      return false;
    }
    if (isBlind(totals, place)) {
      blind.add(totals.contest().id() + "/" + place);
      return true;
    }
    places.add(totals.contest().id() + "/" + place);
    differences.addAll(RecountDifference.in(totals.contest(), place, row, own));
    return true;
  }

  private static List<String> areasBelow(AreaTree tree, String place) {
    int area = tree.find(place);
    List<String> codes = new ArrayList<>();
    for (int i = 0; area >= 0 && i < tree.childCount(area); i++) {
      codes.add(tree.area(tree.firstChild(area) + i).code());
    }
    return codes;
  }
}
