package id.pantau.command.submitters;

import id.pantau.command.Desk;
import id.pantau.command.Reply;
import id.pantau.command.Role;
import id.pantau.command.SignedIn;
import id.pantau.command.Trail;
import id.pantau.command.acts.Acting;
import id.pantau.model.Act;
import id.pantau.platform.Acts;
import id.pantau.platform.Submitters;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Submitters over HTTP; docs/command-centre.md §5. What happens to a key is an act, so that every
 * node hears of it; the key itself is in one answer and nowhere else.
 */
public final class SubmittersDesk implements Desk {
  private static final int LABEL_CHARS_MAX = 80;
  private static final int LIST_MAX = 64;
  private final Submitters submitters;
  private final Acting acting;

  public SubmittersDesk(Submitters submitters, Acts acts, Trail trail, InstantSource clock) {
    this.submitters = submitters;
    this.acting = new Acting(acts, trail, clock);
  }

  @Override
  public void mount(Router router) {
    router
        .get("/api/submitters")
        .handler(SignedIn.with(Role.WATCH))
        .handler(Reply.guarded(this::list));
    router
        .post("/api/submitters")
        .handler(SignedIn.with(Role.SUPERVISE))
        .handler(Reply.guarded(this::add));
    router
        .post("/api/submitters/:id/rotate")
        .handler(SignedIn.with(Role.SUPERVISE))
        .handler(Reply.guarded(this::rotate));
    router
        .delete("/api/submitters/:id")
        .handler(SignedIn.with(Role.SUPERVISE))
        .handler(Reply.guarded(this::revoke));
  }

  private void list(RoutingContext ctx) {
    JsonArray rows = new JsonArray();
    for (Submitters.Row row : submitters.all()) {
      Instant last = row.lastAt();
      rows.add(
          new JsonObject()
              .put("id", row.id())
              .put("label", row.label())
              .put("areas", new JsonArray(row.areas()))
              .put("methods", new JsonArray(row.methods()))
              .put("created", row.created())
              .put("revoked", row.revoked())
              .put(
                  "forms",
                  new JsonObject()
                      .put("counted", row.counted())
                      .put("held", row.held())
                      .put("refused", row.refused()))
              .put("lastAt", last == null ? null : last.toString()));
    }
    Reply.json(ctx, 200, new JsonObject().put("submitters", rows));
  }

  private void add(RoutingContext ctx) {
    JsonObject body = Reply.body(ctx);
    String label = body.getValue("label") instanceof String text ? text.strip() : "";
    if (label.isEmpty() || label.length() > LABEL_CHARS_MAX) {
      throw new Reply.No(422, "empty", "label is 1 to " + LABEL_CHARS_MAX + " characters");
    }
    List<String> areas = texts(body, "areas");
    List<String> methods = texts(body, "methods");
    Submitters.Fresh fresh = fresh(areas, methods);
    Act.Grant grant = new Act.Grant(label, fresh.hash(), areas, methods);
    happen(ctx, Act.Kind.SUBMITTER_ADDED, fresh.id(), grant)
        .onSuccess(done -> answer(ctx, 201, fresh.id(), fresh.key()))
        .onFailure(why -> Acting.fail(ctx, why));
  }

  private void rotate(RoutingContext ctx) {
    Submitters.Row row = active(ctx.pathParam("id"));
    Submitters.Fresh fresh = fresh(row.areas(), row.methods());
    Act.Grant grant = new Act.Grant(row.label(), fresh.hash(), row.areas(), row.methods());
    happen(ctx, Act.Kind.SUBMITTER_ROTATED, row.id(), grant)
        .onSuccess(done -> answer(ctx, 200, row.id(), fresh.key()))
        .onFailure(why -> Acting.fail(ctx, why));
  }

  private void revoke(RoutingContext ctx) {
    Submitters.Row row = active(ctx.pathParam("id"));
    Act.Grant grant = new Act.Grant(row.label(), row.hash(), row.areas(), row.methods());
    happen(ctx, Act.Kind.SUBMITTER_REVOKED, row.id(), grant)
        .onSuccess(done -> ctx.response().setStatusCode(204).end())
        .onFailure(why -> Acting.fail(ctx, why));
  }

  private Submitters.Fresh fresh(List<String> areas, List<String> methods) {
    try {
      return submitters.fresh(areas, methods);
    } catch (IllegalArgumentException e) {
      throw new Reply.No(422, "impossible", String.valueOf(e.getMessage()));
    }
  }

  private Submitters.Row active(String id) {
    for (Submitters.Row row : submitters.all()) {
      if (row.id().equals(id)) {
        if (row.revoked() != null) {
          throw new Reply.No(409, "revoked", id + " is revoked already");
        }
        return row;
      }
    }
    throw new Reply.No(404, "unknown-submitter", "there is no submitter " + id);
  }

  private Future<Void> happen(RoutingContext ctx, Act.Kind kind, String id, Act.Grant grant) {
    Act act = acting.now(kind, null, id, SignedIn.of(ctx), grant);
    JsonObject details =
        new JsonObject()
            .put("label", grant.label())
            .put("areas", new JsonArray(grant.areas()))
            .put("methods", new JsonArray(grant.methods()));
    return acting.happen(act, kind.wire(), id, details);
  }

  private static List<String> texts(JsonObject body, String field) {
    List<String> texts = new ArrayList<>();
    if (!(body.getValue(field) instanceof JsonArray array) || array.size() > LIST_MAX) {
      throw Reply.malformed(field + " is an array of at most " + LIST_MAX);
    }
    for (Object each : array) {
      if (!(each instanceof String text)) {
        throw Reply.malformed(field + " holds texts");
      }
      texts.add(text);
    }
    return texts;
  }

  private static void answer(RoutingContext ctx, int status, String id, String key) {
    Reply.json(ctx, status, new JsonObject().put("id", id).put("key", key));
  }
}
