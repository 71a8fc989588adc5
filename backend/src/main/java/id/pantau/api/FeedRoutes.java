package id.pantau.api;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.pantau.api.feed.AtomFeed;
import id.pantau.api.lite.Language;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.platform.Acts;
import id.pantau.platform.Body;
import id.pantau.platform.PageAnswers;
import id.pantau.platform.PageFile;
import id.pantau.platform.Problem;
import id.pantau.platform.Settings;
import id.pantau.platform.Showing;
import id.pantau.platform.WebDoor;
import id.pantau.platform.WebMount;
import id.pantau.platform.contract.Contract;
import id.pantau.platform.contract.Operation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * {@code /feed/{contest}/{area}.atom}: what moved in a place, for programs that read feeds. One
 * object for all event loops of the node.
 */
public final class FeedRoutes implements WebMount {
  private static final long CACHE_BYTES_MAX = 8L * 1024 * 1024;
  private static final int KEY_BYTES = 500;
  private static final String ATOM = "application/atom+xml; charset=utf-8";
  private static final String CACHE = "public, max-age=60";
  private static final String ENDING = ".atom";
  private static final Problem NO_FEED = new Problem(404, "not-found", "there is no such feed");
  private static final Problem NO_CONTEST =
      new Problem(404, "unknown-contest", "there is no such contest in this election");
  private static final Problem NO_AREA = new Problem(404, "unknown-area", "there is no such area");
  private static final Problem NO_PAGE =
      new Problem(404, "unknown-page", "the feed has fewer pages");
  private static final Problem NO_HOST =
      new Problem(400, "malformed", "Host is the name of a host, perhaps with a port");

  private static final Operation FEED = Contract.packed().operation("feed");

  private final Showing showing;
  private final Acts acts;
  private final Election election;
  private final PublicAddress address;
  private final int correctionsMax;
  private final AsyncCache<String, Optional<PageFile>> pages =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES_MAX)
          .weigher((String key, Optional<PageFile> page) -> weight(page))
          .buildAsync();

  public FeedRoutes(
      Showing showing, Acts acts, Election election, Settings.Api api, Settings.Web web) {
    this.showing = showing;
    this.acts = acts;
    this.election = election;
    this.address = new PublicAddress(web);
    this.correctionsMax = api.correctionsMax();
  }

  /** A page that is not there is kept too, else asking for it would cost the writing each time. */
  private static int weight(Optional<PageFile> page) {
    return KEY_BYTES + page.map(p -> p.plain().length() * 2).orElse(0);
  }

  @Override
  public void mount(WebDoor door) {
    Endpoint.mount(door.router(), FEED.id(), c -> feed(c, door.vertx()));
  }

  private void feed(RoutingContext context, Vertx vertx) {
    String file = context.pathParam("file");
    String code = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : "";
    Contest contest = election.contest(context.pathParam("contest"));
    int area = election.areas().find(code);
    String lang = FEED.text(context, "lang");
    int page = FEED.number(context, "page", 1);
    String base = address.of(context.request());
    Problem problem = problem(code, contest, area, base);
    if (problem != null || contest == null || base == null) {
      Answers.problem(context, problem == null ? NO_FEED : problem);
      return;
    }
    AtomFeed feed =
        new AtomFeed(election, contest, election.areas().area(area), Language.of(lang), base);
    showing
        .results(contest.id(), code)
        .compose(
            results ->
                showing
                    .corrections(contest.id(), code, correctionsMax)
                    .compose(c -> page(vertx, feed, results, c, page)))
        .onSuccess(made -> send(context, made))
        .onFailure(failure -> Answers.fail(context, failure, NO_AREA));
  }

  private static @Nullable Problem problem(
      String code, @Nullable Contest contest, int area, @Nullable String base) {
    if (code.isEmpty()) {
      return NO_FEED;
    }
    if (contest == null) {
      return NO_CONTEST;
    }
    if (area < 0) {
      return NO_AREA;
    }
    return base == null ? NO_HOST : null;
  }

  /** Written on a worker, once for the same bodies, acts, language, page and site. */
  private Future<Optional<PageFile>> page(
      Vertx vertx, AtomFeed feed, Body results, Body corrections, int page) {
    List<Acts.Entry> known = acts.all().stream().filter(feed::has).toList();
    StringBuilder done = new StringBuilder();
    known.forEach(e -> done.append(e.act().id()).append(' ').append(e.ended()).append('\n'));
    String key =
        String.join(
            " ",
            results.digest(),
            corrections.digest(),
            Document.digest(done.toString().getBytes(StandardCharsets.UTF_8)),
            feed.address(),
            Integer.toString(page));
    CompletableFuture<Optional<PageFile>> coming =
        pages.get(
            key,
            (k, executor) ->
                vertx
                    .executeBlocking(() -> write(feed, results, corrections, known, page), false)
                    .toCompletionStage()
                    .toCompletableFuture());
    return Future.fromCompletionStage(coming, vertx.getOrCreateContext());
  }

  private static Optional<PageFile> write(
      AtomFeed feed, Body results, Body corrections, List<Acts.Entry> known, int page) {
    byte[] standing = results.json().getBytes();
    byte[] taken = corrections.json().getBytes();
    return Optional.ofNullable(feed.page(standing, taken, known, page))
        .map(xml -> PageAnswers.made(ATOM, xml));
  }

  private static void send(RoutingContext context, Optional<PageFile> page) {
    if (page.isEmpty()) {
      Answers.problem(context, NO_PAGE);
    } else {
      context.response().putHeader("Cache-Control", CACHE);
      PageAnswers.send(context, page.get());
    }
  }
}
