package id.pantau.live;

import id.pantau.platform.Settings;
import id.pantau.platform.Showing;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * Who is on a hub. It gives each viewer a heartbeat once in a period, a share of them at a time so
 * that ten thousand writes do not come at once: behind a state that goes to the viewer shortly
 * before its time, which spares a write, else alone. At its time it first closes those of the share
 * who do not read or do not answer.
 */
final class Audience {
  private static final int SHARES = 60;

  /** So many shares may have theirs with a state before it is their time: a second of fifteen. */
  private static final int EARLY = 4;

  private static final int MILLIS_A_SECOND = 1000;

  private final Vertx vertx;
  private final Settings.Live limits;
  private final Showing showing;
  private final BooleanSupplier delayed;
  private final Straight straight;
  private final Tally tally;
  private final Share[] shares = new Share[SHARES];
  private final Greeting greeting = new Greeting();
  private int joined;
  private int turn;
  private long timer = -1;

  Audience(
      Vertx vertx,
      Showing showing,
      Settings.Live limits,
      BooleanSupplier delayed,
      Straight straight,
      Tally tally) {
    this.vertx = vertx;
    this.showing = showing;
    this.limits = limits;
    this.delayed = delayed;
    this.straight = straight;
    this.tally = tally;
    for (int i = 0; i < SHARES; i++) {
      shares[i] = new Share();
    }
  }

  void start() {
    long periodMillis = Math.max(1, limits.heartbeatSeconds() * MILLIS_A_SECOND / SHARES);
    timer = vertx.setPeriodic(periodMillis, tick -> beat());
  }

  void add(Session session) {
    session.share = joined++ % SHARES;
    shares[session.share].add(session);
  }

  void remove(Session session) {
    shares[session.share].remove(session);
  }

  /** True where the viewers of a share may have their heartbeat with a state now. */
  boolean isDue(int share) {
    int ahead = share - turn + (share < turn ? SHARES : 0);
    return ahead > 0 && ahead <= EARLY;
  }

  /**
   * What a viewer of such a share is sent instead of a state: with its heartbeat behind it, unless
   * it had that one already. To be written in this task.
   */
  Encoded greet(Session session, Encoded state) {
    Share share = shares[session.share];
    if (!share.tell(session)) {
      return state;
    }
    tally.heartbeatWithState();
    Encoded known = greeting.find(state);
    return known == null ? greeting.make(state, heartbeat()) : known;
  }

  private void beat() {
    greeting.forget();
    turn = (turn + 1) % SHARES;
    Share share = shares[turn];
    share.closeLost(limits, System.nanoTime());
    Encoded text = heartbeat();
    tally.heartbeatsAlone(share.say(text, straight));
    text.release();
    tally.tell();
  }

  private Encoded heartbeat() {
    return Encoded.heartbeat(
        LiveTexts.heartbeat(Instant.now(), delayed.getAsBoolean(), showing.countedAtMillis()));
  }

  /** Closes every viewer, and beats no more. */
  void stop() {
    vertx.cancelTimer(timer);
    for (Share share : shares) {
      share.closeAll(CloseCode.GOING_AWAY);
    }
    greeting.forget();
  }
}
