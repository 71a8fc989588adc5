package id.pantau.platform;

/**
 * The names of everything in Redis; {@code docs/redis-keys.md} describes the values.
 *
 * <p>All keys of a province share the hash tag {@code {<election>:<province>}}, so one call may
 * touch them together on a Redis Cluster as well.
 *
 * @param election the election's id
 */
public record RedisKeys(String election) {

  /** Epoch, revision, run id and reference hash of a province. */
  public String position(String province) {
    return tag(province) + "pos";
  }

  /** The province's log stream; entry id = epoch-revision. */
  public String log(String province) {
    return tag(province) + "log";
  }

  /** The counting records of a province's stations, one string by slot. */
  public String records(String province, String contest) {
    return tag(province) + contest + ":rec";
  }

  /** The packed totals of an area of level 1, 2 or 3. */
  public String totals(String province, String contest, String area) {
    return tag(province) + contest + ":" + area;
  }

  /** The stream of the election's public acts, under a hash tag of its own. */
  public String acts() {
    return "{" + election + ":acts}log";
  }

  /**
   * What one person has proposed about a held form, until another settles it; all under one hash
   * tag, so that many are read at once.
   */
  public String proposal(String contest, String station) {
    return "{" + election + ":proposals}" + contest + "/" + station;
  }

  /** The hash in which every node says how it is, under a hash tag of its own. */
  public String nodes() {
    return "{" + election + ":nodes}seen";
  }

  /** The channel on which every province of the election is announced. */
  public String channel() {
    return "pantau:" + election;
  }

  private String tag(String province) {
    return "{" + election + ":" + province + "}";
  }
}
