package id.pantau.command;

import id.pantau.command.signin.Session;
import id.pantau.command.signin.SessionCookie;
import id.pantau.command.signin.Sessions;
import id.pantau.command.signin.SignInRoutes;
import id.pantau.platform.Problem;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What every request under {@code /api/} has to pass before a desk sees it: its origin, the type of
 * its body, its session. Each check is here once.
 */
final class Door {
  private static final Problem FOREIGN =
      new Problem(403, "foreign-origin", "only pages of the command centre itself may do this");
  private static final Problem NOT_JSON =
      new Problem(415, "media-type", "a body is application/json");
  private static final String JSON = "application/json";

  private static final long BODY_MILLIS_MAX = 15_000;

  private final Origins origins;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final Knocks knocks;

  Door(Origins origins, Sessions sessions, SessionCookie cookie, Knocks knocks) {
    this.origins = origins;
    this.sessions = sessions;
    this.cookie = cookie;
    this.knocks = knocks;
  }

  /** Lets a request pass that only reads, or that a page of ours sends in a way forms cannot. */
  void origin(RoutingContext context) {
    HttpServerRequest request = context.request();
    boolean reads =
        request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    if (!reads && (isForeign(request.headers()) || isCrossSite(request))) {
      knocks.refused(
          "foreign-origin", context.request().path(), request.headers(), request.remoteAddress());
      FOREIGN.send(context.response());
    } else if (!reads && hasBody(request) && !isJson(request.getHeader("Content-Type"))) {
      NOT_JSON.send(context.response());
    } else {
      if (!reads) {
        limitTime(context);
      }
      context.next();
    }
  }

  /** A body that trickles holds a connection: it is in by then, or the connection is closed. */
  private static void limitTime(RoutingContext context) {
    HttpServerRequest request = context.request();
    long timer =
        context
            .vertx()
            .setTimer(
                BODY_MILLIS_MAX,
                late -> {
                  if (!request.isEnded()) {
                    request.connection().close();
                  }
                });
    context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
  }

  /** Lets a request pass that bears a session, and names its operator. */
  void session(RoutingContext context) {
    HttpServerRequest request = context.request();
    Session session = sessions.of(request.headers(), cookie);
    if (session == null) {
      knocks.refused("no-session", request.path(), request.headers(), request.remoteAddress());
      SignInRoutes.SIGNED_OUT.send(context.response());
      return;
    }
    SignedIn.set(context, session.operator());
    context.next();
  }

  /** The session of a socket's handshake; null where it must be refused, which is written down. */
  @Nullable Session socket(ServerWebSocketHandshake handshake) {
    boolean foreign = isForeign(handshake.headers());
    String token = cookie.read(handshake.headers().get("Cookie"));
    Session session = foreign ? null : sessions.look(token);
    if (session == null) {
      knocks.refused(
          foreign ? "foreign-origin" : "no-session",
          handshake.path(),
          handshake.headers(),
          handshake.remoteAddress());
    }
    return session;
  }

  /** True where no page of ours sends this. */
  boolean isForeign(MultiMap headers) {
    return headers.getAll("Origin").size() != 1 || !origins.allows(headers.get("Origin"));
  }

  /** What the browser itself says of where a request began; browsers without it say nothing. */
  private static boolean isCrossSite(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site != null && !site.equals("same-origin");
  }

  private static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return request.getHeader("Transfer-Encoding") != null
        || (length != null && !length.equals("0"));
  }

  private static boolean isJson(@Nullable String type) {
    return type != null && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON);
  }
}
