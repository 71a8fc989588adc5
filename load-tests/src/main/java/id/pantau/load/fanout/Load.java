package id.pantau.load.fanout;

import java.util.concurrent.TimeUnit;

/**
 * What servers are given in a turn.
 *
 * @param viewers sockets
 * @param topics that every viewer watches; a state is of one of them, in turn
 * @param perSecond bursts a second
 * @param burst states that come at the same moment
 * @param warmupSeconds before anything is measured
 * @param seconds measured
 */
public record Load(
    int viewers, int topics, double perSecond, int burst, int warmupSeconds, int seconds) {
  /**
   * The same viewers and as many states a second, of so many topics.
   *
   * @param together false: topics take turns; true: all change at the same moment, so much rarer
   */
  public Load of(int topics, boolean together) {
    int at = together ? topics : 1;
    return new Load(viewers, topics, perSecond / at, burst * at, warmupSeconds, seconds);
  }

  /** As many deliveries a second, to fewer viewers or more. */
  public Load to(int viewers) {
    double more = (double) this.viewers / viewers;
    return new Load(viewers, topics, perSecond * more, burst, warmupSeconds, seconds);
  }

  long everyNanos() {
    return (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
  }
}
