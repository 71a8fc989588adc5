package id.pantau.live;

import id.pantau.platform.Settings;
import io.netty.channel.unix.FileDescriptor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Viewers of a hub who have their heartbeat at the same moment. */
final class Share {
  private Session[] sessions = new Session[1];
  private int size;

  void add(Session session) {
    if (size == sessions.length) {
      sessions = Arrays.copyOf(sessions, size * 2);
    }
    session.place = size;
    sessions[size++] = session;
  }

  /** The last one takes the place of the one that leaves. */
  void remove(Session session) {
    Session last = sessions[--size];
    sessions[session.place] = last;
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

  /** Says it to all: those with nothing unsent at once, then the others. */
  void say(Encoded text, Straight straight) {
    List<Session> others = new ArrayList<>();
    Map<Session, Integer> behind = new LinkedHashMap<>();
    for (int from = 0; from < size; from += Straight.TURN) {
      straight.begin();
      for (int i = from; i < Math.min(size, from + Straight.TURN); i++) {
        FileDescriptor socket = sessions[i].wire().drained();
        if (socket == null) {
          others.add(sessions[i]);
        } else {
          straight.add(i, socket);
        }
      }
      straight.write(text);
      behind.putAll(straight.behind(text, place -> sessions[place]));
    }
    // Whoever turns out to be gone leaves, and another takes the place: so only when all had it.
    behind.forEach((session, written) -> session.sendRest(text, written));
    for (Session session : others) {
      session.say(text);
    }
  }

  void closeAll(CloseCode code) {
    for (int i = size - 1; i >= 0; i--) {
      sessions[i].close(code);
    }
  }
}
