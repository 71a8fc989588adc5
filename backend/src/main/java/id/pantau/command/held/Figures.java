package id.pantau.command.held;

import id.pantau.command.Reply;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Form;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed from the photo; equal where every figure is.
 *
 * @param votes of every choice, in ballot order
 * @param valid null where the paper has none, so for the others
 */
record Figures(
    Map<String, Integer> votes,
    @Nullable Integer valid,
    @Nullable Integer invalid,
    @Nullable Integer total) {
  Figures {
    votes = Collections.unmodifiableMap(new LinkedHashMap<>(votes));
  }

  /**
   * Reads {@code {"votes":{…},"valid","invalid","total"}}.
   *
   * @throws Reply.No 400 where a choice lacks, another is there, or a number is none
   */
  static Figures of(@Nullable Object json, Contest contest) {
    if (!(json instanceof JsonObject figures)
        || !(figures.getValue("votes") instanceof JsonObject typed)) {
      throw Reply.malformed("a correction has figures with votes");
    }
    Map<String, Integer> votes = new LinkedHashMap<>();
    for (Choice choice : contest.choices()) {
      Integer number = number(typed, choice.id());
      if (number == null) {
        throw Reply.malformed("votes lack " + choice.id());
      }
      votes.put(choice.id(), number);
    }
    if (typed.size() != votes.size()) {
      throw Reply.malformed("votes name a choice that is not on the ballot");
    }
    return new Figures(
        votes, number(figures, "valid"), number(figures, "invalid"), number(figures, "total"));
  }

  private static @Nullable Integer number(JsonObject in, String field) {
    Object value = in.getValue(field);
    if (value == null) {
      return null;
    }
    if (value instanceof Integer number && number >= 0 && number <= Form.NUMBER_MAX) {
      return number;
    }
    throw Reply.malformed(field + " is no number from 0 to " + Form.NUMBER_MAX);
  }

  JsonObject json() {
    JsonObject json = new JsonObject();
    JsonObject each = new JsonObject();
    votes.forEach(each::put);
    json.put("votes", each);
    return json.put("valid", valid).put("invalid", invalid).put("total", total);
  }

  /** Puts them in the place of a form's. */
  void into(JsonObject form) {
    JsonObject typed = json();
    form.put("votes", typed.getValue("votes"));
    for (String field : new String[] {"valid", "invalid", "total"}) {
      Object value = typed.getValue(field);
      if (value == null) {
        form.remove(field);
      } else {
        form.put(field, Objects.requireNonNull(value));
      }
    }
  }
}
