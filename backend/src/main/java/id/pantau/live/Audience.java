package id.pantau.live;

import id.pantau.platform.Settings;
import id.pantau.platform.Showing;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Who is on a hub. It gives each viewer a heartbeat once in a period, a share of them at a time so
 * that ten thousand writes do not come at once, and closes those who do not read or do not answer.
 */
final class Audience {
  private static final int SHARES = 60;
  private static final int MILLIS_A_SECOND = 1000;

  private final Vertx vertx;
  private final Settings.Live limits;
  private final Showing showing;
  private final BooleanSupplier delayed;
  private final Tally tally;
  private Session[] sessions = new Session[16];
  private int size;
  private int joined;
  private int share;
  private long timer = -1;

  Audience(
      Vertx vertx, Showing showing, Settings.Live limits, BooleanSupplier delayed, Tally tally) {
    this.vertx = vertx;
    this.showing = showing;
    this.limits = limits;
    this.delayed = delayed;
    this.tally = tally;
  }

  void start() {
    long periodMillis = Math.max(1, limits.heartbeatSeconds() * MILLIS_A_SECOND / SHARES);
    timer = vertx.setPeriodic(periodMillis, tick -> beat());
  }

  void add(Session session) {
    if (size == sessions.length) {
      sessions = Arrays.copyOf(sessions, size * 2);
    }
    session.place = size;
    session.share = joined++ % SHARES;
    sessions[size++] = session;
  }

  void remove(Session session) {
    Session last = sessions[--size];
    sessions[session.place] = last;
    last.place = session.place;
    Arrays.fill(sessions, size, size + 1, null);
  }

  /** From the last to the first: who is closed leaves the list, and the last takes its place. */
  private void beat() {
    share = (share + 1) % SHARES;
    long now = System.nanoTime();
    Encoded text =
        Encoded.heartbeat(
            LiveTexts.heartbeat(Instant.now(), delayed.getAsBoolean(), showing.countedAtMillis()));
    for (int i = size - 1; i >= 0; i--) {
      Session session = sessions[i];
      if (seconds(session.blockedNanos(now)) >= limits.stuckSecondsMax()) {
        session.close(CloseCode.STUCK);
      } else if (session.wire().kind() == Wire.Kind.SOCKET
          && seconds(session.silentNanos(now)) >= limits.deadSecondsMax()) {
        session.close(CloseCode.DEAD);
      } else if (session.share == share) {
        session.say(text);
      }
    }
    text.release();
    tally.tell();
  }

  private static long seconds(long nanos) {
    return TimeUnit.NANOSECONDS.toSeconds(nanos);
  }

  /** Closes every viewer, and beats no more. */
  void stop() {
    vertx.cancelTimer(timer);
    for (int i = size - 1; i >= 0; i--) {
      sessions[i].close(CloseCode.GOING_AWAY);
    }
  }
}
