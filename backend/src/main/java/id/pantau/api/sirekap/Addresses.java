package id.pantau.api.sirekap;

import id.pantau.api.sirekap.Asked.What;
import id.pantau.model.AreaTree;
import id.pantau.model.Station;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the addresses of KPU's tree. Codes stand whole in every segment, {@code
 * 11/1101/110101/1101012001/1101012001001}, each below the one before it.
 */
public final class Addresses {
  private static final int PATH_CHARACTERS_MAX = 120;
  private static final String END = ".json";
  private static final int STATION_DEPTH = 5;

  /** The contests of a general election. */
  static final Set<String> GENERAL = Set.of("ppwp", "pdpr", "pdpd", "pdprdp", "pdprdk");

  /** Those of them that are voted on by electoral district. */
  static final Set<String> BY_DISTRICT = Set.of("pdpr", "pdprdp", "pdprdk");

  /** The contests of regional elections. */
  static final Set<String> REGIONAL = Set.of("pkwkp", "pkwkk");

  private final AreaTree tree;

  public Addresses(AreaTree tree) {
    this.tree = tree;
  }

  /**
   * What a path asks for.
   *
   * @param path with its leading slash, not decoded
   * @return null where KPU's tree has no such file, or the place is not known
   */
  public @Nullable Asked read(String path) {
    if (path.length() > PATH_CHARACTERS_MAX || !path.endsWith(END)) {
      return null;
    }
    String bare = path.substring(1, path.length() - END.length());
    List<String> parts = Arrays.asList(bare.split("/", -1));
    return switch (parts.get(0)) {
      case "wilayah" -> places(parts);
      case "pemilu" -> general(parts);
      case "pilkada" -> regional(parts);
      default -> null;
    };
  }

  private @Nullable Asked places(List<String> parts) {
    if (parts.size() < 4) {
      return null;
    }
    Set<String> families = parts.get(1).equals("pemilu") ? GENERAL : REGIONAL;
    String family = parts.get(2);
    boolean event = parts.get(1).equals("pemilu") || parts.get(1).equals("pilkada");
    if (!event || !families.contains(family)) {
      return null;
    }
    List<String> codes = parts.subList(3, parts.size());
    if (family.equals("pdpr") && codes.equals(List.of("dapil_dpr"))) {
      return new Asked(What.DISTRICTS, family, "", 0, null);
    }
    Asked place = figures(family, "", codes);
    if (place == null) {
      return isDistrict(family, codes) ? new Asked(What.DISTRICTS, family, "", 0, null) : null;
    }
    return place.what() == What.STATION
        ? null
        : new Asked(What.PLACES, family, "", place.area(), null);
  }

  private @Nullable Asked general(List<String> parts) {
    int n = parts.size();
    String second = n > 1 ? parts.get(1) : "";
    if (n == 2) {
      return second.equals("partai")
          ? new Asked(What.CANDIDATES, "", "", 0, null)
          : GENERAL.contains(second) ? new Asked(What.CHOICES, second, "", 0, null) : null;
    }
    if (second.equals("caleg")) {
      return candidates(parts);
    }
    String family = n > 2 ? parts.get(2) : "";
    if (!GENERAL.contains(family)) {
      return null;
    }
    List<String> codes = n == 3 ? List.of("0") : parts.subList(3, n);
    return switch (second) {
      case "hhcw" -> figures(family, second, codes);
      case "hhcd" -> BY_DISTRICT.contains(family) ? districts(family, codes) : null;
      case "hr" -> {
        Asked area = figures(family, second, codes);
        yield area != null || !BY_DISTRICT.contains(family) ? area : districts(family, codes);
      }
      default -> null;
    };
  }

  private @Nullable Asked candidates(List<String> parts) {
    if (parts.size() != 4) {
      return null;
    }
    boolean known =
        switch (parts.get(2)) {
          case "partai" -> isDistrict("pdpr", List.of(parts.get(3)));
          case "dpd" -> level(parts.get(3)) == 1;
          default -> false;
        };
    return known ? new Asked(What.CANDIDATES, "", "", 0, null) : null;
  }

  private @Nullable Asked regional(List<String> parts) {
    if (parts.size() == 3 && parts.get(1).equals("paslon")) {
      return REGIONAL.contains(parts.get(2))
          ? new Asked(What.PAIRS, parts.get(2), "", 0, null)
          : null;
    }
    boolean figures = parts.size() > 3 && parts.get(1).equals("hhcw");
    return figures && REGIONAL.contains(parts.get(2))
        ? figures(parts.get(2), "hhcw", parts.subList(3, parts.size()))
        : null;
  }

  /** {@code 0}, or codes each of which lies in the one before, from the province down. */
  private @Nullable Asked figures(String family, String mode, List<String> codes) {
    if (codes.equals(List.of("0"))) {
      return new Asked(What.FIGURES, family, mode, 0, null);
    }
    int area = 0;
    for (int depth = 1; depth <= Math.min(codes.size(), STATION_DEPTH - 1); depth++) {
      int next = tree.find(codes.get(depth - 1));
      if (next < 0 || tree.area(next).parent() != area) {
        return null;
      }
      area = next;
    }
    if (codes.size() < STATION_DEPTH) {
      return new Asked(What.FIGURES, family, mode, area, null);
    }
    Station station = tree.station(codes.get(STATION_DEPTH - 1));
    return codes.size() > STATION_DEPTH || station == null || station.village() != area
        ? null
        : new Asked(What.STATION, family, mode, area, station);
  }

  /** The nation, a place, or a district below it; its figures are those of no place of ours. */
  private @Nullable Asked districts(String family, List<String> codes) {
    boolean place = codes.equals(List.of("0")) || codes.stream().allMatch(c -> level(c) > 0);
    return place || isDistrict(family, codes)
        ? new Asked(What.DISTRICTS, family, "hhcd", 0, null)
        : null;
  }

  /**
   * True for what can be an electoral district: digits that begin with a province, alone or below
   * the place it lies in. Which districts there are is not known before their contests are.
   */
  private boolean isDistrict(String family, List<String> codes) {
    if (!BY_DISTRICT.contains(family) || codes.size() > 3) {
      return false;
    }
    for (String code : codes.subList(0, codes.size() - 1)) {
      if (level(code) < 1) {
        return false;
      }
    }
    String last = codes.get(codes.size() - 1);
    return last.matches("[0-9]{4,6}") && level(last.substring(0, 2)) == 1;
  }

  private int level(String code) {
    int area = tree.find(code);
    return area < 0 ? -1 : tree.area(area).level();
  }
}
