package id.pantau.platform;

import java.time.Instant;
import java.util.List;

/** Every node of the election, as each speaks of itself. May be asked on any thread. */
@FunctionalInterface
public interface Nodes {
  /** This node and all that were heard, by name. */
  List<Row> all();

  /**
   * A node.
   *
   * @param id another after each start
   * @param node its name
   * @param at its own clock when it last spoke
   * @param health its checks, as they were then
   * @param stale true where it has said nothing new for a while
   * @param self true for the node that is asked
   */
  record Row(
      String id,
      String node,
      List<String> roles,
      Instant at,
      long uptimeSeconds,
      List<Check> health,
      boolean stale,
      boolean self) {
    Row aged(boolean isStale) {
      return new Row(id, node, roles, at, uptimeSeconds, health, isStale, self);
    }
  }

  /** A named check of a node's health. */
  record Check(String name, boolean green, String detail) {}
}
