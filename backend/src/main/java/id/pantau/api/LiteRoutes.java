package id.pantau.api;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.pantau.api.lite.Language;
import id.pantau.api.lite.Links;
import id.pantau.api.lite.LitePages;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Station;
import id.pantau.platform.Body;
import id.pantau.platform.PageAnswers;
import id.pantau.platform.PageFile;
import id.pantau.platform.Problem;
import id.pantau.platform.Settings;
import id.pantau.platform.Showing;
import id.pantau.platform.WebDoor;
import id.pantau.platform.WebMount;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The plain pages under {@code /lite}. A page is rendered on a worker once for each body, language
 * and page number; a body's digest names its content for ever, so what is kept is never out of
 * date.
 */
public final class LiteRoutes implements WebMount {
  private static final String HTML = "text/html; charset=utf-8";
  private static final long CACHE_BYTES_MAX = 16L * 1024 * 1024;
  private static final int FOUND = 302;
  private static final int NOT_FOUND = 404;
  private static final int UNAVAILABLE = 503;
  private static final String RETRY_SECONDS = "2";
  private static final Problem NO_METHOD =
      new Problem(405, "method-not-allowed", "pages are read only");

  private final Showing showing;
  private final Election election;
  private final LitePages pages;
  private final String cache;
  private final PublicAddress address;
  private final AsyncCache<String, PageFile> rendered =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES_MAX)
          .weigher((String key, PageFile page) -> page.plain().length() * 2)
          .buildAsync();

  public LiteRoutes(Showing showing, Election election, Settings.Api settings, Settings.Web web) {
    this.showing = showing;
    this.election = election;
    this.pages = new LitePages(election);
    this.cache = "public, max-age=" + settings.resultsMaxAgeSeconds();
    this.address = new PublicAddress(web);
  }

  /** Makes the page of a body; null where there is none of that number. */
  private interface Rendering {
    @Nullable String of(Buffer json);
  }

  @Override
  public void mount(WebDoor door) {
    door.router().route("/lite").handler(this::handle);
    door.router().route("/lite/*").handler(this::handle);
  }

  private void handle(RoutingContext context) {
    if (!PageAnswers.isRead(context, NO_METHOD)) {
      return;
    }
    HttpServerResponse response = context.response();
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    response.putHeader("Content-Security-Policy", LitePages.POLICY);
    Language language = Language.of(context.request().getParam("lang"));
    String[] parts = String.valueOf(context.request().path()).substring(1).split("/", -1);
    if (parts.length == 1 || (parts.length == 2 && parts[1].isEmpty())) {
      response.setStatusCode(FOUND).putHeader("Location", pages.home(language)).end();
    } else if (parts.length != 3) {
      unknown(context, language);
    } else if (parts[1].equals("tps")) {
      station(context, parts[2], language);
    } else {
      area(context, parts[1], parts[2], language);
    }
  }

  private void area(RoutingContext context, String id, String code, Language language) {
    Contest contest = election.contest(id);
    int area = election.areas().find(code);
    int page = page(context);
    if (contest == null || area < 0 || page == 0) {
      unknown(context, language);
      return;
    }
    answer(
        context,
        showing.results(id, code),
        language,
        page,
        json -> pages.area(contest, election.areas().area(area), json, language, page));
  }

  private void station(RoutingContext context, String code, Language language) {
    Station station = election.areas().station(code);
    String asked = context.request().getParam("contest");
    Contest contest = asked == null ? Links.contestOf(election, code) : election.contest(asked);
    int page = page(context);
    if (station == null || contest == null || page == 0) {
      unknown(context, language);
      return;
    }
    answer(
        context,
        showing.station(code, contest.id()),
        language,
        page,
        json -> pages.station(contest, station, json, language, page));
  }

  /** The page's number, from 1; 0 where it is none. */
  private static int page(RoutingContext context) {
    String page = context.request().getParam("page");
    return page == null ? 1 : page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 0;
  }

  private void answer(
      RoutingContext context,
      Future<Body> asked,
      Language language,
      int page,
      Rendering rendering) {
    asked
        .compose(
            body -> {
              String key = body.digest() + "/" + language + "/" + page;
              return render(context.vertx(), key, () -> rendering.of(body.json()));
            })
        .onSuccess(
            file -> {
              if (file == null) {
                unknown(context, language);
              } else {
                context.response().putHeader("Cache-Control", cache);
                link(context, language, page);
                PageAnswers.send(context, file);
              }
            })
        .onFailure(failure -> fail(context, failure, language));
  }

  /**
   * The page's whole address and those of its languages, in the head of the answer: the page itself
   * is kept whatever the site is called.
   */
  private void link(RoutingContext context, Language language, int page) {
    String base = address.of(context.request());
    if (base == null) {
      return;
    }
    String contest = context.request().getParam("contest");
    boolean named = contest != null && election.contest(contest) != null;
    String rest = (named ? "&contest=" + contest : "") + (page > 1 ? "&page=" + page : "");
    String path = base + context.request().path();
    String id = path + rest.replaceFirst("&", "?");
    String en = path + (rest + "&lang=en").replaceFirst("&", "?");
    context
        .response()
        .putHeader(
            "Link",
            String.format(
                "<%s>; rel=\"canonical\", <%s>; rel=\"alternate\"; hreflang=\"id\","
                    + " <%s>; rel=\"alternate\"; hreflang=\"en\"",
                language == Language.ID ? id : en, id, en));
  }

  private interface Page {
    @Nullable String make();
  }

  private Future<@Nullable PageFile> render(Vertx vertx, String key, Page page) {
    CompletableFuture<PageFile> ready = rendered.getIfPresent(key);
    if (ready != null && ready.isDone() && !ready.isCompletedExceptionally()) {
      return Future.succeededFuture(ready.join());
    }
    CompletableFuture<PageFile> coming =
        rendered.get(
            key,
            (k, executor) ->
                vertx
                    .executeBlocking(() -> made(page.make()), false)
                    .toCompletionStage()
                    .toCompletableFuture());
    return Future.fromCompletionStage(coming, vertx.getOrCreateContext());
  }

  private static @Nullable PageFile made(@Nullable String html) {
    return html == null ? null : PageAnswers.made(HTML, html);
  }

  private void unknown(RoutingContext context, Language language) {
    context.response().setStatusCode(NOT_FOUND).putHeader("Cache-Control", "no-store");
    PageAnswers.send(context, PageAnswers.made(HTML, pages.unknown(language)));
  }

  private void fail(RoutingContext context, Throwable failure, Language language) {
    if (failure instanceof Showing.Unknown) {
      unknown(context, language);
    } else if (failure instanceof Showing.NotReady) {
      context.response().setStatusCode(UNAVAILABLE).putHeader("Retry-After", RETRY_SECONDS);
      context.response().putHeader("Cache-Control", "no-store");
      PageAnswers.send(context, PageAnswers.made(HTML, pages.loading(language)));
    } else {
      context.fail(failure);
    }
  }
}
