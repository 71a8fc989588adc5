package id.pantau.load.scenario;

import org.jspecify.annotations.Nullable;

/**
 * The figures of a scenario.
 *
 * @param viewers sockets
 * @param topics of each: 2 = the nation and one province; 1 = the nation or one province, by turns
 * @param ratePerSecond forms a second
 * @param batchForms of one request
 * @param warmupSeconds that forms come before anything is measured
 * @param seconds measured
 * @param stormAfterSeconds of the measured time, when all viewers are cut and come back; 0 = never
 * @param revisions of each form: 2 corrects every station that was sent
 */
public record Plan(
    int viewers,
    int topics,
    int ratePerSecond,
    int batchForms,
    int warmupSeconds,
    int seconds,
    int stormAfterSeconds,
    int revisions) {

  /** Forms of one revision: enough for the whole time. */
  int forms() {
    return ratePerSecond * (warmupSeconds + seconds);
  }

  /** The same load, but nobody is cut. */
  public Plan calm() {
    return new Plan(
        viewers, topics, ratePerSecond, batchForms, warmupSeconds, seconds, 0, revisions);
  }

  /** The same with another number of viewers, or another time; null leaves it. */
  public Plan with(@Nullable Integer otherViewers, @Nullable Integer otherSeconds) {
    return new Plan(
        otherViewers == null ? viewers : otherViewers,
        topics,
        ratePerSecond,
        batchForms,
        warmupSeconds,
        otherSeconds == null ? seconds : otherSeconds,
        stormAfterSeconds,
        revisions);
  }
}
