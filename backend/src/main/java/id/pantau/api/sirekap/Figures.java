package id.pantau.api.sirekap;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Area;
import id.pantau.model.AreaTree;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Station;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an area and of what lies below it, as a file of KPU's needs them.
 *
 * @param ts as KPU writes it
 * @param status our own word for it: {@code waiting}, {@code counting}, {@code finished}, {@code
 *     withheld}
 * @param choices ids in ballot order; empty where there is no such contest
 * @param stationRows true where the rows are stations
 */
record Figures(
    String ts, String status, List<String> choices, Row own, List<Row> rows, boolean stationRows) {
  Figures {
    choices = List.copyOf(choices);
    rows = List.copyOf(rows);
  }

  /**
   * A place.
   *
   * @param choices ids in ballot order; empty where there is no contest
   * @param votes of those; empty where nothing is counted, or where it is withheld
   * @param counted stations in the figures
   * @param expected stations that there are
   */
  record Row(String code, List<String> choices, List<Long> votes, long counted, long expected) {
    private static final int DECIMALS = 2;

    Row {
      choices = List.copyOf(choices);
      votes = List.copyOf(votes);
    }

    /** True where anything of the place is in the figures. */
    boolean isCounted() {
      return counted > 0 && !votes.isEmpty();
    }

    /** Counted stations in percent, to two decimals. */
    double percent() {
      if (expected == 0) {
        return 0;
      }
      return BigDecimal.valueOf(counted * 100)
          .divide(BigDecimal.valueOf(expected), DECIMALS, RoundingMode.HALF_UP)
          .doubleValue();
    }
  }

  /** What a results body says (wire-protocol §2). */
  static Figures of(JsonNode body, Contest contest, AreaTree tree, String before) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode child : body.path("children")) {
      rows.add(row(child, contest, tree));
    }
    String asOf = body.path("asOf").textValue();
    return new Figures(
        asOf == null ? before : Wib.of(asOf),
        body.path("status").asText(),
        ids(contest),
        row(body, contest, tree),
        rows,
        body.path("level").asInt() == 4);
  }

  /**
   * What lies above the places of contests, which have a contest each: nothing is added up but
   * stations, for the votes are for others everywhere.
   *
   * @param parts figures of those contests, each of its own place
   */
  static Figures above(AreaTree tree, int area, List<Figures> parts, String before) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < tree.childCount(area); i++) {
      String code = tree.area(tree.firstChild(area) + i).code();
      rows.add(sum(code, parts));
    }
    Row own = sum(tree.area(area).code(), parts);
    String ts = parts.stream().map(Figures::ts).max(String::compareTo).orElse(before);
    String status = own.counted() == 0 ? "waiting" : "counting";
    return new Figures(ts, status, List.of(), own, rows, false);
  }

  private static Row sum(String code, List<Figures> parts) {
    Row sum = new Row(code, List.of(), List.of(), 0, 0);
    for (Figures part : parts) {
      Row own = part.own();
      boolean whole = own.code().equals(code);
      if (whole || code.equals("0") || own.code().startsWith(code)) {
        sum =
            new Row(
                code,
                whole ? part.choices() : sum.choices(),
                whole ? own.votes() : sum.votes(),
                sum.counted() + own.counted(),
                sum.expected() + own.expected());
      }
    }
    return sum;
  }

  private static Row row(JsonNode place, Contest contest, AreaTree tree) {
    String code = place.path(place.has("area") ? "area" : "code").asText();
    JsonNode stations = place.get("stations");
    JsonNode votes = place.path("totals").path("votes");
    // Withheld: neither totals nor stations. How many stations there are is no secret.
    return stations == null
        ? new Row(code, ids(contest), List.of(), 0, expected(contest, tree, code))
        : new Row(
            code,
            ids(contest),
            contest.choices().stream().map(c -> votes.path(c.id()).asLong()).toList(),
            stations.path("counted").asLong(),
            stations.path("expected").asLong());
  }

  /**
   * Nothing counted: a contest that this election has not, or figures that are not known here.
   *
   * @param contest null where the election has none: no station is expected then
   */
  static Figures none(@Nullable Contest contest, AreaTree tree, int area, String ts) {
    List<Row> rows = new ArrayList<>();
    Area place = tree.area(area);
    if (place.level() == 4) {
      for (int i = 0; i < tree.stations(area); i++) {
        Station station = tree.stationAt(tree.province(area), tree.slotBase(area) + i);
        rows.add(none(contest, tree, station.code()));
      }
    } else {
      for (int i = 0; i < tree.childCount(area); i++) {
        rows.add(none(contest, tree, tree.area(tree.firstChild(area) + i).code()));
      }
    }
    return new Figures(
        ts, "waiting", ids(contest), none(contest, tree, place.code()), rows, place.level() == 4);
  }

  private static Row none(@Nullable Contest contest, AreaTree tree, String code) {
    List<Long> zeros =
        contest == null ? List.of() : contest.choices().stream().map(c -> 0L).toList();
    return new Row(
        code, ids(contest), zeros, 0, contest == null ? 0 : expected(contest, tree, code));
  }

  private static List<String> ids(@Nullable Contest contest) {
    return contest == null ? List.of() : contest.choices().stream().map(Choice::id).toList();
  }

  /** Stations of a place that take a form of the contest. */
  private static long expected(Contest contest, AreaTree tree, String code) {
    long sum = 0;
    for (String scope : contest.scope()) {
      String inner = scope.equals("0") || code.startsWith(scope) ? code : scope;
      if (inner.equals(code) || code.equals("0") || inner.startsWith(code)) {
        int area = tree.find(inner);
        sum += area >= 0 ? tree.stations(area) : tree.station(inner) == null ? 0 : 1;
      }
    }
    return sum;
  }
}
