package id.pantau.command.held;

import id.pantau.command.Reply;
import id.pantau.model.Code;
import id.pantau.model.Reason;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newer form that a decision is: all that the held form says, its votes and their sums perhaps
 * corrected, one revision on, with the people and the rules they overrode.
 */
final class DecisionForm {
  private static final List<String> KEPT =
      List.of("recordedAt", "votes", "valid", "invalid", "total", "registered", "users", "ballots");

  private DecisionForm() {}

  /** The held form in a station's public body. */
  static JsonObject base(JsonObject station, Held held) {
    JsonArray revisions = station.getJsonArray("revisions", new JsonArray());
    for (int i = 0; i < revisions.size(); i++) {
      JsonObject each = revisions.getJsonObject(i);
      if (each.getInteger("revision") == held.revision()
          && each.getInteger("generation") == held.generation()) {
        return each;
      }
    }
    throw new Reply.No(409, "moved", "the form that was held is not there any more");
  }

  /**
   * Builds the form.
   *
   * @param base of {@link #base}
   * @param by ids of the people
   */
  static JsonObject of(
      String contest,
      String station,
      JsonObject base,
      Held held,
      @Nullable Figures figures,
      List<String> by,
      String note) {
    JsonObject form =
        new JsonObject()
            .put("contest", contest)
            .put("station", station)
            .put("generation", held.generation())
            .put("revision", held.revision() + 1)
            .put("method", by.size() > 1 ? "double" : "single");
    for (String field : KEPT) {
      if (base.getValue(field) != null) {
        form.put(field, base.getValue(field));
      }
    }
    if (figures != null) {
      figures.into(form);
    }
    images(base, form);
    return form.put("reason", reason(held, by, note));
  }

  private static void images(JsonObject base, JsonObject form) {
    JsonArray images = new JsonArray();
    for (Object each : base.getJsonArray("images", new JsonArray())) {
      JsonObject image = ((JsonObject) each).copy();
      image.remove("stored");
      images.add(image);
    }
    if (!images.isEmpty()) {
      form.put("images", images);
    }
  }

  private static JsonObject reason(Held held, List<String> by, String note) {
    JsonArray codes = new JsonArray();
    held.holding().stream().map(Code::name).forEach(codes::add);
    String says = note;
    if (codes.isEmpty() && says.isEmpty()) {
      says = "re-read by machine; no rule was failed";
    }
    return new JsonObject()
        .put("kind", Reason.Kind.DECISION.wire())
        .put("note", says.isEmpty() ? null : says)
        .put("codes", codes)
        .put("by", new JsonArray(by));
  }
}
