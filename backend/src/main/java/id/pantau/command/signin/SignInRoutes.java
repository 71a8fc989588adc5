package id.pantau.command.signin;

import id.pantau.command.Operator;
import id.pantau.command.Role;
import id.pantau.platform.Problem;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /api/session}: sign in, who am I, sign out. */
public final class SignInRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(SignInRoutes.class);
  private static final String PATH = "/api/session";
  private static final int BODY_BYTES_MAX = 4096;
  private static final int NO_CONTENT = 204;
  public static final Problem SIGNED_OUT = new Problem(401, "signed-out", "sign in first");
  private static final Problem WRONG =
      new Problem(
          401, "wrong", "the name, the password or the code is wrong, or the code was used");
  private static final Problem LOCKED =
      new Problem(429, "locked", "too many wrong attempts; wait, then try again");
  private static final Problem BUSY =
      new Problem(503, "busy", "many people are signing in; try again in a moment");
  private static final Problem NO_TRAIL =
      new Problem(503, "no-trail", "the audit trail cannot be written, so nothing may be done");
  private static final Problem MALFORMED =
      new Problem(400, "malformed", "the body is {\"name\",\"password\",\"code\"}, three texts");

  private final SignIn signIn;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final int decisionPeople;
  private final Function<RoutingContext, String> address;

  /**
   * @param decisionPeople how many people a decision takes here, which the screens must know
   * @param address where a request came from
   */
  public SignInRoutes(
      SignIn signIn,
      Sessions sessions,
      SessionCookie cookie,
      int decisionPeople,
      Function<RoutingContext, String> address) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.cookie = cookie;
    this.decisionPeople = decisionPeople;
    this.address = address;
  }

  /** To be mounted behind the check of the origin, before that of the session. */
  public void mount(Router router) {
    router
        .post(PATH)
        .handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX))
        .handler(this::open);
    router.get(PATH).handler(this::tell);
    router.delete(PATH).handler(this::end);
  }

  private void open(RoutingContext context) {
    Attempt attempt = Attempt.read(context.body().asString(), address.apply(context));
    if (attempt == null) {
      MALFORMED.send(context.response());
      return;
    }
    signIn
        .attempt(attempt)
        .onSuccess(
            opened -> {
              // Whoever was signed in on this browser no longer is.
              leave(context);
              context.response().putHeader("Set-Cookie", cookie.give(opened.token()));
              send(context, opened.session());
            })
        .onFailure(failure -> refuse(context.response(), failure));
  }

  private static void refuse(HttpServerResponse response, Throwable failure) {
    if (!(failure instanceof SignIn.No no)) {
      LOG.error("nobody can sign in", failure);
      NO_TRAIL.send(response);
      return;
    }
    if (no.waitSeconds > 0 && !response.headWritten()) {
      response.putHeader("Retry-After", Long.toString(no.waitSeconds));
    }
    switch (no.kind) {
      case WRONG -> WRONG.send(response);
      case LOCKED -> LOCKED.send(response);
      case BUSY -> BUSY.send(response);
    }
  }

  private void tell(RoutingContext context) {
    Session session = session(context);
    if (session == null) {
      SIGNED_OUT.send(context.response());
    } else {
      send(context, session);
    }
  }

  private void end(RoutingContext context) {
    leave(context);
    context.response().setStatusCode(NO_CONTENT).putHeader("Set-Cookie", cookie.take()).end();
  }

  private void leave(RoutingContext context) {
    Session session = session(context);
    if (session != null) {
      sessions.end(session, Session.End.SIGN_OUT);
    }
  }

  private @Nullable Session session(RoutingContext context) {
    return sessions.of(context.request().headers(), cookie);
  }

  private void send(RoutingContext context, Session session) {
    if (context.response().closed()) {
      return;
    }
    Operator operator = session.operator();
    JsonArray roles = new JsonArray();
    operator.roles().stream().sorted().map(Role::wire).forEach(roles::add);
    JsonObject body =
        new JsonObject()
            .put(
                "operator",
                new JsonObject()
                    .put("id", operator.id())
                    .put("name", operator.name())
                    .put("roles", roles))
            .put("decisionPeople", decisionPeople)
            .put("expiresAt", session.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString());
    context.response().putHeader("Content-Type", "application/json").end(body.toBuffer());
  }
}
