package id.pantau.api;

import id.pantau.model.AreaTree;
import id.pantau.model.AreaTree.Row;
import id.pantau.model.AreaTree.StationRange;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Thresholds;
import id.pantau.platform.Photos;
import id.pantau.platform.SettingsReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;

/** A handful of real places, enough to tell their names apart. */
public final class SmallElection {
  private SmallElection() {}

  public static AreaTree areas() {
    List<StationRange> none = List.of();
    return new AreaTree(
        List.of(
            new Row("0", "", 0, "INDONESIA", none),
            new Row("31", "0", 1, "DKI JAKARTA", none),
            new Row("32", "0", 1, "JAWA BARAT", none),
            new Row("99", "0", 1, "Luar Negeri", none),
            new Row("3171", "31", 2, "KOTA ADM. JAKARTA PUSAT", none),
            new Row("3205", "32", 2, "GARUT", none),
            new Row("3271", "32", 2, "KOTA BOGOR", none),
            new Row("9901", "99", 2, "São Tomé", none),
            new Row("317106", "3171", 3, "MENTENG", none),
            new Row("320501", "3205", 3, "GARUT KOTA", none),
            new Row("327104", "3271", 3, "BOGOR BARAT", none),
            new Row("990101", "9901", 3, "São Tomé", none),
            new Row("3171061001", "317106", 4, "MENTENG", List.of(tps(1, 12), tps(901, 902))),
            new Row("3171061002", "317106", 4, "PEGANGSAAN", List.of(tps(1, 40))),
            new Row("3205011001", "320501", 4, "SUKAMENTENG", List.of(tps(1, 3))),
            new Row("3205011002", "320501", 4, "MA'RANG", List.of(tps(1, 3))),
            new Row("3271041001", "327104", 4, "MENTENG", List.of(tps(1, 30))),
            new Row("3271041002", "327104", 4, "MENTENG ASRI", List.of(tps(1, 11))),
            new Row(
                "9901010001",
                "990101",
                4,
                "São Tomé",
                List.of(new StationRange("KSK", 1, 1), new StationRange("?", 2, 2)))));
  }

  private static StationRange tps(int first, int last) {
    return new StationRange("TPS", first, last);
  }

  /** A store with nothing in it. */
  static Photos photos() {
    return new Photos(SettingsReader.read(null, Map.of()), new SimpleMeterRegistry());
  }

  static Election election() {
    Contest contest =
        new Contest(
            "ppwp",
            Map.of("id", "Presiden", "en", "President"),
            List.of("0"),
            List.of(
                new Choice("100025", 1, "Anies & Muhaimin", "AMIN", "#00AA88"),
                new Choice("100026", 2, "Prabowo & Gibran", "PG", "#88AAFF")));
    return new Election(
        "small",
        Map.of("id", "Kecil", "en", "Small"),
        true,
        Map.of("id", "Alat bantu informasi.", "en", "Information aid."),
        Map.of(),
        List.of("made for a test"),
        60,
        new Thresholds(306, 300, 20, 95, 10, List.of("99"), List.of()),
        List.of(contest),
        areas(),
        "ab".repeat(32));
  }
}
