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
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Held forms and decisions over HTTP; docs/command-centre.md §4. */
public final class HeldDesk implements Desk {
  private static final int ROWS_USUAL = 100;
  private static final int ROWS_MAX = 500;

  private final Election election;
  private final Stations stations;
  private final HeldQueue queue;
  private final Proposals proposals;
  private final Decisions decisions;
  private final HeldJson json;
  private final Bulk bulk;

  public HeldDesk(
      Vertx vertx,
      Election election,
      Settings settings,
      Inbox inbox,
      Inspection inspection,
      FrontDoor door,
      Trail trail,
      InstantSource clock) {
    this.election = election;
    this.stations = new Stations(inspection);
    this.queue = new HeldQueue(election);
    this.proposals = new Proposals(vertx, settings.redis(), election);
    int people = settings.command().decisionPeople();
    this.decisions =
        new Decisions(election, queue, this::body, door, proposals, trail, people, clock);
    this.json = new HeldJson(election, queue);
    this.bulk = new Bulk(election, queue, decisions, trail, clock);
    inbox.read(queue::take);
  }

  @Override
  public void mount(Router router) {
    proposals.start();
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

  @Override
  public Future<Void> close() {
    return proposals.close();
  }

  private void list(RoutingContext ctx) {
    HeldFilter filter = filter(ctx);
    int limit = limit(ctx.queryParams().get("limit"));
    Held after = HeldCursor.place(ctx.queryParams().get("after"));
    HeldQueue.Page page = queue.page(filter, limit, after);
    answer(ctx, known(page.rows()).map(known -> json.page(page, known.orElse(null))));
  }

  /** What is proposed of them; empty while Redis is away, for the queue is shown without it too. */
  private Future<Optional<List<@Nullable Proposal>>> known(List<Held> rows) {
    return decisions.proposals(rows).map(Optional::of).otherwise(Optional.empty());
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
            .compose(body -> one(body, queue.find(contest, station), filter)));
  }

  private Future<JsonObject> one(JsonObject body, @Nullable Held held, HeldFilter filter) {
    return known(held == null ? List.of() : List.of(held))
        .map(
            known ->
                new JsonObject()
                    .put("station", body)
                    .put("proposalsKnown", known.isPresent())
                    .put("proposal", only(known))
                    .put("next", json.address(held == null ? null : queue.next(filter, held))));
  }

  private static @Nullable JsonObject only(Optional<List<@Nullable Proposal>> known) {
    List<@Nullable Proposal> open = known.orElse(List.of());
    return open.isEmpty() ? null : HeldJson.proposal(open.get(0));
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
    answer(
        ctx,
        known(chosen.sample())
            .map(
                known ->
                    new JsonObject()
                        .put("count", chosen.forms().size())
                        .put("total", chosen.total())
                        .put("proposalsKnown", known.isPresent())
                        .put("sample", json.rows(chosen.sample(), known.orElse(null)))
                        .put("token", chosen.token())));
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
