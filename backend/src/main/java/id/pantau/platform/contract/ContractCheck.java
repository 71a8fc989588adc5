package id.pantau.platform.contract;

import id.pantau.platform.WebDoor;
import id.pantau.platform.WebMount;
import io.vertx.ext.web.Route;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The last mount of the public port: a node does not start where an address under a described room
 * has no description, or where a description that is this node's to keep has no route.
 */
public final class ContractCheck implements WebMount {
  private final List<String> roles;

  /**
   * @param roles of the node
   */
  public ContractCheck(List<String> roles) {
    this.roles = List.copyOf(roles);
  }

  @Override
  public void mount(WebDoor door) {
    Contract contract = Contract.packed();
    Set<String> rooms = contract.rooms();
    Set<String> undescribed = new TreeSet<>();
    Set<String> missing = new TreeSet<>();
    for (Operation operation : contract.operations().values()) {
      if (roles.contains(operation.role())) {
        missing.add(operation.id());
      }
    }
    for (Route route : door.router().getRoutes()) {
      String id = route.getMetadata(Operation.METADATA);
      if (id != null) {
        missing.remove(id);
      } else if (isDescribed(route, rooms)) {
        undescribed.add(path(route));
      }
    }
    if (!missing.isEmpty() || !undescribed.isEmpty()) {
      throw new IllegalStateException(
          "the contract and the routes differ: without a route "
              + missing
              + ", undescribed "
              + undescribed);
    }
  }

  private static boolean isDescribed(Route route, Set<String> rooms) {
    String path = path(route);
    return path.startsWith("/") && rooms.contains(Contract.room(path));
  }

  /** As it was written; empty where the route takes every path. */
  private static String path(Route route) {
    String path = route.getPath();
    String name = route.getName();
    return path != null ? path : name != null ? name : "";
  }
}
