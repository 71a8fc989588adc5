package id.pantau.api;

import id.pantau.model.Election;
import id.pantau.platform.Body;
import id.pantau.platform.Problem;
import id.pantau.platform.Settings;
import id.pantau.platform.Showing;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What was counted: results, stations, history, changes (wire-protocol §2…4). */
final class ResultRoutes {
  private static final int CURSOR_CHARACTERS_MAX = 1024;
  private static final Problem NO_CONTEST =
      new Problem(404, "unknown-contest", "there is no such contest in this election");
  private static final Problem NO_AREA = new Problem(404, "unknown-area", "there is no such area");
  private static final Problem NO_STATION =
      new Problem(404, "unknown-station", "there is no such station");
  private static final Problem NO_CURSOR =
      new Problem(400, "malformed", "since is a cursor that an earlier answer gave");

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
    Endpoint.mount(router, "/api/v1/results/:contest/:area", this::results);
    Endpoint.mount(router, "/api/v1/stations/:station/:contest", this::station);
    Endpoint.mount(router, "/api/v1/history/:contest/:area", this::history);
    Endpoint.mount(router, "/api/v1/changes", this::changes);
  }

  private void results(RoutingContext context) {
    String contest = context.pathParam("contest");
    String area = context.pathParam("area");
    if (!known(context, contest, area)) {
      return;
    }
    String at = context.request().getParam("at");
    if (at == null) {
      answer(context, showing.results(contest, area), NO_AREA);
    } else {
      resultsAt(context, contest, area, at);
    }
  }

  private void resultsAt(RoutingContext context, String contest, String area, String at) {
    OptionalLong millis = instants.millis(at);
    if (millis.isEmpty()) {
      Answers.problem(context, AtInstant.MALFORMED);
      return;
    }
    answer(
        context,
        showing.resultsAt(contest, area, millis.getAsLong()),
        NO_AREA,
        instants.cache(millis.getAsLong()));
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
    String since = context.request().getParam("since");
    int limit = limit(context.request().getParam("limit"));
    if (since != null && since.length() > CURSOR_CHARACTERS_MAX) {
      Answers.problem(context, NO_CURSOR);
    } else if (limit < 1) {
      Answers.problem(
          context, new Problem(400, "malformed", "limit is a whole number, at least 1"));
    } else {
      answer(context, showing.changes(since, limit), NO_CURSOR);
    }
  }

  /** What was asked for, at most the limit of the node; 0 where it is no number. */
  private int limit(@Nullable String text) {
    if (text == null) {
      return settings.changesMax();
    }
    if (!text.matches("[0-9]{1,9}")) {
      return 0;
    }
    return Math.min(Integer.parseInt(text), settings.changesMax());
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
