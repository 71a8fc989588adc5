package id.pantau.opendata;

import id.pantau.model.Election;
import id.pantau.platform.Accepted;
import id.pantau.platform.PageAnswers;
import id.pantau.platform.Problem;
import id.pantau.platform.Settings;
import id.pantau.platform.WebDoor;
import id.pantau.platform.WebMount;
import id.pantau.platform.contract.Contract;
import id.pantau.platform.contract.Operation;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /data/…}: files of snapshots, which never change and may be kept for ever; the pointer to
 * the newest, which may be kept for seconds; {@code /data/latest/…}, which leads to the newest; a
 * page for people, and {@code /data.json} for catalogues. Every origin, no key.
 */
final class OpenDataRoutes implements WebMount {
  private static final Logger LOG = LoggerFactory.getLogger(OpenDataRoutes.class);
  private static final String ROOM = "/data/";
  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final String SHORT = "public, max-age=10";
  private static final String METHODS = "GET, HEAD, OPTIONS";
  private static final String RETRY_SECONDS = "2";
  private static final int NO_CONTENT = 204;
  private static final int PARTIAL = 206;
  private static final int FOUND = 302;
  private static final int NOT_MODIFIED = 304;
  private static final int UNSATISFIABLE = 416;
  private static final Problem NO_FILE =
      new Problem(404, "unknown-file", "no snapshot has a file of that name");
  private static final Problem GONE =
      new Problem(
          410,
          "gone",
          "this snapshot was taken away; /data/latest.json names the newest, and /data/latest/"
              + " with the same file name leads to it");
  private static final Problem NONE =
      new Problem(404, "unknown-file", "this node makes no snapshots, and was given none");
  private static final Problem LOADING =
      new Problem(503, "loading", "the first snapshot is being made");

  private final Shelf shelf;
  private final Status status;
  private final Election election;
  private final Settings settings;

  OpenDataRoutes(Shelf shelf, Status status, Election election, Settings settings) {
    this.shelf = shelf;
    this.status = status;
    this.election = election;
    this.settings = settings;
  }

  @Override
  public void mount(WebDoor door) {
    Contract contract = Contract.packed();
    answer(door, contract.operation("dataPage"), this::root);
    answer(door, contract.operation("catalogue"), this::catalogue);
    answer(door, contract.operation("dataFile"), this::file);
  }

  private static void answer(WebDoor door, Operation operation, Handler<RoutingContext> handler) {
    operation
        .route(door.router())
        .handler(
            context ->
                read(
                    context,
                    () -> {
                      if (operation.accepts(context)) {
                        handler.handle(context);
                      }
                    }));
  }

  /** The router takes {@code /data/} for the same address. */
  private void root(RoutingContext context) {
    if (context.request().path().equals(ROOM)) {
      file(context);
    } else {
      lead(context, ROOM);
    }
  }

