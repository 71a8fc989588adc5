package id.pantau.command;

import id.pantau.platform.PageAnswers;
import id.pantau.platform.PageFile;
import id.pantau.platform.PageFiles;
import id.pantau.platform.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The built page of the command centre and its files. They hold no figure and no name, so they are
 * before the door: somebody has to see where to sign in.
 */
final class CommandPages {
  private static final String PAGE = "/command.html";
  private static final String FOREVER = "private, max-age=31536000, immutable";
  private static final int UNAVAILABLE = 503;
  private static final Problem NO_METHOD =
      new Problem(405, "method-not-allowed", "pages are read only");

  /** What is asked for on the management port, and is not here (F50). */
  private static final Set<String> NOT_HERE =
      Set.of("metrics", "health", "healthz", "livez", "readyz", "live");

  private final String folder;

  CommandPages(String folder) {
    this.folder = folder;
  }

  void mount(Vertx vertx, Router router) {
    Future<PageFiles> reading = vertx.executeBlocking(() -> PageFiles.read(folder), false);
    router
        .route()
        .last()
        .handler(
            context -> reading.onSuccess(files -> serve(context, files)).onFailure(context::fail));
  }

  private static void serve(RoutingContext context, PageFiles files) {
    String path = context.request().path();
    if (path == null || path.endsWith(".html")) {
      context.next();
    } else if (isPage(path)) {
      serve(context, files.get(PAGE), "no-cache");
    } else if (path.startsWith("/assets/") || path.startsWith("/favicon")) {
      PageFile file = files.get(path);
      if (file == null) {
        context.next();
      } else {
        serve(context, file, path.startsWith("/assets/") ? FOREVER : "no-cache");
      }
    } else {
      context.next();
    }
  }

  /** Every address without a dot is one of the page's own views. */
  private static boolean isPage(String path) {
    String first = path.substring(1).split("/", 2)[0];
    return path.indexOf('.') < 0
        && !first.equals("api")
        && !first.equals("assets")
        && !NOT_HERE.contains(first);
  }

  private static void serve(RoutingContext context, @Nullable PageFile file, String cacheControl) {
    if (!PageAnswers.isRead(context, NO_METHOD)) {
      return;
    }
    if (file == null) {
      context
          .response()
          .setStatusCode(UNAVAILABLE)
          .putHeader("Content-Type", "text/plain; charset=utf-8")
          .putHeader("Cache-Control", "no-store")
          .end("The page of the command centre was not built into this jar; its API works.\n");
      return;
    }
    context.response().putHeader("Cache-Control", cacheControl);
    PageAnswers.send(context, file);
  }
}
