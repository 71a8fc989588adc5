package id.pantau.command.held;

import id.pantau.command.Operator;
import id.pantau.command.Reply;
import id.pantau.command.Trail;
import id.pantau.model.Election;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Confirming many by a filter: first a look at what it would be, then exactly those, a few at a
 * time, each a decision of its own with the same two people. Used on one context.
 */
final class Bulk {
  private static final int FORMS_MAX = 500;
  private static final int SAMPLE = 20;

  /** Their entries in the trail are synced together, and the count takes them in one batch. */
  private static final int AT_ONCE = 16;

  private static final int PREVIEWS_MAX = 50;
  private static final int PREVIEW_MILLIS = 10 * 60 * 1000;
  private static final int TOKEN_BYTES = 16;

  private final Election election;
  private final HeldQueue queue;
  private final Decisions decisions;
  private final Trail trail;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Chosen> previews = new LinkedHashMap<>();

  /** What a person was shown: those forms in those revisions, and no others. */
  record Chosen(
      String token, String by, long atMillis, String filter, int total, List<Held> forms) {
    List<Held> sample() {
      return forms.subList(0, Math.min(SAMPLE, forms.size()));
    }
  }

  Bulk(Election election, HeldQueue queue, Decisions decisions, Trail trail, InstantSource clock) {
    this.election = election;
    this.queue = queue;
    this.decisions = decisions;
    this.trail = trail;
    this.clock = clock;
  }

  /** The oldest that {@code {"contest","rule","area"}} lets through; a rule is needed. */
  Chosen preview(Operator who, JsonObject body) {
    String contest = text(body, "contest");
    String rule = text(body, "rule");
    String area = text(body, "area");
    if (contest == null || rule == null) {
      throw Reply.malformed("a bulk decision names a contest and a rule");
    }
    HeldFilter filter = HeldFilter.of(election, contest, rule, area);
    HeldQueue.Page page = queue.page(filter, FORMS_MAX, null);
    byte[] token = new byte[TOKEN_BYTES];
    random.nextBytes(token);
    Chosen chosen =
        new Chosen(
            HexFormat.of().formatHex(token),
            who.id(),
            clock.millis(),
            contest + " " + rule + " " + (area == null ? "0" : area),
            page.total(),
            page.rows());
    if (previews.size() == PREVIEWS_MAX) {
      previews.remove(previews.keySet().iterator().next());
    }
    previews.put(chosen.token(), chosen);
    return chosen;
  }

  /**
   * Confirms what {@code {"token"}} showed to this very person, at most once.
   *
   * @return how many were proposed, decided, moved and so on
   */
  Future<JsonObject> decide(Operator who, JsonObject body) {
    String token = text(body, "token");
    Chosen chosen = token == null ? null : previews.get(token);
    if (chosen == null
        || !chosen.by().equals(who.id())
        || clock.millis() - chosen.atMillis() > PREVIEW_MILLIS) {
      throw new Reply.No(409, "no-preview", "look at the preview again first");
    }
    previews.remove(chosen.token());
    JsonObject details =
        new JsonObject().put("filter", chosen.filter()).put("forms", chosen.forms().size());
    return trail
        .write(who.id(), "bulk-confirm", chosen.filter(), details)
        .compose(ok -> new Run(who, chosen.forms()).all());
  }

  private static @Nullable String text(JsonObject body, String field) {
    Object value = body.getValue(field);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw Reply.malformed(field + " is a text");
  }

  /** One bulk under way. */
  private final class Run {
    private final Operator who;
    private final List<Held> forms;
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private int at;

    Run(Operator who, List<Held> forms) {
      this.who = who;
      this.forms = forms;
    }

    /** Several at a time, each in the trail before it is done. */
    Future<JsonObject> all() {
      List<Future<Void>> lanes = new ArrayList<>();
      for (int lane = 0; lane < AT_ONCE; lane++) {
        lanes.add(next());
      }
      return Future.join(lanes)
          .map(
              done -> {
                JsonObject counts = new JsonObject();
                outcomes.forEach(counts::put);
                return new JsonObject().put("outcomes", counts);
              });
    }

    private Future<Void> next() {
      if (at == forms.size()) {
        return Future.succeededFuture();
      }
      Held held = forms.get(at++);
      Wish wish =
          new Wish(
              held.contest(),
              queue.station(held),
              held.revision(),
              Wish.Kind.CONFIRM,
              null,
              null,
              "");
      return decisions
          .decide(who, wish)
          .map(Bulk::word)
          .recover(Bulk::word)
          .compose(
              word -> {
                outcomes.merge(word, 1, Integer::sum);
                return next();
              });
    }
  }

  private static String word(Decisions.Outcome done) {
    return done.answer() == null ? done.status() : done.answer().status().wire();
  }

  private static Future<String> word(Throwable why) {
    return why instanceof Reply.No no
        ? Future.succeededFuture(no.problem().code())
        : Future.failedFuture(why);
  }
}
