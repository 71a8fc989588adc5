package id.pantau.platform;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may send forms to this node; safe on all threads. Never gives a key it has seen before. */
public interface Submitters {
  /**
   * A submitter, and what this node has taken of it since it started.
   *
   * @param label what people call it; empty where none was given
   * @param created ISO-8601, as it was written
   * @param revoked ISO-8601; null while it has a key
   * @param lastAt when its last form was answered here; null = not since the start
   */
  record Row(
      String id,
      String label,
      List<String> areas,
      List<String> methods,
      String created,
      @Nullable String revoked,
      String hash,
      long counted,
      long held,
      long refused,
      @Nullable Instant lastAt) {
    public Row {
      areas = List.copyOf(areas);
      methods = List.copyOf(methods);
    }
  }

  /**
   * A key that nobody honours yet.
   *
   * @param id of a submitter that would be new
   * @param key to be shown once
   * @param hash what is kept of it
   */
  record Fresh(String id, String key, String hash) {}

  /** Everyone who has or had a key, by id. */
  List<Row> all();

  /**
   * Makes a key.
   *
   * @throws IllegalArgumentException with one sentence where the areas or methods are none
   */
  Fresh fresh(List<String> areas, List<String> methods);
}
