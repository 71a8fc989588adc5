package id.pantau.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.pantau.api.developers.GuidePage;
import id.pantau.api.lite.Language;
import id.pantau.model.Election;
import id.pantau.platform.Gzipped;
import id.pantau.platform.PageAnswers;
import id.pantau.platform.PageFile;
import id.pantau.platform.Problem;
import id.pantau.platform.Settings;
import id.pantau.platform.WebDoor;
import id.pantau.platform.WebMount;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * What those read who build on us: the reference {@code /developers/} and the contract of the live
 * channel, {@code /asyncapi.json}. One object for all event loops.
 */
public final class DeveloperRoutes implements WebMount {
  private static final String CACHE = "public, max-age=300";
  private static final String HTML = "text/html; charset=utf-8";
  private static final int MOVED = 308;
  private static final int PAGES_MAX = 8;
  private static final Problem NO_METHOD =
      new Problem(405, "method-not-allowed", "pages are read only");
  private static final Problem NO_HOST =
      new Problem(400, "malformed", "Host is the name of a host, perhaps with a port");

  private final Answers answers = new Answers(new Gzipped());
  private final Document asyncApi = Document.of(GuidePage.asyncApi());
  private final PageFile script =
      PageAnswers.made("text/javascript; charset=utf-8", GuidePage.script());
  private final GuidePage page;

  /** By language and site; a site that nobody configured is what the reader says it is. */
  private final Cache<String, PageFile> pages =
      Caffeine.newBuilder().maximumSize(PAGES_MAX).build();

  private final PublicAddress address;

  public DeveloperRoutes(Election election, Settings.Web web) {
    this.page = new GuidePage(election);
    this.address = new PublicAddress(web);
  }

  @Override
  public void mount(WebDoor door) {
    Endpoint.mount(
        door.router(), "asyncapi", c -> answers.send(c, asyncApi.json(), asyncApi.digest(), CACHE));
    // Vert.x takes an address with and without its last slash for the same.
    door.router().route("/developers").handler(this::page);
    door.router().route("/developers/try.js").handler(this::script);
  }

  private void toPage(RoutingContext context) {
    if (PageAnswers.isRead(context, NO_METHOD)) {
      String query = context.request().query();
      String to = query == null ? "/developers/" : "/developers/?" + query;
      context.response().setStatusCode(MOVED).putHeader("Location", to).end();
    }
  }

  private void script(RoutingContext context) {
    if (PageAnswers.isRead(context, NO_METHOD)) {
      headers(context.response());
      PageAnswers.send(context, script);
    }
  }

  private void page(RoutingContext context) {
    if (!context.request().path().endsWith("/")) {
      toPage(context);
      return;
    }
    if (!PageAnswers.isRead(context, NO_METHOD)) {
      return;
    }
    String site = address.of(context.request());
    if (site == null) {
      Answers.problem(context, NO_HOST);
      return;
    }
    headers(context.response());
    context.response().putHeader("Content-Security-Policy", GuidePage.POLICY);
    Language language = Language.of(context.request().getParam("lang"));
    PageAnswers.send(
        context,
        pages.get(
            language.wire() + ' ' + site, key -> PageAnswers.made(HTML, page.of(language, site))));
  }

  private static void headers(HttpServerResponse response) {
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    response.putHeader("Cache-Control", CACHE);
  }
}
