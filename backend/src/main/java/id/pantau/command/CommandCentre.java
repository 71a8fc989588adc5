package id.pantau.command;

import id.pantau.command.signin.Operators;
import id.pantau.command.signin.SessionCookie;
import id.pantau.command.signin.Sessions;
import id.pantau.command.signin.SignIn;
import id.pantau.command.signin.SignInRoutes;
import id.pantau.platform.Problem;
import id.pantau.platform.Settings;
import id.pantau.platform.WebDoor;
import id.pantau.platform.WebMount;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.InstantSource;
import java.util.List;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that listens on the command centre's port, in the order in which a request passes it: what
 * every answer says, the origin, the sign-in, the session, the desks; last the page. It is mounted
 * on one event loop, so sessions and screens need no locks.
 */
public final class CommandCentre implements WebMount {
  private static final Logger LOG = LoggerFactory.getLogger(CommandCentre.class);

  /** Bytes of one WebSocket message from a screen, which has nothing to say. */
  public static final int MESSAGE_BYTES_MAX = 1024;

  private static final int BODY_BYTES_MAX = 64 * 1024;
  private static final long SWEEP_MILLIS = 5_000;
  private static final int OPERATORS_RELOAD_MILLIS = 2_000;
  private static final String API = "/api/*";
  private static final Problem NOT_FOUND = new Problem(404, "not-found", "there is nothing here");

  private final Settings.Command settings;
  private final Operators operators;
  private final Trail trail;
  private final LiveScreens screens;
  private final List<Desk> desks;
  private final IntSupplier port;
  private final InstantSource clock;

  /**
   * @param desks mounted behind the door, in this order
   * @param port the port that was bound, once it is
   */
  public CommandCentre(
      Settings.Command settings,
      Operators operators,
      Trail trail,
      LiveScreens screens,
      List<Desk> desks,
      IntSupplier port,
      InstantSource clock) {
    this.settings = settings;
    this.operators = operators;
    this.trail = trail;
    this.screens = screens;
    this.desks = List.copyOf(desks);
    this.port = port;
    this.clock = clock;
  }

  @Override
  public void mount(WebDoor web) {
    Vertx vertx = web.vertx();
    Origins origins = new Origins(settings.publicUrl(), port);
    SessionCookie cookie = new SessionCookie(origins.isSecure());
    Sessions sessions = sessions(vertx, web);
    Knocks knocks = new Knocks(trail, origins.isSecure(), clock);
    Door door = new Door(origins, sessions, cookie, knocks);
    SignIn signIn = new SignIn(vertx, operators, sessions, settings, trail, clock);

    Router router = web.router();
    router.route().handler(new CommandHeaders(origins.isSecure()));
    router.route(API).handler(door::origin);
    new SignInRoutes(
            signIn,
            sessions,
            cookie,
            settings.decisionPeople(),
            c -> knocks.address(c.request().headers(), c.request().remoteAddress()))
        .mount(router);
    router.route(API).handler(door::session);
    router.route(API).handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX));
    desks.forEach(desk -> desk.mount(router));
    desks.forEach(desk -> web.onStop(desk::close));
    router.route(API).handler(context -> NOT_FOUND.send(context.response()));
    new CommandPages("/web").mount(vertx, router);

    screens.start(vertx);
    web.webSocket("/api/live", handshake -> screens.welcome(door, handshake));
    if (operators.isEmpty()) {
      LOG.warn(
          "nobody can sign in to the command centre: make an operator with keygen operator --id ID"
              + " --name NAME --roles watch,decide,supervise --data DIR");
    }
  }

  private Sessions sessions(Vertx vertx, WebDoor web) {
    Sessions sessions = new Sessions(operators, settings, clock);
    sessions.onEnd((session, why) -> screens.end(session));
    sessions.onEnd(
        (session, why) ->
            trail
                .write(session.operator().id(), why.what(), "", new JsonObject())
                .onFailure(e -> LOG.error("the end of a session is not in the trail", e)));
    vertx.setPeriodic(SWEEP_MILLIS, timer -> sessions.sweep());
    Runnable unwatch = operators.watch(vertx, OPERATORS_RELOAD_MILLIS);
    web.onStop(
        () -> {
          unwatch.run();
          return Future.succeededFuture();
        });
    return sessions;
  }
}
