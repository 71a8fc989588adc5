package id.pantau.command.life;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The steps of a form, in their order. */
enum Step {
  RECEIVED,
  COUNTED,
  JOURNALED,
  ANNOUNCED;

  /**
   * The step as it is shown.
   *
   * @param atMillis 0 = not known
   * @param node empty = not known
   * @param why it is not known; null where both are
   */
  JsonObject json(long atMillis, String node, @Nullable Why why) {
    return new JsonObject()
        .put("step", name().toLowerCase(Locale.ROOT))
        .put("at", atMillis == 0 ? null : Instant.ofEpochMilli(atMillis).toString())
        .put("node", node.isEmpty() ? null : node)
        .put("why", why == null ? null : why.wire());
  }
}
