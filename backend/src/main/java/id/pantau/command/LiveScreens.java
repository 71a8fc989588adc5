package id.pantau.command;

import id.pantau.command.signin.Session;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The hub of {@code /api/live}. Its sockets live on the one context of the command centre; desks
 * publish from any thread. A screen ends with its session.
 */
public final class LiveScreens implements Screens {
  private static final int SCREENS_MAX = 500;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int UNAVAILABLE = 503;
  private static final long SWEEP_MILLIS = 20_000;

  private final Set<Screen> screens = new LinkedHashSet<>();
  private final AtomicInteger watching = new AtomicInteger();
  private final WallCost cost;
  private volatile @Nullable Context context;

  public LiveScreens(WallCost cost) {
    this.cost = cost;
  }

  @Override
  public void tell(String kind, Buffer json) {
    Context home = context;
    if (home != null && watching.get() > 0) {
      home.runOnContext(
          now -> cost.screens(() -> screens.forEach(screen -> screen.tell(kind, json))));
    }
  }

  @Override
  public int watching() {
    return watching.get();
  }

  /** Begins on the current context, which all handshakes come in on. */
  void start(Vertx vertx) {
    context = vertx.getOrCreateContext();
    vertx.setPeriodic(SWEEP_MILLIS, timer -> List.copyOf(screens).forEach(Screen::sweep));
  }

  /** Takes a handshake that the door looks at first: origin, session, role. */
  void welcome(Door door, ServerWebSocketHandshake handshake) {
    Session session = door.socket(handshake);
    if (session == null) {
      handshake.reject(door.isForeign(handshake.headers()) ? FORBIDDEN : UNAUTHORIZED);
    } else if (!session.operator().may(Role.WATCH)) {
      handshake.reject(FORBIDDEN);
    } else if (screens.size() >= SCREENS_MAX) {
      handshake.reject(UNAVAILABLE);
    } else {
      handshake
          .accept()
          .onSuccess(
              socket -> {
                Screen screen = new Screen(session, socket);
                screens.add(screen);
                watching.set(screens.size());
                socket.closeHandler(
                    closed -> {
                      screens.remove(screen);
                      watching.set(screens.size());
                    });
              });
    }
  }

  /** Closes the screens of a session that has ended. */
  void end(Session session) {
    List.copyOf(screens).stream().filter(s -> s.isOf(session)).forEach(Screen::signOut);
  }
}
