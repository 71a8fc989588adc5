package id.pantau.command;

import id.pantau.platform.Problem;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How desks read a body and answer. */
public final class Reply {
  private static final Logger LOG = LoggerFactory.getLogger(Reply.class);

  private Reply() {}

  /** A request that ends with a problem. */
  public static final class No extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    public No(int status, String code, String detail) {
      super(detail, null, false, false);
      this.problem = new Problem(status, code, detail);
    }

    public Problem problem() {
      return problem;
    }
  }

  /** Runs a handler; a {@link No} that it throws is the answer. */
  public static Handler<RoutingContext> guarded(Handler<RoutingContext> handler) {
    return context -> {
      try {
        handler.handle(context);
      } catch (RuntimeException e) {
        fail(context, e);
      }
    };
  }

  /** The body as an object; {@link No} 400 {@code malformed} where it is none. */
  public static JsonObject body(RoutingContext context) {
    try {
      JsonObject body = context.body().asJsonObject();
      if (body != null) {
        return body;
      }
    } catch (DecodeException | ClassCastException e) {
      throw malformed("the body is no JSON object");
    }
    throw malformed("the body is no JSON object");
  }

  public static No malformed(String detail) {
    return new No(400, "malformed", detail);
  }

  public static void json(RoutingContext context, int status, JsonObject body) {
    json(context, status, body.toBuffer());
  }

  public static void json(RoutingContext context, int status, Buffer body) {
    if (!context.response().closed()) {
      context
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", "application/json")
          .putHeader("Cache-Control", "no-store")
          .end(body);
    }
  }

  /** Answers with what went wrong. */
  public static void fail(RoutingContext context, Throwable why) {
    if (why instanceof No no) {
      no.problem().send(context.response());
      return;
    }
    LOG.error("{} failed", context.request().path(), why);
    new Problem(500, "internal", "the node failed").send(context.response());
  }
}
