package id.pantau.platform;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a node says of itself, as Redis holds it; docs/redis-keys.md §1b. */
final class NodeWord {
  private static final int BYTES_MAX = 8_192;
  private static final int DETAIL_CHARS_MAX = 200;

  private NodeWord() {}

  static String text(Nodes.Row row) {
    JsonArray health = new JsonArray();
    for (Nodes.Check check : row.health()) {
      health.add(
          new JsonObject()
              .put("name", check.name())
              .put("green", check.green())
              .put("detail", cut(check.detail())));
    }
    return new JsonObject()
        .put("node", row.node())
        .put("roles", new JsonArray(row.roles()))
        .put("at", row.at().toString())
        .put("uptimeSeconds", row.uptimeSeconds())
        .put("health", health)
        .encode();
  }

  private static String cut(String detail) {
    return detail.length() <= DETAIL_CHARS_MAX ? detail : detail.substring(0, DETAIL_CHARS_MAX);
  }

  /** Null for what no node of ours says; fields that are not known are passed over. */
  static Nodes.@Nullable Row read(String id, String text) {
    if (text.length() > BYTES_MAX) {
      return null;
    }
    try {
      JsonObject said = new JsonObject(text);
      List<String> roles = new ArrayList<>();
      said.getJsonArray("roles").forEach(role -> roles.add(String.valueOf(role)));
      List<Nodes.Check> health = new ArrayList<>();
      for (Object each : said.getJsonArray("health")) {
        JsonObject check = (JsonObject) each;
        health.add(
            new Nodes.Check(
                check.getString("name", ""),
                check.getBoolean("green", false),
                check.getString("detail", "")));
      }
      return new Nodes.Row(
          id,
          said.getString("node", ""),
          roles,
          Instant.parse(said.getString("at")),
          said.getLong("uptimeSeconds", 0L),
          health,
          false,
          false);
    } catch (DecodeException
        | ClassCastException
        | NullPointerException
        | DateTimeException notOurs) {
      return null;
    }
  }
}
