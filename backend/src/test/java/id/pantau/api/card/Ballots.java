package id.pantau.api.card;

import id.pantau.election.ElectionReader;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Elections and results bodies for cards: the real places, ballots of any length. */
final class Ballots {
  /** The places of 2024, with the real contest. */
  static final Election REAL = ElectionReader.packed("pemilu-2024");

  static final Typeface TYPEFACE =
      Objects.requireNonNull(
          Typeface.packed(), "build the frontend first: its script packs the typeface");

  private static final List<String> COLORS =
      List.of("#00764B", "#F9E400", "#D10A10", "#FFFFFF", "#27408B", "#000000", "#2BA4DD");

  private Ballots() {}

  /** The real places with one contest, {@code c}, of so many choices. */
  static Election of(int choices, String shortName) {
    List<Choice> all = new ArrayList<>();
    for (int i = 0; i < choices; i++) {
      String color = COLORS.get(i % COLORS.size());
      all.add(new Choice("k" + i, i + 1, shortName + " " + (i + 1), shortName, color));
    }
    return with(new Contest("c", Map.of("id", "Pemilihan", "en", "Contest"), List.of("0"), all));
  }

  static Election with(Contest contest) {
    return new Election(
        REAL.id(),
        REAL.names(),
        REAL.isTest(),
        REAL.notices(),
        REAL.banners(),
        REAL.sources(),
        REAL.cadenceSeconds(),
        REAL.thresholds(),
        List.of(contest),
        REAL.areas(),
        REAL.hash());
  }

  /** A results body as the board renders it, with the votes in ballot order. */
  static String body(Election election, String area, List<Long> votes, int[] stations) {
    Contest contest = election.contests().get(0);
    String all =
        contest.choices().stream()
            .map(c -> "\"" + c.id() + "\":" + votes.get(contest.indexOf(c.id())))
            .collect(Collectors.joining(","));
    return "{\"digest\":\"00\",\"contest\":\""
        + contest.id()
        + "\",\"area\":\""
        + area
        + "\",\"position\":{\"epoch\":2,\"revision\":987654},\"asOf\":"
        + (stations[0] + stations[1] == 0 ? "null" : "\"2026-11-22T00:11:02.175Z\"")
        + ",\"isTest\":true,\"status\":\"counting\",\"totals\":{\"votes\":{"
        + all
        + "}},\"stations\":{\"counted\":"
        + stations[0]
        + ",\"held\":"
        + stations[1]
        + ",\"expected\":"
        + stations[2]
        + "},\"children\":[{\"code\":\"x\",\"totals\":{\"votes\":{}}}]}";
  }

  static String withheld(String contest, String area, String office, String reason) {
    return "{\"contest\":\""
        + contest
        + "\",\"area\":\""
        + area
        + "\",\"position\":{\"epoch\":1,\"revision\":9},\"asOf\":\"2026-11-22T00:11:02.175Z\","
        + "\"isTest\":true,\"status\":\"withheld\",\"withheld\":{\"office\":\""
        + office
        + "\",\"reason\":{\"id\":\""
        + reason
        + "\",\"en\":\""
        + reason
        + "\"},\"since\":\"2026-11-22T00:00:00Z\",\"until\":\"2026-11-23T05:00:00Z\"}}";
  }
}
