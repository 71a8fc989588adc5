package id.pantau.api.lite;

import id.pantau.model.Area;
import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses of this site in a language, without its host. */
public record Links(Election election, Language language) {
  /** The plain page of an area. */
  public String plainArea(String contest, String area) {
    return "/lite/" + contest + "/" + area + language.query('?');
  }

  /** One page of the plain page of an area; the first has no number. */
  String plainArea(String contest, String area, int page) {
    String first = "/lite/" + contest + "/" + area;
    return page == 1 ? first + language.query('?') : first + "?page=" + page + language.query('&');
  }

  /** The plain page of a station; its contest is named only where it is not the usual one. */
  public String plainStation(String station, Contest contest) {
    return "/lite"
        + station(station, contest)
        + language.query(isUsual(station, contest) ? '?' : '&');
  }

  String plainStation(String station, Contest contest, int page) {
    String first = plainStation(station, contest);
    return page == 1 ? first : first + (first.contains("?") ? "&" : "?") + "page=" + page;
  }

  /** The dashboard's page of a station. */
  public String station(String station, Contest contest) {
    return "/tps/" + station + (isUsual(station, contest) ? "" : "?contest=" + contest.id());
  }

  /** The dashboard's page of an area. */
  public static String area(String contest, String area) {
    return "/" + contest + "/" + area;
  }

  private boolean isUsual(String station, Contest contest) {
    Contest usual = contestOf(election, station);
    return usual != null && usual.id().equals(contest.id());
  }

  /** The first contest in whose scope a place lies, or null. */
  public static @Nullable Contest contestOf(Election election, String code) {
    for (Contest contest : election.contests()) {
      if (isIn(contest, code)) {
        return contest;
      }
    }
    return null;
  }

  /** True where a place lies in a contest's scope, or above it. */
  public static boolean isIn(Contest contest, String code) {
    return contest.scope().stream()
        .anyMatch(
            s -> s.equals("0") || code.equals("0") || code.startsWith(s) || s.startsWith(code));
  }

  /** Where a contest begins: its only area, or the nation. */
  public static String start(Contest contest) {
    return contest.scope().size() == 1 ? contest.scope().get(0) : "0";
  }

  /** The areas from the nation down to and including one. */
  static List<Area> path(AreaTree tree, int index) {
    List<Area> steps = new ArrayList<>();
    for (int i = index; i >= 0; i = tree.area(i).parent()) {
      steps.add(tree.area(i));
    }
    Collections.reverse(steps);
    return steps;
  }
}
