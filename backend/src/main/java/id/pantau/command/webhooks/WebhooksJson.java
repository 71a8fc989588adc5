package id.pantau.command.webhooks;

import id.pantau.platform.Settings;
import id.pantau.platform.Webhooks;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of webhooks as operators read it. */
final class WebhooksJson {
  private WebhooksJson() {}

  static JsonObject all(List<Webhooks.Row> rows, Settings.Webhooks limits, String node) {
    JsonArray hooks = new JsonArray();
    rows.forEach(row -> hooks.add(row(row)));
    return new JsonObject()
        .put("node", node)
        .put(
            "limits",
            new JsonObject()
                .put("webhooks", limits.hooksMax())
                .put("topics", limits.topicsPerHookMax()))
        .put("webhooks", hooks);
  }

  private static JsonObject row(Webhooks.Row row) {
    return new JsonObject()
        .put("id", row.id())
        .put("label", row.label())
        .put("url", row.url())
        .put("topics", new JsonArray(row.topics()))
        .put("acts", row.acts())
        .put("created", row.created())
        .put("by", row.by())
        .put("state", row.state().wire())
        .put("since", text(row.since()))
        .put("nextTry", text(row.nextTry()))
        .put("why", row.why())
        .put("last", last(row.last()))
        .put("delivered", row.delivered())
        .put("deliveredAt", text(row.deliveredAt()))
        .put("pending", row.pending())
        .put("oldSecretUntil", text(row.oldSecretUntil()));
  }

  private static @Nullable JsonObject last(Webhooks.@Nullable Attempt last) {
    return last == null
        ? null
        : new JsonObject()
            .put("at", last.at().toString())
            .put("type", last.type())
            .put("outcome", last.outcome())
            .put("status", last.status() == 0 ? null : last.status())
            .put("millis", last.millis());
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
