package id.pantau.live;

import id.pantau.platform.Settings;
import io.netty.channel.unix.FileDescriptor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Viewers of a hub who have their heartbeat at the same moment. */
final class Share {
  private Session[] sessions = new Session[1];
  private boolean[] told = new boolean[1];
  private int size;

  void add(Session session) {
    if (size == sessions.length) {
      sessions = Arrays.copyOf(sessions, size * 2);
      told = Arrays.copyOf(told, size * 2);
    }
    session.place = size;
    told[size] = false;
    sessions[size++] = session;
  }

  /** The last one takes the place of the one that leaves. */
  void remove(Session session) {
    Session last = sessions[--size];
    sessions[session.place] = last;
    told[session.place] = told[size];
    last.place = session.place;
    Arrays.fill(sessions, size, size + 1, null);
  }

  /** Closes those who do not read or do not answer. From the last on: who is closed leaves. */
  void closeLost(Settings.Live limits, long nowNanos) {
    for (int i = size - 1; i >= 0; i--) {
      Session session = sessions[i];
      if (seconds(session.blockedNanos(nowNanos)) >= limits.stuckSecondsMax()) {
        session.close(CloseCode.STUCK);
      } else if (session.wire().kind() == Wire.Kind.SOCKET
          && seconds(session.silentNanos(nowNanos)) >= limits.deadSecondsMax()) {
        session.close(CloseCode.DEAD);
      }
    }
  }

  private static long seconds(long nanos) {
    return TimeUnit.NANOSECONDS.toSeconds(nanos);
  }

  /**
   * Notes that a viewer of the share is told now, before the others.
   *
   * @return false where it was already
   */
  boolean tell(Session session) {
    boolean first = !told[session.place];
    told[session.place] = true;
    return first;
  }

  /**
   * Says it to all who were not told: those with nothing unsent at once, then the others.
   *
   * @return to how many
   */
  int say(Encoded text, Straight straight) {
    List<Session> others = new ArrayList<>();
    List<Straight.Behind> behind = new ArrayList<>();
    int said = 0;
    for (int from = 0; from < size; from += Straight.TURN) {
      straight.begin();
      for (int i = from; i < Math.min(size, from + Straight.TURN); i++) {
        FileDescriptor socket = told[i] ? null : sessions[i].wire().drained();
        if (socket != null) {
          straight.add(i, socket, text);
        } else if (!told[i]) {
          others.add(sessions[i]);
        }
      }
      straight.write();
      said += straight.size();
      behind.addAll(straight.behind(place -> sessions[place]));
    }
    Arrays.fill(told, 0, size, false);
    // Whoever turns out to be gone leaves, and another takes the place: so only when all had it.
    for (Straight.Behind one : behind) {
      one.send();
    }
    for (Session session : others) {
      said += session.say(text) ? 1 : 0;
    }
    return said;
  }

  void closeAll(CloseCode code) {
    for (int i = size - 1; i >= 0; i--) {
      sessions[i].close(code);
    }
  }
}
