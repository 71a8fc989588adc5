package id.pantau.model;

/**
 * A polling station (TPS).
 *
 * @param code 13 characters: village 10 + number 3
 * @param number 1…999
 * @param kind TPS; overseas also KSK, POS, or ? where the source does not say
 * @param village index of its area of level 4
 * @param province index of its area of level 1
 * @param slot dense number within the province, in the order of codes: its place in Redis
 */
public record Station(String code, int number, String kind, int village, int province, int slot) {
  /** {@code TPS 12}; where the source does not say the method, {@code No. 12}. */
  public String name() {
    return (kind.equals("?") ? "No." : kind) + " " + number;
  }
}
