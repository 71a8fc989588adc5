package id.pantau.command.signin;

import id.pantau.platform.Digest;
import id.pantau.platform.Settings;
import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of this node, in memory: a restart signs everybody out. A session is named by 256
 * random bits that only the cookie holds; it is looked up by their SHA-256, whose time tells
 * nothing. Used on one event loop.
 */
public final class Sessions {
  /** A request header: a screen asks by itself, no person is behind it. */
  private static final String UNATTENDED = "Pantau-Unattended";

  private static final int TOKEN_BYTES = 32;
  private static final int TOKEN_CHARS = 43;

  private final Operators operators;
  private final Duration whole;
  private final Duration idle;
  private final int sessionsMax;
  private final InstantSource clock;

  /** In the order of the sign-ins. */
  private final Map<String, Session> byKey = new LinkedHashMap<>();

  private final List<BiConsumer<Session, Session.End>> onEnd = new ArrayList<>();

  public Sessions(Operators operators, Settings.Command limits, InstantSource clock) {
    this.operators = operators;
    this.whole = Duration.ofMinutes(limits.sessionMinutes());
    this.idle = Duration.ofMinutes(limits.idleMinutes());
    this.sessionsMax = limits.sessionsMax();
    this.clock = clock;
  }

  /** Is told of each session that ends, once. */
  public void onEnd(BiConsumer<Session, Session.End> told) {
    onEnd.add(told);
  }

  /** A new session and the value of its cookie, 43 characters of base64url. */
  record Opened(Session session, String token) {}

  Opened open(Account account) {
    while (byKey.size() >= sessionsMax) {
      end(byKey.values().iterator().next(), Session.End.DISPLACED);
    }
    byte[] random = Passwords.random(TOKEN_BYTES);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Instant now = clock.instant();
    Session session = new Session(key(token), account, now, now.plus(whole));
    byKey.put(session.key(), session);
    return new Opened(session, token);
  }

  /** The session of a request, which keeps it from idling unless it says that nobody is there. */
  public @Nullable Session of(MultiMap headers, SessionCookie cookie) {
    String token = cookie.read(headers.get("Cookie"));
    return headers.contains(UNATTENDED) ? look(token) : find(token);
  }

  /** The session of a cookie, which this request keeps from idling; null where there is none. */
  @Nullable Session find(@Nullable String token) {
    Session session = look(token);
    if (session != null) {
      session.touch(clock.instant());
    }
    return session;
  }

  /** The session of a cookie, for what no person is behind: it goes on idling. */
  public @Nullable Session look(@Nullable String token) {
    if (token == null || token.length() != TOKEN_CHARS) {
      return null;
    }
    Session session = byKey.get(key(token));
    return session == null || !holds(session) ? null : session;
  }

  /** Ends the sessions whose time is over or whose operator is no more. */
  public void sweep() {
    List.copyOf(byKey.values()).forEach(this::holds);
  }

  void end(Session session, Session.End why) {
    if (byKey.remove(session.key()) != null) {
      onEnd.forEach(told -> told.accept(session, why));
    }
  }

  private boolean holds(Session session) {
    Instant now = clock.instant();
    Account account = operators.find(session.operator().id());
    if (account == null || !session.renew(account)) {
      end(session, Session.End.REVOKED);
      return false;
    }
    if (!now.isBefore(session.expiresAt()) || !now.isBefore(session.seen().plus(idle))) {
      end(session, Session.End.EXPIRED);
      return false;
    }
    return true;
  }

  private static String key(String token) {
    return HexFormat.of().formatHex(Digest.sha256(token.getBytes(StandardCharsets.UTF_8)));
  }
}
