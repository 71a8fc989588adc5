package id.pantau.cli;

import id.pantau.sirekap.Tallies;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The forms of a CSV of tallies, by arrival; each is made when its turn comes. */
final class ReplayTallies implements ReplaySource {
  private final List<Tallies.Arrival> arrivals;
  private final long skipped;
  private final int end;
  private int next;

  /**
   * @param until only forms that arrived before; null = all
   */
  ReplayTallies(Tallies tallies, @Nullable Instant until) {
    arrivals = tallies.arrivals();
    skipped = tallies.skipped();
    end = until == null ? arrivals.size() : before(until);
  }

  /** How many arrived before an instant; they are in that order. */
  private int before(Instant until) {
    int low = 0;
    int high = arrivals.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (arrivals.get(mid).at().isBefore(until)) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  @Override
  public boolean hasNext() {
    return next < end;
  }

  @Override
  public ReplayLine next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Tallies.Arrival arrival = arrivals.get(next++);
    return new ReplayLine(arrival.form().station(), arrival.at(), FormJson.bytes(arrival.form()));
  }

  @Override
  public long skipped() {
    return skipped;
  }

  @Override
  public long size() {
    return end;
  }
}
