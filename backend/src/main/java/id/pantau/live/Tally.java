package id.pantau.live;

import id.pantau.platform.Showing.Receipts;

/**
 * What a hub has done since it last told the meters. Plain numbers of one event loop: a shared
 * counter for each of ten thousand viewers a tick would cost as much as some of the writes.
 */
final class Tally {
  private final LiveMeters meters;
  private long deliveries;
  private long drops;
  private long writes;
  private long calls;
  private long bytes;
  private long heartbeatsWithState;
  private long heartbeatsAlone;
  private long dueMillis;
  private long anyMillis;

  Tally(LiveMeters meters) {
    this.meters = meters;
  }

  void delivery(int length) {
    deliveries++;
    bytes += length;
  }

  void write() {
    writes++;
    calls++;
  }

  /**
   * So many deliveries of the same text, each a write of its own.
   *
   * @param asked calls of the kernel that it took
   */
  void straight(int count, int asked, int length) {
    deliveries += count;
    writes += count;
    calls += asked;
    bytes += (long) count * length;
  }

  void heartbeatWithState() {
    heartbeatsWithState++;
  }

  void heartbeatsAlone(int count) {
    heartbeatsAlone += count;
  }

  void drop() {
    drops++;
  }

  /** Viewers will be written a state with forms that came in then. */
  void due(Receipts received) {
    long oldest = received.oldestMillis();
    if (oldest != 0 && (dueMillis == 0 || oldest < dueMillis)) {
      dueMillis = oldest;
    }
    if (received.anyMillis() != 0) {
      anyMillis = received.anyMillis();
    }
  }

  /**
   * Some viewers, as many as in any turn but the last, have been written to. One look at the clock
   * for all of them: turns are short.
   */
  void turnWritten() {
    if (anyMillis != 0) {
      meters.reached(System.currentTimeMillis() - anyMillis);
    }
  }

  /** Every viewer of the hub that takes anything has been written to. */
  void allWritten() {
    if (dueMillis != 0) {
      meters.seen(System.currentTimeMillis() - dueMillis);
    }
    dueMillis = 0;
    anyMillis = 0;
  }

  void closed(CloseCode code) {
    meters.closed(code);
  }

  /** Hands the numbers on and begins anew. */
  void tell() {
    meters.deliveries.increment((double) deliveries);
    meters.drops.increment((double) drops);
    meters.writes.increment((double) writes);
    meters.calls.increment((double) calls);
    meters.bytes.increment((double) bytes);
    meters.heartbeatsWithState.increment((double) heartbeatsWithState);
    meters.heartbeatsAlone.increment((double) heartbeatsAlone);
    deliveries = 0;
    drops = 0;
    writes = 0;
    calls = 0;
    bytes = 0;
    heartbeatsWithState = 0;
    heartbeatsAlone = 0;
  }
}
