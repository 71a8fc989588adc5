package id.pantau.api;

import id.pantau.api.card.CardDrawing;
import id.pantau.model.Election;
import id.pantau.platform.Accepted;
import id.pantau.platform.Body;
import id.pantau.platform.Problem;
import id.pantau.platform.Settings;
import id.pantau.platform.Showing;
import id.pantau.platform.WebDoor;
import id.pantau.platform.WebMount;
import id.pantau.platform.contract.Contract;
import id.pantau.platform.contract.Operation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The pictures that people share: {@code /card/{contest}/{area}.png}, the numbers of the API drawn
 * (wire-protocol §7). One object for all event loops of the node.
 */
public final class CardRoutes implements WebMount {
  private static final int NOT_MODIFIED = 304;
  private static final String SUFFIX = ".png";
  private static final String RETRY_SECONDS = "2";
  private static final Problem NO_CONTEST =
      new Problem(404, "unknown-contest", "there is no such contest in this election");
  private static final Problem NO_AREA = new Problem(404, "unknown-area", "there is no such area");
  private static final Problem NO_HOST =
      new Problem(400, "malformed", "Host is the name of a host, perhaps with a port");
  private static final Problem FULL =
      new Problem(503, "busy", "too many cards wait to be drawn; try again in a moment");
  private static final Problem NOT_BUILT =
      new Problem(
          503, "not-built", "this jar was built without the typeface; the API works without it");

  private static final Operation CARD = Contract.packed().operation("card");

  private final Showing showing;
  private final Election election;
  private final PublicAddress address;
  private final CardStore store;
  private final AtInstant instants;
  private final String newest;
  private @Nullable Future<@Nullable CardDrawing> drawing;

  /**
   * @param clock tells what lies in the future
   */
  public CardRoutes(
      Showing showing,
      Election election,
      Settings.Web web,
      Settings.Card settings,
      InstantSource clock) {
    this.showing = showing;
    this.election = election;
    this.address = new PublicAddress(web);
    this.store = new CardStore(settings);
    this.instants = new AtInstant(clock, settings.maxAgeSeconds());
    this.newest = "public, max-age=" + settings.maxAgeSeconds();
  }

  @Override
  public void mount(WebDoor door) {
    WorkerExecutor worker = door.vertx().createSharedWorkerExecutor("pantau-card", 1);
    // One that is not closed is never collected, nor is anything behind it.
    door.onStop(worker::close);
    Desk desk = new Desk(door.vertx(), worker, drawing(door.vertx()));
    Endpoint.mount(door.router(), CARD.id(), context -> answer(context, desk));
  }

  /** What an event loop draws with. */
  private record Desk(Vertx vertx, WorkerExecutor worker, Future<@Nullable CardDrawing> drawing) {}

  private synchronized Future<@Nullable CardDrawing> drawing(Vertx vertx) {
    if (drawing == null) {
      drawing = vertx.executeBlocking(() -> CardDrawing.of(election), false);
    }
    return drawing;
  }

  private void answer(RoutingContext context, Desk desk) {
    String contest = context.pathParam("contest");
    String file = context.pathParam("file");
    String area = file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : "";
    String language = CARD.text(context, "lang");
    String at = context.request().getParam("at");
    OptionalLong millis = at == null ? OptionalLong.empty() : instants.millis(at);
    String site = address.of(context.request());
    if (election.contest(contest) == null) {
      Answers.problem(context, NO_CONTEST);
    } else if (election.areas().find(area) < 0) {
      Answers.problem(context, NO_AREA);
    } else if (at != null && millis.isEmpty()) {
      Answers.problem(context, AtInstant.MALFORMED);
    } else if (site == null) {
      Answers.problem(context, NO_HOST);
    } else if (millis.isEmpty()) {
      draw(context, desk, showing.results(contest, area), language, site, newest);
    } else {
      long then = millis.getAsLong();
      Future<Body> body = showing.resultsAt(contest, area, then);
      draw(context, desk, body, language, site, instants.cache(then));
    }
  }

  private void draw(
      RoutingContext context,
      Desk desk,
      Future<Body> numbers,
      String language,
      String site,
      String cacheControl) {
    numbers
        .compose(body -> card(desk, body, language, site))
        .onSuccess(card -> send(context, card, cacheControl))
        .onFailure(failure -> fail(context, failure));
  }

  private Future<CardStore.@Nullable Card> card(
      Desk desk, Body body, String language, String site) {
    return desk.drawing()
        .compose(
            ready ->
                ready == null
                    ? Future.succeededFuture()
                    : store.card(desk.vertx(), desk.worker(), ready, body, language, site));
  }

  private static void send(
      RoutingContext context, CardStore.@Nullable Card card, String cacheControl) {
    if (card == null) {
      Answers.problem(context, NOT_BUILT);
      return;
    }
    HttpServerResponse response = context.response();
    response.putHeader("ETag", card.etag());
    response.putHeader("Cache-Control", cacheControl);
    if (Accepted.knows(context.request().getHeader("If-None-Match"), card.etag())) {
      response.setStatusCode(NOT_MODIFIED).end();
      return;
    }
    response.putHeader("Content-Type", "image/png");
    Answers.end(context, card.png());
  }

  private static void fail(RoutingContext context, Throwable failure) {
    if (failure instanceof CardStore.Full) {
      context.response().putHeader("Retry-After", RETRY_SECONDS);
      Answers.problem(context, FULL);
    } else {
      Answers.fail(context, failure, NO_AREA);
    }
  }
}
