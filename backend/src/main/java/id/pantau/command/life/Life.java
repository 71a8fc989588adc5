package id.pantau.command.life;

import id.pantau.model.Position;
import id.pantau.platform.Inspection.Inspected;
import id.pantau.platform.Inspection.Passage;
import id.pantau.platform.Synced;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What became of each form of a station: its steps, each with its time and node or why not. */
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

  private final String node;
  private final long startedAtMillis;
  private final Synced synced;

  /**
   * @param node what this node is called
   * @param startedAtMillis what was counted before it, this node did not see go by
   * @param synced when this node's journal had what it counted
   */
  Life(String node, long startedAtMillis, Synced synced) {
    this.node = node;
    this.startedAtMillis = startedAtMillis;
    this.synced = synced;
  }

  /**
   * The life of a station's forms, newest first.
   *
   * @param found which of them was asked for
   */
  JsonObject of(Inspected station, @Nullable Receipt receipt, Predicate<Passage> found) {
    JsonObject body = new JsonObject(station.body().json());
    String province = body.getString("area").substring(0, 2);
    JsonArray revisions = new JsonArray();
    List<Passage> passages = station.passages();
    for (int i = 0; i < passages.size(); i++) {
      JsonObject revision = body.getJsonArray("revisions").getJsonObject(i);
      JsonObject life = new JsonObject();
      for (String field : FIELDS) {
        if (revision.containsKey(field)) {
          life.put(field, revision.getValue(field));
        }
      }
      Passage passage = passages.get(i);
      revisions.add(
          life.put("found", found.test(passage))
              .put("announcedMillis", announcedMillis(passage))
              .put("steps", steps(passage, province)));
    }
    return new JsonObject()
        .put("contest", body.getValue("contest"))
        .put("station", body.getValue("station"))
        .put("receipt", receipt == null ? null : receipt.toString())
        .put("revisions", revisions);
  }

  private JsonArray steps(Passage passage, String province) {
    JsonArray steps = new JsonArray();
    boolean refilled = passage.origin() != null;
    String counted = passage.node();
    if (refilled) {
      steps
          .add(Step.RECEIVED.json(passage.receivedAtMillis(), "", Why.REFILLED))
          .add(Step.COUNTED.json(0, counted, Why.REFILLED))
          .add(Step.JOURNALED.json(0, "", Why.REFILLED));
    } else {
      // Intake hands a form to the count of its own process: one node for both.
      Why named = counted.isEmpty() ? Why.NOT_KEPT : null;
      steps
          .add(Step.RECEIVED.json(passage.receivedAtMillis(), counted, named))
          .add(Step.COUNTED.json(passage.countedAtMillis(), counted, named))
          .add(journaled(passage, province));
    }
    return steps.add(announced(passage));
  }

  private JsonObject journaled(Passage passage, String province) {
    if (!passage.node().equals(node)) {
      Why why = passage.node().isEmpty() ? Why.NOT_KEPT : Why.OTHER_NODE;
      return Step.JOURNALED.json(0, passage.node(), why);
    }
    long at = synced.atMillis(province, passage.position());
    if (at > 0) {
      return Step.JOURNALED.json(at, node, null);
    }
    return Step.JOURNALED.json(
        0, node, isBefore(passage) ? Why.BEFORE_START : notSynced(passage, province));
  }

  /** A later batch of the province that is synced tells that this one was, too long ago. */
  private Why notSynced(Passage passage, String province) {
    Position at = passage.position();
    return synced.newest(province) < at.revision() ? Why.WAITING : Why.NOT_KEPT;
  }

  private JsonObject announced(Passage passage) {
    if (passage.announcedAtMillis() > 0) {
      return Step.ANNOUNCED.json(passage.announcedAtMillis(), node, null);
    }
    return Step.ANNOUNCED.json(0, node, passage.waiting() ? Why.WAITING : Why.BEFORE_START);
  }

  private boolean isBefore(Passage passage) {
    return passage.countedAtMillis() < startedAtMillis;
  }

  /** The clocks of two nodes may differ: never less than nothing. */
  private static @Nullable Long announcedMillis(Passage passage) {
    return passage.announcedAtMillis() == 0
        ? null
        : Math.max(0, passage.announcedAtMillis() - passage.receivedAtMillis());
  }
}
