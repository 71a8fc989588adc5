package id.pantau.api;

import id.pantau.model.Election;
import id.pantau.platform.PageAnswers;
import id.pantau.platform.Problem;
import id.pantau.platform.Settings;
import id.pantau.platform.WebDoor;
import id.pantau.platform.WebMount;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a search engine asks for first: {@code /robots.txt} and the maps of the site. */
public final class SitemapRoutes implements WebMount {
  private static final String XML = "application/xml; charset=utf-8";
  private static final String CACHE = "public, max-age=3600";
  private static final String XML_ENDING = ".xml";
  private static final Problem NO_METHOD =
      new Problem(405, "method-not-allowed", "this address is read only");
  private static final Problem NO_HOST =
      new Problem(400, "malformed", "a map of the site needs a Host that is one");
  private static final Problem NO_MAP = new Problem(404, "not-found", "there is no such map");

  /** The feed of changes has no end, and a socket is no page. */
  private static final String ROBOTS =
      """
      User-agent: *
      Disallow: /live
      Disallow: /api/v1/changes
      """;

  private final Sitemap sitemap;
  private final PublicAddress address;

  public SitemapRoutes(Election election, Settings.Web settings) {
    this.sitemap = new Sitemap(election, Sitemap.ADDRESSES_MAX);
    this.address = new PublicAddress(settings);
  }

  @Override
  public void mount(WebDoor door) {
    Router router = door.router();
    router.route("/robots.txt").handler(this::robots);
    router.route("/sitemap.xml").handler(context -> map(context, sitemap::index));
    router.route("/sitemap/:map").handler(this::province);
  }

  private void robots(RoutingContext context) {
    if (PageAnswers.isRead(context, NO_METHOD)) {
      String base = address.of(context.request());
      String text = base == null ? ROBOTS : ROBOTS + "\nSitemap: " + base + "/sitemap.xml\n";
      context.response().putHeader("Cache-Control", CACHE);
      PageAnswers.send(context, PageAnswers.made("text/plain; charset=utf-8", text));
    }
  }

  private void province(RoutingContext context) {
    String file = context.pathParam("map");
    if (file.endsWith(XML_ENDING)) {
      String name = file.substring(0, file.length() - XML_ENDING.length());
      map(context, base -> sitemap.map(base, name));
    } else {
      Answers.problem(context, NO_MAP);
    }
  }

  /** Writes a map on a worker: the largest has some eighteen thousand addresses. */
  private void map(RoutingContext context, Function<String, @Nullable String> written) {
    if (!PageAnswers.isRead(context, NO_METHOD)) {
      return;
    }
    String base = address.of(context.request());
    if (base == null) {
      Answers.problem(context, NO_HOST);
      return;
    }
    context
        .vertx()
        .executeBlocking(
            () -> {
              String xml = written.apply(base);
              return xml == null ? null : PageAnswers.made(XML, xml);
            },
            false)
        .onSuccess(
            file -> {
              if (file == null) {
                Answers.problem(context, NO_MAP);
              } else {
                context.response().putHeader("Cache-Control", CACHE);
                PageAnswers.send(context, file);
              }
            })
        .onFailure(context::fail);
  }
}
