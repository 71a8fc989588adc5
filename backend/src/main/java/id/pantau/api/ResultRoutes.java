package id.pantau.api;

import id.pantau.model.Election;
import id.pantau.platform.Body;
import id.pantau.platform.Problem;
import id.pantau.platform.Settings;
import id.pantau.platform.Showing;
import id.pantau.platform.contract.Contract;
import id.pantau.platform.contract.Operation;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;

/** What was counted: results, stations, history, corrections, changes (wire-protocol §2…4). */
final class ResultRoutes {
  private static final Problem NO_CONTEST =
      new Problem(404, "unknown-contest", "there is no such contest in this election");
  private static final Problem NO_AREA = new Problem(404, "unknown-area", "there is no such area");
  private static final Problem NO_STATION =
      new Problem(404, "unknown-station", "there is no such station");
  private static final Problem NO_CURSOR =
      new Problem(400, "malformed", "since is a cursor that an earlier answer gave");

  private static final Operation CORRECTIONS = Contract.packed().operation("corrections");
  private static final Operation CHANGES = Contract.packed().operation("changes");

  private final Showing showing;
  private final Election election;
  private final Settings.Api settings;
  private final Answers answers;
  private final AtInstant instants;
  private final String cache;

  ResultRoutes(
      Showing showing,
      Election election,
      Settings.Api settings,
      Answers answers,
      InstantSource clock) {
    this.showing = showing;
    this.election = election;
    this.settings = settings;
    this.answers = answers;
    this.instants = new AtInstant(clock, settings.resultsMaxAgeSeconds());
    this.cache = "public, max-age=" + settings.resultsMaxAgeSeconds();
  }

  void mount(Router router) {
    Endpoint.mount(router, "results", this::results);
    Endpoint.mount(router, "station", this::station);
    Endpoint.mount(router, "history", this::history);
    Endpoint.mount(router, CORRECTIONS.id(), this::corrections);
    Endpoint.mount(router, CHANGES.id(), this::changes);
  }

  private void results(RoutingContext context) {
    String contest = context.pathParam("contest");
    String area = context.pathParam("area");
    if (!known(context, contest, area)) {
      return;
    }
    AtInstant.Asked asked = instants.results(context, showing, contest, area);
    if (asked != null) {
      answer(context, asked.body(), NO_AREA, asked.cache());
    }
  }

  private void history(RoutingContext context) {
    String contest = context.pathParam("contest");
    String area = context.pathParam("area");
    if (known(context, contest, area)) {
      answer(context, showing.history(contest, area, settings.historyPointsMax()), NO_AREA);
    }
  }

  private boolean known(RoutingContext context, String contest, String area) {
    if (election.contest(contest) == null) {
      Answers.problem(context, NO_CONTEST);
      return false;
    }
    if (election.areas().find(area) < 0) {
      Answers.problem(context, NO_AREA);
      return false;
    }
    return true;
  }

  private void station(RoutingContext context) {
    String contest = context.pathParam("contest");
    String station = context.pathParam("station");
    if (election.contest(contest) == null) {
      Answers.problem(context, NO_CONTEST);
    } else if (election.areas().station(station) == null) {
      Answers.problem(context, NO_STATION);
    } else {
      answer(context, showing.station(station, contest), NO_STATION);
    }
  }

  private void changes(RoutingContext context) {
    String since = context.queryParams().get("since");
    int limit = limit(context, CHANGES, settings.changesMax());
    answer(context, showing.changes(since, limit), NO_CURSOR);
  }

  private void corrections(RoutingContext context) {
    String contest = context.pathParam("contest");
    String area = context.pathParam("area");
    int limit = limit(context, CORRECTIONS, settings.correctionsMax());
    if (known(context, contest, area)) {
      answer(context, showing.corrections(contest, area, limit), NO_AREA);
    }
  }

  /** What was asked for, or is usual, at most the limit of the node. */
  private static int limit(RoutingContext context, Operation operation, int most) {
    return Math.min(operation.number(context, "limit", most), most);
  }

  private void answer(RoutingContext context, Future<Body> body, Problem unknown) {
    answer(context, body, unknown, cache);
  }

  private void answer(
      RoutingContext context, Future<Body> body, Problem unknown, String cacheControl) {
    body.onSuccess(b -> answers.send(context, b.json(), b.digest(), cacheControl))
        .onFailure(failure -> Answers.fail(context, failure, unknown));
  }
}
