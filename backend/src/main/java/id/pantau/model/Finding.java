package id.pantau.model;

import java.util.List;

/**
 * A rule that a form fails.
 *
 * @param fields the form's fields concerned, as on the wire ({@code users.dpt.all})
 * @param message one English sentence with the numbers in it
 */
public record Finding(Code code, List<String> fields, String message) {
  public Finding {
    fields = List.copyOf(fields);
  }
}
