package id.pantau.rules;

import id.pantau.model.AreaTree;
import id.pantau.model.AreaTree.Row;
import id.pantau.model.AreaTree.StationRange;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Thresholds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small election with the thresholds of 2024: two provinces, a noken district, overseas. */
public final class Sample {
  /** An ordinary station, and its neighbour in the same village. */
  public static final String STATION = "1101012001001";

  public static final String NEIGHBOUR = "1101012001002";

  /** A station of the other province. */
  public static final String ELSEWHERE = "3171011001001";

  /** A station where noken applies. */
  public static final String NOKEN = "9701011001001";

  /** A station without a capacity. */
  public static final String OVERSEAS = "99AA000001001";

  private Sample() {}

  /** The election; contest {@code ppwp} everywhere, {@code pkwkp} in province 31 alone. */
  public static Election election() {
    List<Choice> pairs =
        List.of(
            new Choice("100025", 1, "Pair one", "One", "#00AA00"),
            new Choice("100026", 2, "Pair two", "Two", "#0000AA"),
            new Choice("100027", 3, "Pair three", "Three", "#AA0000"));
    Thresholds thresholds = new Thresholds(306, 300, 20, 95, 10, List.of("99"), List.of("9701"));
    return new Election(
        "sample",
        Map.of("en", "Sample"),
        true,
        Map.of("en", "Information aid"),
        Map.of(),
        List.of("made for tests"),
        60,
        thresholds,
        List.of(
            new Contest("ppwp", Map.of("en", "President"), List.of("0"), pairs),
            new Contest("pkwkp", Map.of("en", "Governor"), List.of("31"), pairs)),
        new AreaTree(rows()),
        "0".repeat(64));
  }

  /** A key that may say everything but decide. */
  public static Speaker everywhere() {
    return new Speaker(List.of("0"), EnumSet.allOf(Method.class), submittersReasons(), false);
  }

  /** The command stage's own voice. */
  public static Speaker command() {
    return new Speaker(List.of("0"), EnumSet.allOf(Method.class), submittersReasons(), true);
  }

  /** Every reason but the decision. */
  public static Set<Reason.Kind> submittersReasons() {
    return EnumSet.complementOf(EnumSet.of(Reason.Kind.DECISION));
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("0", "", 0, "INDONESIA", List.of()));
    for (String village : List.of("1101012001", "3171011001", "9701011001", "99AA000001")) {
      String parent = "0";
      for (int level = 1; level <= 4; level++) {
        String code = village.substring(0, level == 4 ? 10 : 2 * level);
        List<StationRange> stations =
            level == 4 ? List.of(new StationRange("TPS", 1, 400)) : List.of();
        rows.add(new Row(code, parent, level, "AREA " + code, stations));
        parent = code;
      }
    }
    rows.sort(Comparator.comparingInt(Row::level).thenComparing(Row::code));
    return rows;
  }
}
