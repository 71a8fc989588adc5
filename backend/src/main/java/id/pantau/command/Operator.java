package id.pantau.command;

import java.util.Set;

/**
 * A person at the command centre.
 *
 * @param id 1 to 64 letters, digits, dots and dashes: stands in the trail and beside decisions
 * @param name what colleagues call the person
 */
public record Operator(String id, String name, Set<Role> roles) {
  public Operator {
    roles = Set.copyOf(roles);
  }

  public boolean may(Role role) {
    return roles.contains(role);
  }
}
