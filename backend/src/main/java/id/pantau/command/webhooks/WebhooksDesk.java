package id.pantau.command.webhooks;

import id.pantau.command.Desk;
import id.pantau.command.Reply;
import id.pantau.command.Role;
import id.pantau.command.SignedIn;
import id.pantau.command.Trail;
import id.pantau.platform.Settings;
import id.pantau.platform.Webhooks;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Webhooks over HTTP; docs/command-centre.md §5. Each act is written to the trail before it
 * happens; the trail never has a secret, nor the path of an address, which may be one.
 */
public final class WebhooksDesk implements Desk {
  private static final String ONE = "/api/webhooks/:id";
  private final Webhooks webhooks;
  private final Trail trail;
  private final Settings.Webhooks limits;
  private final String node;

  /**
   * @param node that holds them and sends
   */
  public WebhooksDesk(Webhooks webhooks, Trail trail, Settings.Webhooks limits, String node) {
    this.webhooks = webhooks;
    this.trail = trail;
    this.limits = limits;
    this.node = node;
  }

  @Override
  public void mount(Router router) {
    router
        .get("/api/webhooks")
        .handler(SignedIn.with(Role.WATCH))
        .handler(Reply.guarded(this::list));
    router
        .post("/api/webhooks")
        .handler(SignedIn.with(Role.SUPERVISE))
        .handler(Reply.guarded(this::add));
    router
        .post(ONE + "/rotate")
        .handler(SignedIn.with(Role.SUPERVISE))
        .handler(Reply.guarded(this::rotate));
    router
        .post(ONE + "/test")
        .handler(SignedIn.with(Role.SUPERVISE))
        .handler(Reply.guarded(ctx -> act(ctx, "webhook-tested", 202, webhooks::test)));
    router
        .post(ONE + "/pause")
        .handler(SignedIn.with(Role.SUPERVISE))
        .handler(Reply.guarded(ctx -> act(ctx, "webhook-paused", 200, webhooks::pause)));
    router
        .post(ONE + "/resume")
        .handler(SignedIn.with(Role.SUPERVISE))
        .handler(Reply.guarded(ctx -> act(ctx, "webhook-resumed", 200, webhooks::resume)));
    router
        .delete(ONE)
        .handler(SignedIn.with(Role.SUPERVISE))
        .handler(Reply.guarded(ctx -> act(ctx, "webhook-removed", 204, webhooks::remove)));
  }

  private void list(RoutingContext ctx) {
    webhooks
        .all()
        .onSuccess(rows -> Reply.json(ctx, 200, WebhooksJson.all(rows, limits, node)))
        .onFailure(why -> fail(ctx, why));
  }

  private void add(RoutingContext ctx) {
    JsonObject body = Reply.body(ctx);
    Webhooks.Wish wish =
        new Webhooks.Wish(
            text(body, "label"),
            text(body, "url"),
            topics(body),
            body.getValue("acts") instanceof Boolean acts && acts,
            SignedIn.of(ctx).id());
    webhooks
        .checked(wish)
        .compose(
            good ->
                trail
                    .write(good.by(), "webhook-added", good.label(), details(good))
                    .compose(written -> webhooks.add(good)))
        .onSuccess(fresh -> answer(ctx, 201, fresh))
        .onFailure(why -> fail(ctx, why));
  }

  private static JsonObject details(Webhooks.Wish wish) {
    return new JsonObject()
        .put("host", URI.create(wish.url()).getRawAuthority())
        .put("topics", new JsonArray(wish.topics()))
        .put("acts", wish.acts());
  }

  private void rotate(RoutingContext ctx) {
    known(ctx, "webhook-rotated", webhooks::rotate)
        .onSuccess(fresh -> answer(ctx, 200, fresh))
        .onFailure(why -> fail(ctx, why));
  }

  private void act(
      RoutingContext ctx, String what, int status, Function<String, Future<Void>> step) {
    known(ctx, what, step)
        .onSuccess(
            done -> {
              if (status == 204) {
                ctx.response().setStatusCode(status).end();
              } else {
                Reply.json(ctx, status, new JsonObject());
              }
            })
        .onFailure(why -> fail(ctx, why));
  }

  /** What is about no webhook leaves no line in the trail. */
  private <T> Future<T> known(RoutingContext ctx, String what, Function<String, Future<T>> step) {
    String id = ctx.pathParam("id");
    return webhooks
        .all()
        .compose(
            rows -> {
              for (Webhooks.Row row : rows) {
                if (row.id().equals(id)) {
                  JsonObject details = new JsonObject().put("label", row.label());
                  return trail
                      .write(SignedIn.of(ctx).id(), what, id, details)
                      .compose(written -> step.apply(id));
                }
              }
              throw new Reply.No(404, "unknown-webhook", "there is no webhook " + id);
            });
  }

  private static String text(JsonObject body, String field) {
    if (body.getValue(field) instanceof String text) {
      return text;
    }
    throw Reply.malformed(field + " is a text");
  }

  private static List<String> topics(JsonObject body) {
    if (!(body.getValue("topics") instanceof JsonArray array)) {
      throw Reply.malformed("topics is an array");
    }
    List<String> topics = new ArrayList<>();
    for (Object each : array) {
      if (!(each instanceof String text)) {
        throw Reply.malformed("topics holds texts");
      }
      topics.add(text);
    }
    return topics;
  }

  private static void answer(RoutingContext ctx, int status, Webhooks.Fresh fresh) {
    Reply.json(ctx, status, new JsonObject().put("id", fresh.id()).put("secret", fresh.secret()));
  }

  private static void fail(RoutingContext ctx, Throwable why) {
    if (why instanceof Webhooks.Unfit unfit) {
      unfit.problem().send(ctx.response());
    } else {
      Reply.fail(ctx, why);
    }
  }
}
