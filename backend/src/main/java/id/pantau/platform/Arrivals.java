package id.pantau.platform;

import id.pantau.model.Method;
import id.pantau.model.Position;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the board tells those who follow form by form: one small record of every form it folds, in
 * the order of the log.
 */
public interface Arrivals {

  /**
   * Follows from now on. Called on the board's own context with each batch: the follower only takes
   * it and goes. Who wants every form follows before the board is deployed.
   *
   * @return ends the following
   */
  Runnable follow(Consumer<Batch> follower);

  /**
   * The forms of one log entry, or all forms of a province that was read anew.
   *
   * @param province index of the area
   * @param reset true where the follower must first forget all that it had of the province
   */
  record Batch(int province, boolean reset, List<Arrival> forms) {}

  /** Where a station stands in one contest. */
  enum State {
    WAITING,
    COUNTED,
    HELD,
    STORED,
    WITHDRAWN
  }

  /**
   * A form that was folded.
   *
   * @param contest index in the election's list
   * @param slot the station's, within the province
   * @param history true for an older revision that came late and changed nothing
   * @param state the station's, after it
   * @param beside true where this form waits for a person beside the counted one
   * @param codeBits the findings, bit = ordinal of {@link id.pantau.model.Code}
   * @param position the province's
   */
  record Arrival(
      int contest,
      int slot,
      boolean history,
      State state,
      boolean beside,
      int generation,
      int revision,
      int codeBits,
      Method method,
      String submitter,
      long receivedAtMillis,
      long countedAtMillis,
      Position position) {}
}
