package id.pantau.platform;

import id.pantau.model.Position;

/** When this node's journal had the batches that it counted. May be asked on any thread. */
public interface Synced {
  /**
   * When the batch at a position was synced, by this node's clock, in epoch milliseconds; 0 where
   * it was not, or where that is not known any more.
   *
   * @param province its code
   */
  long atMillis(String province, Position position);

  /** The revision of the newest batch of a province that was synced here; 0 where none was. */
  long newest(String province);
}
