package id.pantau.command.held;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What became of each revision of a station, with the times that the log knows. */
final class Life {
  private static final String[] FIELDS = {
    "revision",
    "generation",
    "status",
    "was",
    "method",
    "submitter",
    "recordedAt",
    "receivedAt",
    "countedAt",
    "position",
    "findings",
    "reason"
  };

  private Life() {}

  /**
   * Out of a station's public body, newest first. When a form was announced nobody keeps: {@code
   * announcedMillis} is null.
   */
  static JsonObject of(JsonObject station) {
    JsonArray revisions = new JsonArray();
    for (Object each : station.getJsonArray("revisions", new JsonArray())) {
      JsonObject revision = (JsonObject) each;
      JsonObject life = new JsonObject();
      for (String field : FIELDS) {
        if (revision.containsKey(field)) {
          life.put(field, revision.getValue(field));
        }
      }
      revisions.add(life.putNull("announcedMillis"));
    }
    return new JsonObject()
        .put("contest", station.getValue("contest"))
        .put("station", station.getValue("station"))
        .put("revisions", revisions);
  }
}