  /** GET and HEAD; everything else is answered here. */
  private static void read(RoutingContext context, Runnable handler) {
    HttpServerResponse response = context.response();
    HttpMethod method = context.request().method();
    response.putHeader("Access-Control-Allow-Origin", "*");
    response.putHeader("X-Content-Type-Options", "nosniff");
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      response.putHeader(
          "Access-Control-Expose-Headers",
          "ETag, Retry-After, RateLimit, RateLimit-Policy, Accept-Ranges, Content-Range,"
              + " Content-Length, Link");
      handler.run();
    } else if (method.equals(HttpMethod.OPTIONS)) {
      response
          .setStatusCode(NO_CONTENT)
          .putHeader("Allow", METHODS)
          .putHeader("Access-Control-Allow-Methods", METHODS)
          .putHeader("Access-Control-Allow-Headers", "If-None-Match, If-Range, Range")
          .putHeader("Access-Control-Max-Age", "86400")
          .end();
    } else {
      response.putHeader("Allow", METHODS);
      new Problem(405, "method-not-allowed", "open data is read only").send(response);
    }
  }

  private void file(RoutingContext context) {
    Status.Pointer now = status.pointer();
    if (now == null) {
      none(context);
      return;
    }
    String rest = context.request().path().substring(ROOM.length());
    int slash = rest.indexOf('/');
    String name = rest.substring(slash + 1);
    if (rest.isEmpty()) {
      page(context, now);
    } else if (rest.equals(Shelf.LATEST)) {
      small(context, "application/json", now.json(), now.etag());
    } else if (slash < 0) {
      NO_FILE.send(context.response());
    } else if (rest.substring(0, slash).equals("latest")) {
      latest(context, now.snapshot(), name);
    } else {
      of(context, rest.substring(0, slash), name, now);
    }
  }

  /** An address that stays: it leads to the newest snapshot's file of that name. */
  private void latest(RoutingContext context, Snapshot newest, String name) {
    if (name.isEmpty() || newest.file(name) == null) {
      NO_FILE.send(context.response());
      return;
    }
    lead(context, ROOM + newest.id() + "/" + name);
  }

  private void none(RoutingContext context) {
    if (settings.opendata().everySeconds() == 0) {
      NONE.send(context.response());
    } else {
      context.response().putHeader("Retry-After", RETRY_SECONDS);
      LOADING.send(context.response());
    }
  }

  private static void lead(RoutingContext context, String to) {
    context
        .response()
        .setStatusCode(FOUND)
        .putHeader("Location", to)
        .putHeader("Cache-Control", SHORT)
        .end();
  }

  private void of(RoutingContext context, String id, String name, Status.Pointer now) {
    Snapshot snapshot = shelf.find(id);
    if (snapshot == null) {
      boolean was = Snapshot.isId(id) && id.compareTo(now.snapshot().id()) < 0;
      (was ? GONE : NO_FILE).send(context.response());
      return;
    }
    FileNote file = snapshot.file(name);
    if (file == null) {
      NO_FILE.send(context.response());
      return;
    }
    HttpServerResponse response = context.response();
    String etag = '"' + file.sha256() + '"';
    response.putHeader("ETag", etag).putHeader("Cache-Control", FOREVER);
    response.putHeader("Accept-Ranges", "bytes");
    response.putHeader(
        "Link",
        "<" + Snapshot.PACKAGE + ">; rel=\"describedby\", <" + Licence.PATH + ">; rel=\"license\"");
    if (Accepted.knows(context.request().getHeader("If-None-Match"), etag)) {
      response.setStatusCode(NOT_MODIFIED).end();
      return;
    }
    String ifRange = context.request().getHeader("If-Range");
    boolean ranged = ifRange == null || ifRange.strip().equals(etag);
    String header = ranged ? context.request().getHeader("Range") : null;
    ByteRange range = ByteRange.of(header, file.bytes());
    if (range != null && range.isNone()) {
      response.putHeader("Content-Range", "bytes */" + file.bytes());
      response.headers().remove("Cache-Control");
      new Problem(UNSATISFIABLE, "no-such-range", "the file has " + file.bytes() + " bytes")
          .send(response);
      return;
    }
    response.putHeader("Content-Type", file.type());
    send(context, snapshot, file, range);
  }

  private void send(
      RoutingContext context, Snapshot snapshot, FileNote file, @Nullable ByteRange asked) {
    HttpServerResponse response = context.response();
    ByteRange range = asked == null ? new ByteRange(0, file.bytes() - 1) : asked;
    if (asked != null) {
      response.setStatusCode(PARTIAL);
      response.putHeader(
          "Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + file.bytes());
    }
    if (context.request().method().equals(HttpMethod.HEAD) || range.bytes() == 0) {
      response.putHeader("Content-Length", Long.toString(range.bytes())).end();
      return;
    }
    context
        .vertx()
        .executeBlocking(() -> java.util.Optional.ofNullable(shelf.open(snapshot, file)), false)
        .onSuccess(
            opened ->
                opened.ifPresentOrElse(
                    channel -> stream(response, channel, range),
                    () -> {
                      response.headers().clear();
                      GONE.send(response);
                    }))
        .onFailure(context::fail);
  }

  private static void stream(HttpServerResponse response, FileChannel file, ByteRange range) {
    if (response.closed()) {
      close(file);
      return;
    }
    try {
      response.sendFile(file, range.first(), range.bytes()).onComplete(sent -> close(file));
    } catch (IllegalStateException gone) {
      close(file);
    }
  }

  private static void close(FileChannel file) {
    try {
      file.close();
    } catch (IOException e) {
      LOG.warn("a file of the open data could not be closed: {}", e.toString());
    }
  }

  private void catalogue(RoutingContext context) {
    Status.Pointer now = status.pointer();
    if (now == null) {
      none(context);
      return;
    }
    byte[] json = new Catalogue(election, settings.opendata()).bytes(now.snapshot(), base(context));
    String digest = Snapshot.sha256(new String(json, java.nio.charset.StandardCharsets.UTF_8));
    small(context, "application/json", json, '"' + digest + '"');
  }

  private void page(RoutingContext context, Status.Pointer now) {
    context.response().putHeader("Content-Security-Policy", DataPage.POLICY);
    byte[] html = new DataPage(election).bytes(now.snapshot(), shelf.all());
    String digest = Snapshot.sha256(new String(html, java.nio.charset.StandardCharsets.UTF_8));
    small(context, "text/html; charset=utf-8", html, '"' + digest + '"');
  }

  private static void small(RoutingContext context, String type, byte[] body, String etag) {
    HttpServerResponse response = context.response();
    response.putHeader("ETag", etag).putHeader("Cache-Control", SHORT);
    if (Accepted.knows(context.request().getHeader("If-None-Match"), etag)) {
      response.setStatusCode(NOT_MODIFIED).end();
      return;
    }
    response.putHeader("Content-Type", type);
    PageAnswers.end(context, Buffer.buffer(body));
  }

  /**
   * Where the world finds us: as configured, else as the request says; empty where neither does.
   */
  private String base(RoutingContext context) {
    String configured = settings.web().publicUrl();
    String address = context.request().scheme() + "://" + context.request().getHeader("Host");
    return !configured.isEmpty() ? configured : Settings.Web.isAddress(address) ? address : "";
  }
}
