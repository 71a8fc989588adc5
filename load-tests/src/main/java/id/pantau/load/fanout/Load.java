package id.pantau.load.fanout;

import java.util.concurrent.TimeUnit;

/**
 * What all servers of a run are given.
 *
 * @param viewers sockets
 * @param perSecond bursts a second
 * @param burst states that come at the same moment
 * @param warmupSeconds before anything is measured
 * @param seconds measured
 */
public record Load(int viewers, double perSecond, int burst, int warmupSeconds, int seconds) {
  long everyNanos() {
    return (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
  }
}
