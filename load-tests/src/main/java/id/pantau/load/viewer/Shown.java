package id.pantau.load.viewer;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Position;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a viewer shows of a topic. Immutable, so that viewers that got the same share it.
 *
 * @param latest the last message; its totals are the area's
 * @param rows code → row of a children topic; empty elsewhere
 */
public record Shown(Message latest, SortedMap<String, JsonNode> rows) {
  public Shown {
    rows = Collections.unmodifiableSortedMap(rows);
  }

  /** What a whole state shows. */
  static Shown of(Message state) {
    return new Shown(state, rowsOf(state, new TreeMap<>()));
  }

  /** What is shown after rows that changed: a row replaces the row of its code. */
  Shown with(Message changed) {
    return new Shown(changed, rowsOf(changed, new TreeMap<>(rows)));
  }

  public Position position() {
    return Objects.requireNonNull(latest.position());
  }

  private static SortedMap<String, JsonNode> rowsOf(
      Message message, SortedMap<String, JsonNode> into) {
    for (JsonNode row : message.body().path("children")) {
      into.put(row.path("code").asText(), row);
    }
    return into;
  }
}
