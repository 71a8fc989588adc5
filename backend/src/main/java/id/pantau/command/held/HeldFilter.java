package id.pantau.command.held;

import id.pantau.command.Reply;
import id.pantau.model.AreaTree;
import id.pantau.model.Code;
import id.pantau.model.Election;
import id.pantau.model.Station;
import org.jspecify.annotations.Nullable;

/**
 * Which of the held forms are asked for.
 *
 * @param contest index; -1 = every contest
 * @param rule a T code that it fails; null = any
 * @param province index of the area's province; -1 = everywhere
 * @param firstSlot of the area within the province
 * @param slots stations of the area
 */
record HeldFilter(int contest, @Nullable Code rule, int province, int firstSlot, int slots) {

  /**
   * Reads a filter; empty or null = no matter.
   *
   * @throws Reply.No 404 for a contest or area that is none, 400 for a rule that is none
   */
  static HeldFilter of(
      Election election, @Nullable String contest, @Nullable String rule, @Nullable String area) {
    String id = contest == null ? "" : contest;
    int c = id.isEmpty() ? -1 : election.contestIndex(id);
    if (!id.isEmpty() && c < 0) {
      throw new Reply.No(404, "unknown-contest", "there is no contest " + id);
    }
    Code code = rule == null || rule.isEmpty() ? null : code(rule);
    if (area == null || area.isEmpty() || area.equals("0")) {
      return new HeldFilter(c, code, -1, 0, 0);
    }
    AreaTree tree = election.areas();
    Station station = tree.station(area);
    if (station != null) {
      return new HeldFilter(c, code, station.province(), station.slot(), 1);
    }
    int index = tree.find(area);
    if (index < 0) {
      throw new Reply.No(404, "unknown-area", "there is no area " + area);
    }
    return new HeldFilter(
        c, code, tree.province(index), tree.firstSlot(index), tree.stations(index));
  }

  private static Code code(String rule) {
    for (Code code : Code.values()) {
      if (code.name().equals(rule)) {
        return code;
      }
    }
    throw Reply.malformed(rule + " is no rule");
  }

  boolean isPlace(Held held) {
    return (contest < 0 || held.contest() == contest)
        && (province < 0
            || (held.province() == province
                && held.slot() >= firstSlot
                && held.slot() < firstSlot + slots));
  }

  boolean isRule(Held held) {
    return rule == null || held.fails(rule);
  }
}
