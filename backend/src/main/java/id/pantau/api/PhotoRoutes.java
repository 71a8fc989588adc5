package id.pantau.api;

import id.pantau.platform.Accepted;
import id.pantau.platform.Photos;
import id.pantau.platform.Problem;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.channels.FileChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /photos/{sha256}}: a photo of our own store. Strangers made these bytes, so a browser
 * is told to take them for the image that they begin as, and to run nothing of them.
 */
public final class PhotoRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(PhotoRoutes.class);
  private static final String ROOM = "/photos/";
  private static final String POLICY = "default-src 'none'; sandbox";
  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final int NOT_MODIFIED = 304;
  private static final Problem NO_PHOTO =
      new Problem(404, "unknown-photo", "our own store has no such photo");

  private final Photos photos;

  public PhotoRoutes(Photos photos) {
    this.photos = photos;
  }

  public void mount(Router router) {
    Endpoint.mount(router, "photo", this::photo);
  }

  /** Only the address as it is written here: another spelling of it is another, and not ours. */
  private void photo(RoutingContext context) {
    String hash = context.pathParam("sha256");
    if (!(ROOM + hash).equals(context.request().path())) {
      Answers.problem(context, NO_PHOTO);
      return;
    }
    photos
        .open(hash)
        .onSuccess(
            found ->
                found.ifPresentOrElse(
                    photo -> send(context, hash, photo), () -> Answers.problem(context, NO_PHOTO)))
        .onFailure(context::fail);
  }

  private static void send(RoutingContext context, String hash, Photos.Photo photo) {
    HttpServerResponse response = context.response();
    String etag = '"' + hash + '"';
    boolean known = Accepted.knows(context.request().getHeader("If-None-Match"), etag);
    boolean head = context.request().method().equals(HttpMethod.HEAD);
    if (response.closed() || known || head) {
      close(photo.file());
    }
    if (response.closed()) {
      return;
    }
    response.putHeader("ETag", etag).putHeader("Cache-Control", FOREVER);
    response.putHeader("Content-Security-Policy", POLICY);
    if (known) {
      response.setStatusCode(NOT_MODIFIED).end();
      return;
    }
    response.putHeader("Content-Type", photo.type());
    if (head) {
      response.putHeader("Content-Length", Long.toString(photo.length())).end();
      return;
    }
    try {
      response.sendFile(photo.file(), 0, photo.length()).onComplete(sent -> close(photo.file()));
    } catch (IllegalStateException gone) {
      close(photo.file());
    }
  }

  private static void close(FileChannel file) {
    try {
      file.close();
    } catch (IOException e) {
      LOG.warn("a photo could not be closed: {}", e.toString());
    }
  }
}
