package id.pantau.api.sirekap;

import id.pantau.model.Station;
import org.jspecify.annotations.Nullable;

/**
 * What an address of KPU's tree asks for.
 *
 * @param family KPU's word for the contest, {@code ppwp}, {@code pkwkk}; empty where there is none
 * @param mode the tree: {@code hhcw} (by area), {@code hhcd} (by electoral district), {@code hr}
 *     (recapitulation)
 * @param area index of the place; of the station's village where there is a station
 */
public record Asked(What what, String family, String mode, int area, @Nullable Station station) {
  /** The kinds of files. */
  public enum What {
    /** {@code /wilayah/…}: the places below a place. */
    PLACES,
    /** Electoral districts; none are known before the contests that have them. */
    DISTRICTS,
    /** {@code /pemilu/ppwp.json}: the choices of a contest. */
    CHOICES,
    /** {@code /pilkada/paslon/pkwkp.json}: the choices of contests by their place. */
    PAIRS,
    /** Parties, and candidates of parties and persons: an object of what is known of them. */
    CANDIDATES,
    /** The figures of an area. */
    FIGURES,
    /** The file of a station. */
    STATION
  }

  /** True where the file has the shape of the regional elections. */
  public boolean isRegional() {
    return family.startsWith("pkwk");
  }
}
