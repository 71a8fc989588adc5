package id.pantau.command.acts;

import id.pantau.command.Desk;
import id.pantau.command.Operator;
import id.pantau.command.Reply;
import id.pantau.command.Role;
import id.pantau.command.SignedIn;
import id.pantau.command.Trail;
import id.pantau.model.Act;
import id.pantau.model.Election;
import id.pantau.platform.Acts;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Withholding and notices over HTTP; docs/command-centre.md §5. */
public final class ActsDesk implements Desk {
  private final Election election;
  private final Acts acts;
  private final Acting acting;
  private final InstantSource clock;

  public ActsDesk(Election election, Acts acts, Trail trail, InstantSource clock) {
    this.election = election;
    this.acts = acts;
    this.acting = new Acting(acts, trail, clock);
    this.clock = clock;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/acts").handler(SignedIn.with(Role.WATCH)).handler(Reply.guarded(this::list));
    router
        .post("/api/acts")
        .handler(SignedIn.with(Role.SUPERVISE))
        .handler(Reply.guarded(this::add));
    router
        .delete("/api/acts/:id")
        .handler(SignedIn.with(Role.SUPERVISE))
        .handler(Reply.guarded(this::end));
  }

  /** Newest first: what is in force stands above what was. */
  private void list(RoutingContext ctx) {
    JsonArray rows = new JsonArray();
    List<Acts.Entry> all = acts.all();
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).act().kind().ofPlace()) {
        rows.add(json(all.get(i).act(), all.get(i).ended()));
      }
    }
    Reply.json(ctx, 200, new JsonObject().put("acts", rows));
  }

  static JsonObject json(Act act, @Nullable Instant ended) {
    Instant until = act.until();
    return new JsonObject()
        .put("id", act.id())
        .put("kind", act.kind().wire())
        .put("contest", act.contest())
        .put("place", act.subject())
        .put("office", act.office())
        .put(
            "reason",
            new JsonObject().put("id", act.reason().get("id")).put("en", act.reason().get("en")))
        .put("since", act.since().toString())
        .put("until", until == null ? null : until.toString())
        .put("by", act.by())
        .put("ended", ended == null ? null : ended.toString());
  }

  private void add(RoutingContext ctx) {
    Operator who = SignedIn.of(ctx);
    Act act = NewAct.of(Reply.body(ctx), election, Acting.id(), who, clock.instant());
    acting
        .happen(act, act.kind().wire(), act.subject(), json(act, null))
        .onSuccess(done -> Reply.json(ctx, 201, json(act, null)))
        .onFailure(why -> Acting.fail(ctx, why));
  }

  private void end(RoutingContext ctx) {
    Operator who = SignedIn.of(ctx);
    Act act = open(ctx.pathParam("id"));
    Act end = acting.now(Act.Kind.END, act.contest(), act.id(), who, null);
    acting
        .happen(end, act.kind().wire() + "-ended", act.subject(), json(act, end.since()))
        .onSuccess(done -> ctx.response().setStatusCode(204).end())
        .onFailure(why -> Acting.fail(ctx, why));
  }

  private Act open(String id) {
    for (Acts.Entry entry : acts.all()) {
      if (entry.act().id().equals(id) && entry.act().kind().ofPlace()) {
        if (entry.ended() != null) {
          throw new Reply.No(409, "ended", "the act " + id + " has ended already");
        }
        return entry.act();
      }
    }
    throw new Reply.No(404, "unknown-act", "there is no act " + id);
  }
}
