package id.pantau.command.held;

import id.pantau.command.Desk;
import id.pantau.command.Inbox;
import id.pantau.command.Places;
import id.pantau.command.Reply;
import id.pantau.command.Role;
import id.pantau.command.SignedIn;
import id.pantau.command.Stations;
import id.pantau.command.Trail;
import id.pantau.model.Election;
import id.pantau.model.Station;
import id.pantau.platform.FrontDoor;
import id.pantau.platform.Inspection;
import id.pantau.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Held forms and decisions over HTTP; docs/command-centre.md §4. */
public final class HeldDesk implements Desk {
  private static final int ROWS_USUAL = 100;
  private static final int ROWS_MAX = 500;

  private final Election election;
  private final Stations stations;
  private final HeldQueue queue;
  private final Decisions decisions;
  private final HeldJson json;
  private final Bulk bulk;

  public HeldDesk(
      Election election,
      Settings.Command settings,
      Inbox inbox,
      Inspection inspection,
      FrontDoor door,
      Trail trail,
      InstantSource clock) {
    this.election = election;
    this.stations = new Stations(inspection);
    this.queue = new HeldQueue(election);
    this.decisions =
        new Decisions(election, queue, this::body, door, trail, settings.decisionPeople(), clock);
    this.json = new HeldJson(election, queue, decisions);
    this.bulk = new Bulk(election, queue, decisions, trail, clock);
    inbox.read(queue::take);
  }

  @Override
  public void mount(Router router) {
    router.get("/api/held").handler(SignedIn.with(Role.WATCH)).handler(Reply.guarded(this::list));
    router
        .get("/api/held/:contest/:station")
        .handler(SignedIn.with(Role.WATCH))
        .handler(Reply.guarded(this::one));
    router
        .post("/api/decisions")
        .handler(SignedIn.with(Role.DECIDE))
        .handler(Reply.guarded(this::decide));
    router
        .post("/api/decisions/bulk/preview")
        .handler(SignedIn.with(Role.DECIDE))
        .handler(Reply.guarded(this::preview));
    router
        .post("/api/decisions/bulk")
        .handler(SignedIn.with(Role.DECIDE))
        .handler(Reply.guarded(this::decideMany));
    router
        .delete("/api/decisions/:contest/:station")
        .handler(SignedIn.with(Role.DECIDE))
        .handler(Reply.guarded(this::takeBack));
  }

  private void list(RoutingContext ctx) {
    HeldFilter filter = filter(ctx);
    int limit = limit(ctx.queryParams().get("limit"));
    Held after = HeldCursor.place(ctx.queryParams().get("after"));
    Reply.json(ctx, 200, json.page(queue.page(filter, limit, after)));
  }

  private HeldFilter filter(RoutingContext ctx) {
    return HeldFilter.of(
        election,
        ctx.queryParams().get("contest"),
        ctx.queryParams().get("rule"),
        ctx.queryParams().get("area"));
  }

  private static int limit(@Nullable String text) {
    try {
      int limit = text == null ? ROWS_USUAL : Integer.parseInt(text);
      if (limit >= 1 && limit <= ROWS_MAX) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw Reply.malformed("limit is 1 to " + ROWS_MAX);
    }
    throw Reply.malformed("limit is 1 to " + ROWS_MAX);
  }

  /** The station, and the next one of the queue under the same filter. */
  private void one(RoutingContext ctx) {
    int contest = contest(ctx);
    Station station = station(ctx);
    HeldFilter filter = filter(ctx);
    answer(
        ctx,
        body(station.code(), election.contests().get(contest).id())
            .map(
                body -> {
                  Held held = queue.find(contest, station);
                  return new JsonObject()
                      .put("station", body)
                      .put(
                          "proposal",
                          held == null ? null : HeldJson.proposal(decisions.proposal(held)))
                      .put("next", json.address(held == null ? null : queue.next(filter, held)));
                }));
  }

  private void decide(RoutingContext ctx) {
    Wish wish = Wish.of(Reply.body(ctx), election);
    decisions
        .decide(SignedIn.of(ctx), wish)
        .onSuccess(
            done -> {
              JsonObject body = new JsonObject().put("status", done.status());
              if (done.answer() != null) {
                body.put("answer", Settling.answer(done.answer()));
              }
              Reply.json(ctx, done.status().equals("proposed") ? 202 : 200, body);
            })
        .onFailure(why -> Reply.fail(ctx, why));
  }

  private void takeBack(RoutingContext ctx) {
    decisions
        .takeBack(SignedIn.of(ctx), contest(ctx), station(ctx))
        .onSuccess(ok -> ctx.response().setStatusCode(204).end())
        .onFailure(why -> Reply.fail(ctx, why));
  }

  private void preview(RoutingContext ctx) {
    Bulk.Chosen chosen = bulk.preview(SignedIn.of(ctx), Reply.body(ctx));
    Reply.json(
        ctx,
        200,
        new JsonObject()
            .put("count", chosen.forms().size())
            .put("total", chosen.total())
            .put("sample", json.rows(chosen.sample()))
            .put("token", chosen.token()));
  }

  private void decideMany(RoutingContext ctx) {
    answer(ctx, bulk.decide(SignedIn.of(ctx), Reply.body(ctx)));
  }

  private static void answer(RoutingContext ctx, Future<JsonObject> body) {
    body.onSuccess(json -> Reply.json(ctx, 200, json)).onFailure(why -> Reply.fail(ctx, why));
  }

  private int contest(RoutingContext ctx) {
    return Places.contest(election, ctx.pathParam("contest"));
  }

  private Station station(RoutingContext ctx) {
    return Places.station(election, ctx.pathParam("station"));
  }

  /** With its figures, though an office withholds them: who decides looks at what is decided. */
  private Future<JsonObject> body(String station, String contest) {
    return stations.inspect(station, contest).map(one -> new JsonObject(one.body().json()));
  }
}
