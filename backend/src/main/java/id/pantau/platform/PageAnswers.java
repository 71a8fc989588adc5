package id.pantau.platform;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is read by people or their programs and not by ours: files, pages, maps of the site.
 */
public final class PageAnswers {
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  private PageAnswers() {}

  /** True for GET and HEAD; else the request was answered with what these addresses allow. */
  public static boolean isRead(RoutingContext context, Problem refusal) {
    HttpMethod method = context.request().method();
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      return true;
    }
    context.response().putHeader("Allow", "GET, HEAD");
    refusal.send(context.response());
    return false;
  }

  /** Sends a file in the best coding that both sides have, or 304 where the reader has it. */
  public static void send(RoutingContext context, PageFile file) {
    HttpServerResponse response = context.response();
    response.putHeader("ETag", file.etag());
    response.putHeader("Vary", "Accept-Encoding");
    if (response.getStatusCode() == OK
        && Accepted.knows(context.request().getHeader("If-None-Match"), file.etag())) {
      response.setStatusCode(NOT_MODIFIED).end();
      return;
    }
    response.putHeader("Content-Type", file.type());
    String codings = context.request().getHeader("Accept-Encoding");
    if (file.brotli() != null && Accepted.coding(codings, "br")) {
      end(context, "br", file.brotli());
    } else if (file.gzip() != null && Accepted.coding(codings, "gzip")) {
      end(context, "gzip", file.gzip());
    } else {
      end(context, file.plain());
    }
  }

  private static void end(RoutingContext context, String coding, Buffer body) {
    context.response().putHeader("Content-Encoding", coding);
    end(context, body);
  }

  /**
   * A text made for this request, compressed only for a reader who takes it so, once however many
   * ask for the same.
   */
  public static Future<PageFile> coded(
      RoutingContext context, Gzipped gzipped, String type, String text) {
    Buffer plain = Buffer.buffer(text);
    String digest = Digest.of(plain.getBytes());
    PageFile bare = new PageFile(type, '"' + digest + '"', plain, null, null);
    String codings = context.request().getHeader("Accept-Encoding");
    if (plain.length() < Gzipped.BODY_BYTES_MIN || !Accepted.coding(codings, "gzip")) {
      return Future.succeededFuture(bare);
    }
    return gzipped
        .of(context.vertx(), digest, plain)
        .map(gzip -> new PageFile(type, bare.etag(), plain, gzip, null));
  }

  /** A text made here, with its compressed form; takes about a millisecond. */
  public static PageFile made(String type, String text) {
    Buffer plain = Buffer.buffer(text);
    @Nullable Buffer gzip =
        plain.length() < Gzipped.BODY_BYTES_MIN ? null : Gzipped.compress(plain);
    return new PageFile(type, '"' + Digest.of(plain.getBytes()) + '"', plain, gzip, null);
  }

  /** Ends a response with its body, or for HEAD with only the length of it. */
  public static void end(RoutingContext context, Buffer body) {
    HttpServerResponse response = context.response();
    if (response.closed()) {
      return;
    }
    response.putHeader("Content-Length", Integer.toString(body.length()));
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(body);
    }
  }
}
