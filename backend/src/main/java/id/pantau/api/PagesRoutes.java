package id.pantau.api;

import id.pantau.model.Election;
import id.pantau.platform.Gzipped;
import id.pantau.platform.PageAnswers;
import id.pantau.platform.PageFile;
import id.pantau.platform.PageFiles;
import id.pantau.platform.Problem;
import id.pantau.platform.Settings;
import id.pantau.platform.Showing;
import id.pantau.platform.WebDoor;
import id.pantau.platform.WebMount;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * The built pages: files by their exact path, and one page for every deep link. Mounted last: it
 * lets pass whatever is not its own. One object for all event loops of the node.
 */
public final class PagesRoutes implements WebMount {
  private static final int NOT_FOUND = 404;
  private static final int UNAVAILABLE = 503;
  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final String ASK = "no-cache";
  private static final String SHORT = "public, max-age=300";

  /**
   * Styles may be inline because Vaadin's components put style elements into their shadow roots
   * where a browser lacks constructable style sheets; scripts may not.
   */
  private static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private static final Problem NO_METHOD =
      new Problem(405, "method-not-allowed", "pages are read only");

  private final PageAddresses addresses;
  private final PageHeads heads;
  private final Gzipped gzipped = new Gzipped();
  private final String folder;
  private @Nullable Future<Built> files;

  public PagesRoutes(Showing showing, Election election, Settings.Web settings) {
    this(showing, election, settings, "/web");
  }

  PagesRoutes(Showing showing, Election election, Settings.Web settings, String folder) {
    this.addresses = new PageAddresses(election);
    this.heads = new PageHeads(showing, election, settings);
    this.folder = folder;
  }

  /** The files, and the page in which the server writes; null where it has no gaps for that. */
  private record Built(PageFiles files, @Nullable PageTemplate template) {
    static Built read(String folder) {
      PageFiles files = PageFiles.read(folder);
      PageFile index = files.get(PageAddresses.INDEX);
      return new Built(files, index == null ? null : PageTemplate.of(index.plain()));
    }
  }

  @Override
  public void mount(WebDoor door) {
    Future<Built> reading = files(door.vertx());
    door.router().route().last().handler(context -> handle(context, reading));
  }

  private synchronized Future<Built> files(Vertx vertx) {
    if (files == null) {
      files = vertx.executeBlocking(() -> Built.read(folder), false);
    }
    return files;
  }

  private void handle(RoutingContext context, Future<Built> reading) {
    String path = context.request().path();
    String page = path == null ? null : addresses.page(path);
    if (!reading.isComplete()) {
      reading.onComplete(done -> handle(context, reading));
    } else if (reading.failed()) {
      context.fail(reading.cause());
    } else if (page != null && reading.result().files().isEmpty()) {
      missing(context);
    } else {
      PageFiles built = reading.result().files();
      PageFile file = path == null ? null : file(built, path, page);
      if (file == null && wantsPage(context, path)) {
        context.response().setStatusCode(NOT_FOUND);
        file = built.get(PageAddresses.INDEX);
        page = PageAddresses.INDEX;
      }
      if (file == null) {
        context.next();
      } else {
        serve(context, reading.result(), file, path, page);
      }
    }
  }

  /**
   * A person who followed a wrong address gets the page that says so, still with 404; a program
   * gets the problem. What lies under our own rooms is for programs.
   */
  private static boolean wantsPage(RoutingContext context, @Nullable String path) {
    String accept = context.request().getHeader("Accept");
    return context.request().method().equals(HttpMethod.GET)
        && accept != null
        && accept.contains("text/html")
        && path != null
        && !path.startsWith("/api/")
        && !path.startsWith("/assets/")
        && path.indexOf('.') < 0;
  }

  private static @Nullable PageFile file(PageFiles all, String path, @Nullable String page) {
    return page != null ? all.get(page) : path.endsWith(".html") ? null : all.get(path);
  }

  private static void missing(RoutingContext context) {
    context
        .response()
        .setStatusCode(UNAVAILABLE)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end("The pages were not built into this jar; the API under /api/v1 works without them.\n");
  }

  private void serve(
      RoutingContext context,
      Built built,
      PageFile file,
      @Nullable String path,
      @Nullable String page) {
    if (!PageAnswers.isRead(context, NO_METHOD)) {
      return;
    }
    HttpServerResponse response = context.response();
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    if (page == null) {
      response.putHeader("Access-Control-Allow-Origin", "*");
      boolean hashed = path != null && path.startsWith("/assets/");
      response.putHeader("Cache-Control", hashed ? FOREVER : SHORT);
      PageAnswers.send(context, file);
      return;
    }
    response.putHeader("Content-Security-Policy", POLICY);
    response.putHeader("Cache-Control", ASK);
    boolean found = response.getStatusCode() != NOT_FOUND;
    Future<String> headed =
        !found || path == null || built.template() == null
            ? null
            : heads.page(context.request(), path, built.template());
    if (headed == null) {
      PageAnswers.send(context, file);
    } else {
      headed
          .compose(html -> PageAnswers.coded(context, gzipped, file.type(), html))
          .onSuccess(made -> PageAnswers.send(context, made))
          .onFailure(context::fail);
    }
  }
}
