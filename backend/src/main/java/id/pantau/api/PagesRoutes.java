package id.pantau.api;

import id.pantau.model.Election;
import id.pantau.platform.Problem;
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
  private static final int NOT_MODIFIED = 304;
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
          + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors ";

  private static final Problem NO_METHOD =
      new Problem(405, "method-not-allowed", "pages are read only");

  private final PageAddresses addresses;
  private final String folder;
  private @Nullable Future<PageFiles> files;

  public PagesRoutes(Election election) {
    this(election, "/web");
  }

  PagesRoutes(Election election, String folder) {
    this.addresses = new PageAddresses(election);
    this.folder = folder;
  }

  @Override
  public void mount(WebDoor door) {
    Future<PageFiles> reading = files(door.vertx());
    door.router().route().last().handler(context -> handle(context, reading));
  }

  private synchronized Future<PageFiles> files(Vertx vertx) {
    if (files == null) {
      files = vertx.executeBlocking(() -> PageFiles.read(folder), false);
    }
    return files;
  }

  private void handle(RoutingContext context, Future<PageFiles> reading) {
    String path = context.request().path();
    String page = path == null ? null : addresses.page(path);
    if (!reading.isComplete()) {
      reading.onComplete(done -> handle(context, reading));
    } else if (reading.failed()) {
      context.fail(reading.cause());
    } else if (page != null && reading.result().isEmpty()) {
      missing(context);
    } else {
      PageFile file = path == null ? null : file(reading.result(), path, page);
      if (file == null && wantsPage(context, path)) {
        context.response().setStatusCode(NOT_FOUND);
        file = reading.result().get(PageAddresses.INDEX);
        page = PageAddresses.INDEX;
      }
      if (file == null) {
        context.next();
      } else {
        serve(context, file, path, page);
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

  private static void serve(
      RoutingContext context, PageFile file, @Nullable String path, @Nullable String page) {
    HttpServerResponse response = context.response();
    HttpMethod method = context.request().method();
    if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
      response.putHeader("Allow", "GET, HEAD");
      NO_METHOD.send(response);
      return;
    }
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    if (page != null) {
      boolean embed = page.equals(PageAddresses.EMBED);
      response.putHeader("Content-Security-Policy", POLICY + (embed ? "*" : "'none'"));
      response.putHeader("Cache-Control", ASK);
    } else {
      response.putHeader("Access-Control-Allow-Origin", "*");
      boolean hashed = path != null && path.startsWith("/assets/");
      response.putHeader("Cache-Control", hashed ? FOREVER : SHORT);
    }
    response.putHeader("ETag", file.etag());
    response.putHeader("Vary", "Accept-Encoding");
    boolean found = response.getStatusCode() != NOT_FOUND;
    if (found && Accepted.knows(context.request().getHeader("If-None-Match"), file.etag())) {
      response.setStatusCode(NOT_MODIFIED).end();
      return;
    }
    response.putHeader("Content-Type", file.type());
    String codings = context.request().getHeader("Accept-Encoding");
    if (file.brotli() != null && Accepted.coding(codings, "br")) {
      response.putHeader("Content-Encoding", "br");
      Answers.end(context, file.brotli());
    } else if (file.gzip() != null && Accepted.coding(codings, "gzip")) {
      response.putHeader("Content-Encoding", "gzip");
      Answers.end(context, file.gzip());
    } else {
      Answers.end(context, file.plain());
    }
  }
}
