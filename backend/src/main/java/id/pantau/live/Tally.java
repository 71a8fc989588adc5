package id.pantau.live;

/**
 * What a hub has done since it last told the meters. Plain numbers of one event loop: a shared
 * counter for each of ten thousand viewers a tick would cost as much as some of the writes.
 */
final class Tally {
  private final LiveMeters meters;
  private long deliveries;
  private long drops;
  private long writes;
  private long bytes;
  private long dueMillis;

  Tally(LiveMeters meters) {
    this.meters = meters;
  }

  void delivery(int length) {
    deliveries++;
    bytes += length;
  }

  void write() {
    writes++;
  }

  /** So many deliveries of the same text, each a write of its own. */
  void straight(int count, int length) {
    deliveries += count;
    writes += count;
    bytes += (long) count * length;
  }

  void drop() {
    drops++;
  }

  /** Viewers will be written a state with a form that came in then; 0 = no such form. */
  void due(long receivedAtMillis) {
    if (receivedAtMillis != 0 && (dueMillis == 0 || receivedAtMillis < dueMillis)) {
      dueMillis = receivedAtMillis;
    }
  }

  /** Every viewer of the hub that takes anything has been written to. */
  void allWritten() {
    if (dueMillis != 0) {
      meters.seen(System.currentTimeMillis() - dueMillis);
      dueMillis = 0;
    }
  }

  void closed(CloseCode code) {
    meters.closed(code);
  }

  /** Hands the numbers on and begins anew. */
  void tell() {
    meters.deliveries.increment((double) deliveries);
    meters.drops.increment((double) drops);
    meters.writes.increment((double) writes);
    meters.bytes.increment((double) bytes);
    deliveries = 0;
    drops = 0;
    writes = 0;
    bytes = 0;
  }
}
