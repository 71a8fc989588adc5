package id.pantau.command.held;

import id.pantau.model.Area;
import id.pantau.model.AreaTree;
import id.pantau.model.Code;
import id.pantau.model.Election;
import id.pantau.model.Station;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of the queue as the command centre shows them. */
final class HeldJson {
  private final Election election;
  private final HeldQueue queue;

  HeldJson(Election election, HeldQueue queue) {
    this.election = election;
    this.queue = queue;
  }

  /**
   * A page of the queue.
   *
   * @param proposals of its rows; null where Redis, which has them, is away
   */
  JsonObject page(HeldQueue.Page page, @Nullable List<@Nullable Proposal> proposals) {
    JsonArray byRule = new JsonArray();
    for (Map.Entry<Code, Integer> each : page.byRule().entrySet()) {
      byRule.add(new JsonObject().put("code", each.getKey().name()).put("forms", each.getValue()));
    }
    List<Held> rows = page.rows();
    return new JsonObject()
        .put("total", page.total())
        .put("byRule", byRule)
        .put("proposalsKnown", proposals != null)
        .put("rows", rows(rows, proposals))
        .put("next", page.more() ? HeldCursor.of(rows.get(rows.size() - 1)) : null);
  }

  JsonArray rows(List<Held> rows, @Nullable List<@Nullable Proposal> proposals) {
    JsonArray all = new JsonArray();
    for (int i = 0; i < rows.size(); i++) {
      all.add(row(rows.get(i), proposals == null ? null : proposals.get(i)));
    }
    return all;
  }

  private JsonObject row(Held held, @Nullable Proposal open) {
    Station station = queue.station(held);
    JsonArray codes = new JsonArray();
    held.holding().stream().map(Code::name).forEach(codes::add);
    return new JsonObject()
        .put("contest", queue.contest(held))
        .put("station", station.code())
        .put("name", name(station))
        .put("place", place(station))
        .put("codes", codes)
        .put("beside", held.beside())
        .put("heldAt", Instant.ofEpochMilli(held.heldAtMillis()).toString())
        .put("revision", held.revision())
        .put("method", held.method().wire())
        .put("submitter", held.submitter())
        .put("proposal", proposal(open));
  }

  /** Which form comes after; null at the end. */
  @Nullable JsonObject address(@Nullable Held held) {
    return held == null
        ? null
        : new JsonObject()
            .put("contest", queue.contest(held))
            .put("station", queue.station(held).code());
  }

  /** Kind, person and time; never the figures, the second person types blind. */
  static @Nullable JsonObject proposal(@Nullable Proposal open) {
    return open == null
        ? null
        : new JsonObject()
            .put("kind", open.wish().kind().wire())
            .put("by", open.by())
            .put("at", Instant.ofEpochMilli(open.atMillis()).toString());
  }

  private static String name(Station station) {
    return (station.kind().equals("?") ? "No." : station.kind()) + " " + station.number();
  }

  /** From the village up to the province. */
  private String place(Station station) {
    AreaTree tree = election.areas();
    StringBuilder place = new StringBuilder();
    for (int at = station.village(); at > 0; ) {
      Area area = tree.area(at);
      place.append(place.isEmpty() ? "" : ", ").append(area.name());
      at = area.parent();
    }
    return place.toString();
  }
}
